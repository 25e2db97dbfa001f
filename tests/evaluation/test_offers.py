"""Answers that the form fills in: each is offered where it is asked for, and settles it."""

import pytest
from agency import HEAD, PHASES, VALUES, rows_of, series, text, xlsx

from workbook.evaluation.form import look

pytestmark = pytest.mark.usefixtures("undrawn")

CODED = [*VALUES[:3], 99, *VALUES[4:]]
GROUPED = ["1,020"] * 6 + ["980"] * 8
WIDE = [["client", "pre 1", "pre 2", "post 1", "post 2"], ["x", 1, 2, 3, 4], ["y", 2, 2, 3, 3]]
DAYS = ["1/2", "2/1", "2/2", "1/3", "3/1", "3/3", "4/5", "5/4", "5/5", "6/6", "7/7", "8/8", "9/9",
        "10/10"]  # fmt: skip
ASKED = {
    "columns": (text(rows_of(), head=["who", "visit of the week", "phase", "trust score"]), 1),
    "sheet": (xlsx(North=[HEAD, *rows_of()], South=[HEAD, *rows_of()]), 2),
    "before": (text(WIDE[1:], head=WIDE[0]), 1),
    "missing": (series(values=CODED), 1),
    "decimal": (series(";", values=GROUPED), 2),
    "dates": (series(sessions=[f"{day}/2026" for day in DAYS]), 2),
    "average": (text([row for row in rows_of() for _ in range(3)]), 1),
    "count_on": (series(sessions=[*range(1, 7), *range(1, 9)]), 1),
    "after": (series(phases=["Baseline"] * 6 + ["Tretament"] * 8), 1),
}


@pytest.mark.parametrize("field", ASKED)
def test_an_answer_is_offered_and_answers_the_question(field):
    data, count = ASKED[field]
    asked = look(data, {})
    assert asked["question"] and len(asked["offers"]) == count
    for offer in asked["offers"]:
        assert field in offer["fields"] and offer["sure"] and offer["label"]
        assert look(data, offer["fields"])["question"] == ""


def test_a_column_that_tells_rows_apart_may_be_the_case_or_the_outcome():
    rows = [[n + 1, PHASES[n], VALUES[n], who] for who in ("x", "y") for n in range(14)]
    data = text(rows, head=["session", "phase", "outcome", "part"])
    offers = look(data, {})["offers"]
    assert [each["fields"]["columns"] for each in offers] == ["case=part", "measure=part"]
    assert all(look(data, each["fields"])["question"] == "" for each in offers)


def test_words_that_are_not_clear_are_filled_in_to_be_looked_at():
    (offer,) = look(series(phases=["red"] * 6 + ["blue"] * 8), {})["offers"]
    assert (offer["fields"], offer["sure"]) == ({"before": "red", "after": "blue"}, False)


def test_what_was_said_stays():
    values = [*CODED[:5], -9, *CODED[6:]]
    (offer,) = look(series(values=values), {"missing": "-9"})["offers"]
    assert offer["fields"]["missing"] == "-9, 99"


def test_nothing_is_offered_where_nothing_is_asked_or_no_answer_is_named():
    assert look(series(), {})["offers"] == []
    assert look(series(values=[*VALUES[:3], "agree", *VALUES[4:]]), {})["offers"] == []
