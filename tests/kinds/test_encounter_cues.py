"""What gives sharing away, and what an ending says only on some paths."""

import pytest

from workbook.content.reader import parse_exercise
from workbook.errors import ContentError
from workbook.kinds.encounter.cues import question_ratio, slow_share
from workbook.kinds.encounter.model import DIMENSIONS, Choice, Encounter, Passage
from workbook.kinds.encounter.play import ending, replay, voice
from workbook.kinds.encounter.walk import walk

LINE = '- person: "My sister liked the chair. She asked who my friend at the desk was."'
SHORT = '- person: (if record > 65) "I wrote it all myself."'


def chair(text, *lines):
    changed = text.replace(LINE, "\n".join([LINE, *lines]))
    return parse_exercise(changed, "09/chair").settings["encounter"]


@pytest.fixture
def text(story_text):
    return story_text


def equal_states(encounter):
    """Give every path of the chair that ends as equal as possible."""
    todo = [[]]
    while todo:
        path = todo.pop()
        state = replay(encounter, path)[-1]
        if state.over:
            if ending(encounter, state).name == "as_equal_as_possible":
                yield state
            continue
        keys = encounter.passages[state.passage].choices
        todo += [
            [*path, c.key] for c in keys if len(replay(encounter, [*path, c.key])) > len(path) + 1
        ]


def odd(state):
    return {d for d, bar in zip(DIMENSIONS, state.bars, strict=True) if not 40 <= bar <= 65}


def test_paths_with_a_side_that_no_sentence_names_are_counted_one_by_one(text):
    plain = chair(text)
    states = list(equal_states(plain))
    assert walk(plain).odd_unnamed == sum(bool(odd(state)) for state in states) > 0
    setting = chair(text, "- note: (if setting < 40) The counter stays between them.")
    left = sum(bool(odd(s) - ({"setting"} if s.bars[4] < 40 else set())) for s in states)
    assert walk(setting).odd_unnamed == left
    every = [f"- note: (if {d} < 40 or {d} > 65) Look at {d}." for d in DIMENSIONS]
    assert walk(chair(text, *every)).odd_unnamed == 0


def test_a_sentence_without_a_condition_on_the_side_names_nothing(text):
    told = chair(text, "- note: (if told_rule) The setting stays.")
    assert walk(told).odd_unnamed == walk(chair(text)).odd_unnamed


def test_a_line_with_a_condition_is_said_where_it_holds_and_nowhere_else(text):
    encounter = chair(text, '- person: (if voice > 0) "Yes."', '- person: (unless voice > 0) "No."')
    end = encounter.endings["as_equal_as_possible"]
    for state in equal_states(encounter):
        assert voice(end, "person", state) == f'{end.person}\n\n"Yes."'
        assert voice(end, "you", state) == end.you


@pytest.mark.parametrize(
    ("line", "identifier"),
    [
        ('- person: (if never_set) "So."', "encounter_file.unknown_flag"),
        ("- look_again: (if voice > 3) the_form", "encounter_file.ending_fields"),
        ('- person: "Said twice."', "encounter_file.ending_fields"),
    ],
)
def test_a_mistake_in_such_a_line_is_named(text, line, identifier):
    with pytest.raises(ContentError) as caught:
        chair(text, line)
    assert caught.value.message.identifier == identifier


# Choices as (minutes, how much it shares, its words)
ONE = [(4, 3, "So?"), (1, 0, "So."), (4, 0, "So.")]
TWO = [(1, 3, "So."), (4, 1, "So?"), (2, 0, "So.")]
THREE = [(0, 2, "So?"), (3, 0, "So?"), (1, 0, "So.")]


def scenes(*rows):
    def choice(key, minutes, shares, say):
        pulls = (("voice", "shared", shares),) if shares else ()
        return Choice(key, say, "end", pulls, minutes)

    passages = {
        str(n): Passage(
            str(n), "", (), tuple(choice(k, *c) for k, c in zip("abc", row, strict=True))
        )
        for n, row in enumerate(rows)
    }
    return Encounter("Sam", "Dee", "", "", "", (25.0,) * 6, 20, "", "", passages, {}, "0")


def test_sharing_is_slow_where_nothing_takes_longer():
    assert slow_share(scenes(ONE)) == 1
    assert slow_share(scenes(TWO)) == 0
    assert slow_share(scenes(ONE, TWO, THREE)) == pytest.approx(1 / 3)


def test_questions_are_compared_between_what_shares_most_and_the_rest():
    assert question_ratio(scenes(ONE)) is None
    assert question_ratio(scenes(ONE, TWO, THREE)) == pytest.approx((2 / 3) / (2 / 6))
