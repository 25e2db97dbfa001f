"""One person, one stand-in: in the labels, in the words, and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from workbook.measures.talk import Turn, find_identifiers
from workbook.measures.talk.stand_ins import covered, people_of


def cover(*rows):
    turns = [Turn(n, speaker, text) for n, (speaker, text) in enumerate(rows, 1)]
    labels = [turn.speaker for turn in turns]
    found = [find_identifiers(turn.text, names=labels) for turn in turns]
    done = covered(turns, found, people_of(turns, found))
    return [(turn.speaker, turn.text) for turn in done]


def test_a_speaker_has_the_same_stand_in_as_label_and_as_name():
    assert cover(
        ("Rosa Jimenez", "Hi, I am Rosa."),
        ("Worker", "rosa told her. ROSA and Mrs. Jimenez. I met Dalia."),
        ("Dalia", "No."),
    ) == [
        ("Person A", "Hi, I am [Person A]."),
        ("Worker", "[Person A] told her. [Person A] and Mrs. [Person A]. I met [Person B]."),
        ("Person B", "No."),
    ]


def test_a_part_that_two_people_share_stands_for_neither():
    first, second = cover(("Perez, Dalia", "Hello."), ("Perez, Marco", "Perez said so. Dalia too."))
    assert (first[0], second[0]) == ("Person A", "Person B")
    assert second[1] == "[Person C] said so. [Person A] too."


def test_labels_that_name_a_role_stay():
    for label in (
        "Worker",
        "Speaker 1",
        "SPEAKER_00",
        "Mother",
        "Case manager",
        "Intérprete",
        "社工",
    ):
        assert cover((label, "Hello."))[0][0] == label
    for label in ("Mr. Silva", "Ines Ortega, LCSW", "+1 555 010 4477", "达利亚", "Perez, Dalia"):
        assert cover((label, "Hello."))[0][0] == "Person A"


def test_two_labels_are_never_made_one():
    labels = [
        label for label, _ in cover(("Rosa Jimenez", "Hi."), ("Rosa Silva", "Hi."), ("Rosa", "Hi."))
    ]
    assert len(set(labels)) == 3


def test_letters_that_are_in_use_are_left_alone():
    done = cover(("Person A", "I met Dalia."), ("Ines", "So did [Person B]."))
    assert done == [("Person A", "I met [Person C]."), ("Person D", "So did [Person B].")]


def test_more_people_than_letters():
    names = [f"{a}{b}orvik" for a in "BCDFGHJKLM" for b in "aeiou"]
    labels = [label for label, _ in cover(*((name.capitalize(), "Hello.") for name in names))]
    assert len(set(labels)) == 50
    assert labels[25:28] == ["Person Z", "Person AA", "Person AB"]


NAMES = st.sampled_from(
    ["Rosa", "Dalia Perez", "Perez, Marco", "Mr. Silva", "INES", "Ines", "Worker", "李娜"]
)


@given(
    st.lists(
        st.tuples(NAMES, st.lists(NAMES, max_size=3).map(" told ".join)), min_size=1, max_size=6
    )
)
def test_covering_keeps_speakers_apart_and_once_is_enough(rows):
    done = cover(*rows)
    pairs = {(before.casefold(), after) for (before, _), (after, _) in zip(rows, done, strict=True)}
    assert len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})
    assert cover(*done) == done
