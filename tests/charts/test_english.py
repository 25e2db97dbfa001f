"""What the English words of the charts must keep saying: cautions that a reader relies on.

This is the only test of the charts that repeats English; all others compare through `words`.
"""

import pytest

from workbook.charts import chart_ids
from workbook.words import words

NOTES = {
    "01/exam_pass_rates": (
        "do not show that a test is biased",
        "do not show that it is fair",
        "could not be opened",
        "ASWB announced new ones for 2026",
    ),
    "02/ladder": (
        'Neither "the profession is white" nor "the profession looks like those it serves"',
        "no license data",
        "do not sum to 100",
        "of any race",
        "For {withheld} jobs",
        "the order of the rungs is ours",
    ),
    "02/served": (
        "does not show why",
        "need, poverty and bias",
        "Surveys, years and race definitions differ",
        "anywhere from 1 to 5",
        "no ratio for Asian children",
    ),
    "02/interruptions": (
        "not steps of one trend",
        "a mean is another kind of average than a median",
        "{backchannels[value]} percent of the interruptions were backchannels",
        "none is social work",
    ),
    "02/understanding": (
        "{finished[n]} medical visits",
        "{chance}",
        "no proof that there is none",
        "none of them in social work",
    ),
    "02/talk_shares": (
        "a count, not a grade",
        "not what the person felt",
        "none is from social work",
    ),
    "02/two_desks": ("invented", "written to differ", "proves nothing", "no total"),
    "02/two_desks_turns": ("invented", "written to differ", "proves nothing", "no total"),
    "02/two_desks_words": ("invented", "written to differ", "proves nothing", "no total"),
    "03/both_sides": (
        "The Mirror is not yet validated. Nobody filled in",
        "neither is a score of how equal the meeting was",
    ),
    "03/over_time": ("The Mirror is not yet validated. Nobody filled in",),
}
SENTENCES = {
    "02/ladder": (
        "Black workers are not scarce in social work: {workers[black_pct]} percent, against "
        "{all[black_pct]} of all workers",
        "The share of White workers is lower there than among all workers: {workers[white_pct]} "
        "against {all[white_pct]} percent",
        "scarcer among managers of social services ({managers[black_pct]} percent)",
        "{physicians[black_pct]} percent of physicians, {nurses[black_pct]} of registered nurses "
        "and {aides[black_pct]} of nursing assistants",
    ),
    "02/served": ("less often White ({white[value]} percent, {white[year]}) than the workers",),
    "02/interruptions": ("{any[value]} seconds to any interruption and {floor[value]} seconds",),
    "02/understanding": (
        "{finished[value]} percent where the patient finished",
        "nobody had asked",
    ),
    "02/talk_shares": ("Medical, {talk[setting]}",),
    "04/move_the_start": (
        "The start was not drawn by lot, so this p is only an illustration.",
        "p is {p}, and it could not have come below {smallest}",
        "{reached} of these {n}",
    ),
    "04/four_lines": (
        "{n} orders; {reached} of them",
        "p is {p}, and it cannot come below {smallest}",
    ),
}


@pytest.mark.parametrize("chart_id", NOTES)
def test_the_note_says_what_the_picture_does_not_show(chart_id):
    for phrase in NOTES[chart_id]:
        assert phrase in words(chart_id, "en")["note"]


@pytest.mark.parametrize("chart_id", SENTENCES)
def test_the_sentence_says_what_was_found_and_no_more(chart_id):
    for phrase in SENTENCES[chart_id]:
        assert phrase in words(chart_id, "en")["sentence"]


def test_the_course_offers_no_template_for_taking_equality_back():
    assert "no template" in words("04/ladder", "en")["parts"]["rungs"][2][-1]


def test_the_numbers_of_a_pair_are_not_denied_below_them():
    assert "no score" not in words("03/both_sides", "en")["note"]


def test_every_axis_begins_with_what_it_counts():
    units = ("Year", "Week", "Percent", "Ratio", "Seconds", "Points", "Turn", "Strength")
    axes = [words(each, "en").get("axis") for each in chart_ids()]
    axes += [words(group, "en")["axis"] for group in ("cards", "chart_talk")]
    assert len([axis for axis in axes if axis]) >= 6
    assert all(axis.startswith(units) for axis in axes if axis)


def test_the_other_side_warns_of_inferring_and_of_authors_who_stand_together():
    caution = words("02/other_side", "en")["caution"]
    for phrase in ("ask each person; never infer it", "medical", "one circle of authors"):
        assert phrase in caution


@pytest.mark.parametrize("chart_id", ["01/other_side", "02/other_side"])
def test_the_seed_is_not_credited_with_what_it_never_says(chart_id):
    text = words(chart_id, "en")
    assert "The seed text makes none of these claims" in text["note"]
    assert "often heard beside" in text["sentence"]
    shown = words("findings", "en")
    assert not [phrase for phrase in shown.values() if "the seed" in phrase]
