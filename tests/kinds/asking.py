"""What is asked of a kind in tests, in one step from a response as a page sends it."""

from workbook.kinds import Learner, kind_of


def clean(exercise, response):
    return kind_of(exercise).read(exercise, response).response


def is_done(exercise, response):
    kind = kind_of(exercise)
    return kind.done(exercise, kind.read(exercise, response))


def in_words(exercise, response):
    kind = kind_of(exercise)
    return kind.say(exercise, kind.read(exercise, response))


def feedback_for(exercise, response):
    kind = kind_of(exercise)
    answer = kind.read(exercise, response)
    return kind.feedback(exercise, answer) | kind.found(exercise, answer, Learner("7"))
