"""What a learner sees of a transcript."""

import re

import pytest

from workbook.errors import WorkbookError
from workbook.measures.talk import Turn, marked_words
from workbook.readings import talk
from workbook.words import word

DESK = """Worker: Good morning, I am Tess. You have to sign here.
Mr. Silva: Can I read it first? My number is 555-010-4477.
Worker: Mr. Silva, you must. What did Silva say on the phone?
"""
ROLES = {"Worker": "practitioner", "Mr. Silva": "person"}


def test_a_name_of_a_speaker_is_found_in_every_turn():
    found = talk.look(DESK)
    seen = {(one["turn"], one["text"]) for one in found["findings"]}
    assert {(0, "Tess"), (1, "555-010-4477"), (2, "Silva")} <= seen
    for one in found["findings"]:
        assert found["turns"][one["turn"]][2][one["start"] : one["stop"]] == one["text"]


def test_one_finding_can_be_covered_and_then_all():
    found = talk.look(DESK)
    first = found["findings"][0]
    only = {key: first[key] for key in ("turn", "start", "stop", "kind")}
    once = talk.masked(found["turns"], only)
    assert len(once["findings"]) == len(found["findings"]) - 1
    everything = talk.masked(found["turns"])
    words = " ".join(turn[2] for turn in everything["turns"])
    assert "555" not in words
    assert "Tess" not in words
    assert everything["findings"] == []
    assert "Silva" not in str(everything["turns"])
    assert [count for _, count in everything["speakers"]] == [
        count for _, count in found["speakers"]
    ]
    assert [name for name, _ in everything["speakers"]] == ["Worker", "Person B"]
    assert "[Person B]" in everything["turns"][2][2]


def test_a_name_is_covered_for_one_person_in_every_place():
    found = talk.look("Rosa Jimenez: I am Rosa.\nWorker: rosa, and Dalia, call 555-010-4477.")
    one = next(each for each in found["findings"] if each["text"] == "rosa")
    for only in ({key: one[key] for key in ("turn", "start")}, {"label": "Rosa Jimenez"}):
        rows = talk.masked(found["turns"], only)["turns"]
        assert [row[1] for row in rows] == ["Person A", "Worker"]
        assert [row[2] for row in rows] == [
            "I am [Person A].",
            "[Person A], and Dalia, call 555-010-4477.",
        ]


def test_what_was_missed_can_be_written_in():
    found = talk.look(
        "Worker: Bring the blue binder to Hope.\nHope: The BLUE one? hope so. Code 17."
        "\nWorker: Yes.\nHope: Fine."
    )
    assert talk.masked(found["turns"], also="nowhere")["turns"] == found["turns"]
    rows = talk.masked(found["turns"], also="blue")["turns"]
    assert [row[2].count("[Person") for row in rows] == [1, 1, 0, 0]
    rows = talk.masked(found["turns"], also="17")["turns"]
    assert rows[1][2].endswith(f"[{word('talk_covers', 'id_number')}].")
    rows = talk.masked(found["turns"], also="hope")["turns"]
    assert "hope" not in str(rows).lower(), "the label too"


def test_covered_text_reads_back_and_is_what_is_measured():
    covered = talk.masked(talk.look(DESK * 12)["turns"])
    lines = "\n".join(f"{speaker}: {text}" for _, speaker, text, *_ in covered["turns"])
    again = talk.look(lines)
    assert again["turns"] == covered["turns"]
    assert again["findings"] == again["labels"] == []
    seen = talk.profile(covered["turns"], {"Worker": "practitioner", "Person B": "person"})
    assert not any(name in str(seen) for name in ("Tess", "Silva", "555-"))
    said = [word for side in seen["marked"].values() for word, _ in side]
    assert "person" not in said, "a stand-in is no word"


def test_a_short_talk_has_no_numbers_but_reasons():
    seen = talk.profile(talk.look(DESK)["turns"], ROLES)
    share = next(row for row in seen["rows"] if row["name"] == "talk_share")
    assert share["practitioner"]["text"] == word("talk", "not_defined")
    assert share["practitioner"]["why"].group == "talk_reasons"
    assert share["hidden"]


@pytest.mark.parametrize("name", ["two_desks_kept", "two_desks_shared"])
def test_the_invented_desks_have_intervals_on_both_sides(root, name):
    text = (root / "datasets" / "transcripts" / f"{name}.csv").read_text(encoding="utf-8")
    found = talk.look(text)
    roles = {"Tess": "practitioner", "Mr. Silva": "person"}
    seen = talk.profile(found["turns"], roles)
    share = next(row for row in seen["rows"] if row["name"] == "talk_share")
    for role in roles.values():
        assert re.findall(r"\d+", share[role]["text"])[2:], "the number and its interval"
    parts = [seen["numbers"]["talk_share"][role][0] for role in roles.values()]
    assert sum(parts) == pytest.approx(1, abs=1e-3)
    assert seen["floor"]
    assert str(len(seen["floor"])) in seen["floor_said"]


def test_only_numbers_may_be_kept():
    def leaves(value):
        if isinstance(value, dict):
            return [leaf for inner in value.values() for leaf in leaves(inner)]
        return value

    turns = talk.look(DESK * 12)["turns"]
    kept = talk.profile(turns, ROLES)["numbers"]
    assert kept
    assert all(leaf is None or isinstance(leaf, int | float) for leaf in leaves(kept))


def test_bad_input_is_told_as_a_sentence():
    with pytest.raises(WorkbookError) as error:
        talk.look("")
    assert error.value.args[0]


def test_each_turn_is_drawn_with_its_side_its_words_and_its_question():
    turns = talk.look(DESK)["turns"]
    assert talk.profile(turns, ROLES)["turns"] == [
        [1, "practitioner", 10, False],
        [2, "person", 9, True],
        [3, "practitioner", 11, True],
    ]


def test_the_words_of_each_side_are_the_strongest_of_the_measure(root):
    path = root / "datasets" / "transcripts" / "two_desks_kept.csv"
    turns = talk.look(path.read_bytes())["turns"]
    roles = {"Tess": "practitioner", "Mr. Silva": "person"}
    found = talk.profile(turns, roles)["marked"]
    ranked = marked_words([Turn(*row) for row in turns], roles)
    assert found["practitioner"][0] == [ranked[0][0], round(ranked[0][1], 1)]
    assert found["person"][0] == [ranked[-1][0], round(-ranked[-1][1], 1)]
    assert all(z >= 1 for side in found.values() for _, z in side)
