"""What the check before keeping a transcript finds, and what it misses."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.measures.talk import Finding, find_identifiers, mask
from workbook.measures.talk.identifiers import KINDS
from workbook.measures.talk.identifiers.lists import found_shares, is_common, is_filler, is_name

HERE = Path(__file__).parent
SOUNDS = ["Mm-hmm", "Mhm", "Um", "Uh-huh", "Hmm", "Huh", "Oh", "Okay", "Yeah", "Ah", "Er", "Uhm"]
SOUNDS += ["Nah", "Mmm", "Ooh", "Aha"]
LISTS = dict.fromkeys(("covering.csv", "covering_later.csv", "covering_third.csv"), (0.9, 0.15))


def rows(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_right(row):
    """Say whether every letter to cover is covered, and of an ordinary line nothing."""
    marked = {n for each in find_identifiers(row["sentence"]) for n in range(each.start, each.stop)}
    if row["kind"] == "ordinary":
        return not marked
    start = row["sentence"].index(row["covered"])
    return all(n in marked for n, c in enumerate(row["covered"], start) if c.isalnum())


@pytest.mark.parametrize("name", LISTS)
def test_most_is_covered_whole_and_few_ordinary_lines_are_marked(name):
    least, most = LISTS[name]
    right, total = Counter(), Counter()
    for row in rows(name):
        kind = row["kind"] if row["kind"] == "ordinary" else "covered"
        right[kind] += is_right(row)
        total[kind] += 1
    assert right["covered"] >= least * total["covered"]
    assert right["ordinary"] >= (1 - most) * total["ordinary"]


@pytest.mark.parametrize("kind", sorted({row["kind"] for name in LISTS for row in rows(name)}))
def test_no_kind_is_forgotten(kind):
    of_kind = [row for name in LISTS for row in rows(name) if row["kind"] == kind]
    assert sum(map(is_right, of_kind)) >= 0.8 * len(of_kind)


def test_the_shares_that_the_page_states_are_shares():
    shares = found_shares()
    assert shares[-1][0] == "ordinary"
    for _, items, covered, new, new_covered in shares:
        assert 0 <= covered <= items
        assert 0 <= new_covered <= new
    later = Counter(
        "ordinary" if row["kind"] == "ordinary" else "" for row in rows("covering_later.csv")
    )
    assert sum(new for kind, _, _, new, _ in shares if kind != "ordinary") == later[""]
    assert shares[-1][3] == later["ordinary"]


def test_sounds_of_listening_are_never_names():
    for sound in SOUNDS:
        assert is_filler(sound.lower())
        for line in (
            f"{sound}.",
            f"So, {sound}, I went.",
            f"My sister {sound} said no.",
            sound.lower(),
        ):
            assert find_identifiers(line) == [], line


@pytest.mark.parametrize(
    "name", ["Łukasz", "Đức", "Şebnem", "Zoë", "Ñusta", "Željka", "Æsa", "Čedomir"]
)
def test_letters_of_any_latin_alphabet_are_letters(name):
    for line in (
        f"I asked {name} to come.",
        f"{name} has the papers.",
        f"i live with {name.lower()} now",
    ):
        covered = [line[each.start : each.stop] for each in find_identifiers(line)]
        assert [each.casefold() for each in covered] == [name.casefold()], line


def test_a_name_found_once_is_found_everywhere():
    text = "Dalia, sit down. I know Dalia's mother."
    assert mask(text) == "[name], sit down. I know [name]'s mother."


@pytest.mark.parametrize(
    "said", ["rosa told her", "ROSA told her", "then Rosa left", "Rosa?", "jimenez knows"]
)
def test_a_known_name_is_found_in_any_case_and_place(said):
    found = find_identifiers(said, names=["Rosa Jimenez"])
    assert [each.kind for each in found] == ["name"], said


def test_a_known_name_that_is_a_word_is_not_every_such_word():
    line = "Will you come? I will. then will told me. I asked Will."
    found = find_identifiers(line, names=["Will"])
    assert [each.start for each in found] == [line.index("will told"), line.index("Will.")]


def test_roles_and_titles_of_a_label_are_no_names():
    line = "The worker and the doctor asked about the case manager."
    assert find_identifiers(line, names=["Case worker", "Dr. Osei, LCSW", "Person A"]) == []


def test_only_what_is_asked_for_is_covered():
    text = "I told Dalia: 555-010-4477."
    assert mask(text, [Finding(7, 12, "name")]) == "I told [name]: 555-010-4477."
    assert mask(text, []) == text
    assert (
        mask(text, [Finding(7, 12, "name")], lambda _: "Person A")
        == "I told [Person A]: 555-010-4477."
    )


def test_what_is_covered_is_not_found_again():
    text = mask("I told Dalia on 12.03.1984 at 14 Oak Street: 555-010-4477.")
    assert find_identifiers(text) == []
    assert find_identifiers("[Person A] told [Person BC] in [place].") == []
    assert find_identifiers("[Dalia laughs]"), "a note may hold a name"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("write to a.b@example.org", "email"),
        ("see https://example.org/people/rosa", "link"),
        ("born 03/09/1981", "birth_date"),
        ("at 12 Maple Street, Apt 4", "address"),
        ("it is 123-45-6789", "id_number"),
        ("call (555) 010-4477", "phone"),
        ("ask Mrs. Abara", "name"),
        ("we live in Tacoma", "place"),
    ],
)
def test_each_kind(text, kind):
    assert [each.kind for each in find_identifiers(text)] == [kind]
    assert kind in KINDS


def test_the_lists_agree():
    for row in rows("../../../workbook/measures/word_lists/names.csv"):
        assert is_common(row["name"]) or not row["also_a_word"] or is_name(row["name"]) == "word"
        assert not (is_name(row["name"]) == "yes" and row["also_a_word"])


@given(st.text(max_size=200))
def test_findings_are_in_order_and_within_the_text(text):
    found = find_identifiers(text)
    assert found == sorted(found)
    assert all(0 <= each.start < each.stop <= len(text) for each in found)
    assert all(a.stop <= b.start for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize(
    ("sentence", "covered"),
    [
        ("We moved to 48B Harcourt Rd.", "48B Harcourt Rd"),
        ("I'm in Room 214 at the shelter.", "Room 214"),
        ("I worked for Deloria & Sons.", "Deloria & Sons"),
        ("生年月日は1990年4月12日です。", "1990年4月12日"),
        ("I am u/delroy there.", "u/delroy"),
        ("Please ask for Mr. J. R. Whitcombe.", "J. R. Whitcombe"),
    ],
)
def test_the_whole_item_is_covered(sentence, covered):
    assert is_right({"kind": "", "sentence": sentence, "covered": covered})


def test_a_given_name_that_is_said_alone_is_covered_too():
    text = "我叫王秀英。后来秀英走了。"
    assert mask(text).count("秀") == 0


@pytest.mark.parametrize("line", ["There is room for 12 people.", "In room 3.", "I have a rm -r."])
def test_a_room_that_is_none_is_not_marked(line):
    assert find_identifiers(line) == []
