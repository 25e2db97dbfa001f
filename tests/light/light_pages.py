"""The scripts of the light edition in a bare page, to be asked what they would say."""

import json
from pathlib import Path

from workbook.kinds import Learner, kind_of
from workbook.kinds.ahead import laid_out
from workbook.site import light

JS = Path(light.__file__).parent / "js"
ASK = """([program, asked]) => {
  const { feedbackOf, wordsOf } = new Function(`${program}; return { feedbackOf, wordsOf };`)();
  return asked.map(([ahead, response]) =>
    ({ ...feedbackOf(ahead, response), words: wordsOf(ahead, response) }));
}"""


def program():
    """Join the scripts that choose notes and words."""
    return "\n".join((JS / f"{name}.js").read_text("utf-8") for name in ("conditions", "feedback"))


def laid(exercise):
    """Lay an exercise out as a page keeps it."""
    kind = kind_of(exercise)
    return laid_out(exercise, kind.ahead(exercise), kind.closing(exercise))


def said_by_page(page, asked):
    """Ask the page for the notes and the words of answers: pairs of an exercise and a response."""
    known = [[laid(e), response] for e, response in asked]
    return page.evaluate(ASK, [program(), json.loads(json.dumps(known))])


def said_by_python(exercise, response):
    """Give the notes and the words of an answer as every other edition gives them."""
    kind = kind_of(exercise)
    answer = kind.read(exercise, response)
    found = kind.feedback(exercise, answer) | kind.found(exercise, answer, Learner("1"))
    return json.loads(json.dumps(found | {"words": kind.say(exercise, answer)}))
