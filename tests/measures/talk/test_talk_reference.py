"""Floor map, marked words and talk share against ConvoKit 5.0.0; the formula of ARI, textstat."""

import pytest
from transcripts import ITEMS, SIDE, roles_of, turns_of

from workbook.measures.readability import ari_from_counts
from workbook.measures.talk import floor_map, marked_words
from workbook.measures.talk.counts import count_talk

# ConvoKit stops once the last utterance has been reached; here that is one window early.
STOPS_EARLY = {("synthetic_1012", 30, 10)}


def signs(windows, primary):
    """Write labels as the reference does: 1 for the side that talks more, -1 for the other."""
    return [{"shared": 0, SIDE[primary]: 1}.get(window.label, -1) for window in windows]


def test_marked_words_equal_the_reference(reference):
    item, turns, roles = reference
    found = dict(marked_words(turns, roles))
    assert found.keys() == item["log_odds"].keys()
    assert found == pytest.approx(item["log_odds"], abs=1e-6)


def test_floor_maps_equal_the_reference(reference):
    item, turns, roles = reference
    for case in item["talk_time"]:
        options = {key: case[key] for key in ("window", "step", "dominance")}
        windows = floor_map(turns[1:-1] if case["trim"] else turns, roles, **options)
        expected, found = case["windows"], signs(windows, case["primary"])
        if (item["name"], case["window"], case["step"]) in STOPS_EARLY:
            assert len(found) == len(expected) + 1
            found = found[:-1]
        assert found == expected


def test_the_map_as_a_whole_gives_the_balance_of_the_reference(reference):
    item, turns, roles = reference
    case = item["talk_time"][1]
    length = max(turn.stop for turn in turns) - turns[0].start - 1e-7
    (window,) = floor_map(turns, roles, window=length, step=length)
    assert window.shares[SIDE[case["primary"]]] == pytest.approx(case["balance"], abs=1e-6)


SPOKEN = [
    pytest.param(item["name"], speaker, each, id=f"{item['name']}-{speaker}")
    for item in ITEMS
    for speaker, each in item.get("readability", {}).items()
]


# textstat's own counts do not give its index where a dash stands between spaces; that one is out.
DASH_APART = [each for each in SPOKEN if " -- " not in each.values[2]["text"]]


@pytest.mark.parametrize(("name", "speaker", "each"), DASH_APART)
def test_readability_is_the_same_formula(name, speaker, each):
    signs = len("".join(each["text"].split()))  # textstat counts punctuation as well
    found = ari_from_counts(signs, each["words"], each["sentences"])
    assert found == pytest.approx(each["ari"], rel=1e-9)


@pytest.mark.parametrize(("name", "speaker", "each"), SPOKEN)
def test_letters_and_words_equal_the_reference(name, speaker, each):
    item = next(item for item in ITEMS if item["name"] == name)
    talk = count_talk(turns_of(item), roles_of(item))
    rows = [counts for who, _, counts in talk.rows if who == speaker]
    assert sum(row.letters for row in rows) == each["letters"]
    assert sum(row.words for row in rows) == each["words"]
