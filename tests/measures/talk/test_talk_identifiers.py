"""What the check before keeping a transcript finds, and what it misses."""

import pytest
from planted import LINES, planted

from workbook.measures.talk import Finding, find_identifiers, mask
from workbook.measures.talk.identifiers import FOUND_SHARE, KINDS


def found_share(kind):
    """Say what share of planted things is covered as a whole, by whatever kind."""
    hits = 0
    for line, start, stop in planted(kind):
        covered = {n for each in find_identifiers(line) for n in range(each.start, each.stop)}
        hits += covered.issuperset(range(start, stop))
    return hits / len(planted(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_share_that_the_page_states_is_what_is_found(kind):
    assert FOUND_SHARE[kind] == round(found_share(kind), 2)


@pytest.mark.parametrize("kind", KINDS)
def test_the_planted_set_is_hard_enough_to_miss_some(kind):
    assert 0.5 < FOUND_SHARE[kind] < 1 or kind == "email"


def test_lines_without_anything_planted_stay_as_they_are():
    plain = "What matters most to you before Friday? I can come in May. It is number four of 12."
    assert find_identifiers(plain) == []
    assert mask(plain) == plain
    bare = [line.replace("{}", "that") for lines in LINES.values() for line in lines]
    assert [line for line in bare if find_identifiers(line)] == []


def test_a_name_found_once_is_found_everywhere():
    text = "Dalia, sit down. I know Dalia's mother."
    assert mask(text) == "[name], sit down. I know [name]'s mother."


def test_known_names_are_found():
    assert (
        mask("Ines, hello.", find_identifiers("Ines, hello.", names=["Ines Moreno"]))
        == "[name], hello."
    )


def test_only_what_is_asked_for_is_covered():
    text = "I told Dalia: 555-010-4477."
    assert mask(text, [Finding(7, 12, "name")]) == "I told [name]: 555-010-4477."
    assert mask(text, []) == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("write to a.b@example.org", "email"),
        ("born 03/09/1981", "birth_date"),
        ("at 12 Maple Street, Apt 4", "address"),
        ("it is 123-45-6789", "id_number"),
        ("call (555) 010-4477", "phone"),
        ("ask Mrs. Abara", "name"),
    ],
)
def test_each_kind(text, kind):
    assert [each.kind for each in find_identifiers(text)] == [kind]
