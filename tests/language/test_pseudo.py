"""The language that nobody speaks is what the tests that use it need it to be."""

import pytest
from language.pseudo import KEPT, accented, exercise, say, write_course, write_words

from workbook.content.library import Library
from workbook.words import differences


@pytest.mark.parametrize(
    "kept",
    ["{n}", "{ends[a]:.1f}", "`wb.start`", "https://example.org/a?b=c", "<b class='x'>", "&amp;"],
)
def test_what_is_no_word_stays(kept):
    said = say(f"Press {kept} twice, please.")
    assert kept in said
    assert "Press" not in said and "twice" not in said


def test_targets_of_links_and_names_with_digits_stay():
    assert say("[See it](a_page.md#part) as S01.").endswith("](a_page.md#part) ááš S01.")


@pytest.mark.parametrize("text", ["by", "TV", "A", "Saved", "don't", "mm", "rhythm"])
def test_every_word_has_an_accent(text):
    assert accented(say(text)) and not accented(text)


def test_it_is_forty_percent_longer(library):
    texts = [library.exercise(i).prompt for i in library.exercise_ids()]
    ratio = sum(len(say(t)) for t in texts) / sum(map(len, texts))
    assert 1.3 < ratio < 1.5


def test_it_lacks_no_word_and_changes_no_value(root, tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_WORDS", str(write_words(root / "workbook", tmp_path)))
    assert differences("xx") == {"missing": [], "unknown": [], "other_values": []}


@pytest.mark.slow
def test_the_course_is_the_same_but_for_its_words(root, library, tmp_path):
    other = Library(write_course(root, tmp_path / "course"))
    assert other.exercise_ids() == library.exercise_ids()
    for exercise_id in library.exercise_ids():
        one, two = library.exercise(exercise_id), other.exercise(exercise_id)
        assert [i.key for i in two.items] == [i.key for i in one.items]
        assert two.kind == one.kind and accented(two.title) and not accented(one.title)
    assert [m.number for m in other.modules()] == [m.number for m in library.modules()]


def test_keys_settings_and_conditions_of_a_file_stay():
    text = (
        "---\nkind: sort\ntitle: A title\nseed: [S01]\nbuckets: {a: One way}\n---\nWhere?\n\n"
        "## part\nSome words\n\nSource: [Page one](https://x.org/a)\n\n- [ ] a\n  > A note.\n"
    )
    said = exercise(text)
    for kept in (
        "kind: sort",
        "- S01",
        "## part: P",
        "\n- [ ] a\n",
        "](https://x.org/a)",
        "Source: ",
    ):
        assert kept in said
    assert not KEPT.search("Some words") and "Some words" not in said and "A note" not in said
