"""The reader: every mistake of an author is named with its line; what is right comes back whole."""

import random
import re
import string

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from the_course import COURSE

from workbook.content.reader import parse_exercise, read_exercise, read_module
from workbook.errors import ContentError
from workbook.kinds import names

FILES = [path.read_text(encoding="utf-8") for path in COURSE.files()]


def test_more_options_than_letters_is_a_mistake(texts):
    more = "".join(f"- [ ] Option {n}\n  > Said.\n" for n in range(25))
    text = texts["choice"].replace("- [x] It is tested.", more + "- [x] It is tested.")
    with pytest.raises(ContentError) as caught:
        parse_exercise(text, "09/try")
    said = caught.value.message
    assert (said.identifier, said.values) == ("choice_file.too_many", {"most": 26})


@pytest.mark.parametrize("kind", names())
def test_each_kind_is_read_whole(samples, kind):
    exercise = samples[kind]
    assert (exercise.id, exercise.kind, exercise.minutes) == (f"09/{kind}", kind, 2)
    assert (exercise.seed, exercise.values) == (("S01",), ("integrity",))
    assert (exercise.hint, exercise.debrief) == ("A hint.", "A debrief.")
    assert exercise.facilitator == "For the facilitator."
    several = {
        "choice": 1,
        "what_if": 1,
        "annotate": 3,
        "practice": 3,
        "instrument": 5,
        "lots": 0,
        "bookmark": 0,
    }
    several["plan"] = 3
    assert len(exercise.items) == several.get(kind, 2)


@pytest.mark.parametrize("kind", names())
def test_any_kind_may_be_optional_and_none_is_by_itself(samples, texts, kind):
    assert not samples[kind].optional
    optional = texts[kind].replace("purpose:", "optional: yes\npurpose:", 1)
    assert parse_exercise(optional, f"09/{kind}").optional


def test_a_source_leaves_the_text_of_its_item(samples):
    item = samples["sort"].item("desk")
    assert (item.text, item.source) == ("The desk", "[A page](https://example.org/desk)")


def test_options_come_in_the_order_of_the_buckets(texts):
    swapped = texts["sort"].replace("near: Near to it\n  far: Far from it", "far: F\n  near: N")
    exercise = parse_exercise(swapped, "09/x")
    assert [option.key for option in exercise.items[0].options] == ["far", "near"]


@pytest.mark.parametrize("written", ["no such file", b"\xff\xfe\x00", "folder"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, written):
    path = tmp_path / "09_try" / "x.md"
    path.parent.mkdir()
    if isinstance(written, bytes):
        path.write_bytes(written)
    elif written == "folder":
        path.mkdir()
    with pytest.raises(ContentError, match=r"x\.md: ") as caught:
        read_exercise(path)
    assert caught.value.message.identifier == "reader.unread"


MODULE = (
    "---\nkind: module\ntitle: T\nminutes: 9\nobjectives: [a]\ncontent_note: ''\ndraft: m9\n---\n"
)


@pytest.mark.parametrize("minutes", [1, 600])
def test_a_module_may_take_from_one_minute_to_ten_hours(tmp_path, minutes):
    path = tmp_path / "09_try" / "module.md"
    path.parent.mkdir()
    path.write_text(MODULE.replace("minutes: 9", f"minutes: {minutes}"), encoding="utf-8")
    assert (read_module(path).minutes, read_module(path).core_minutes) == (minutes, 0)


@pytest.mark.parametrize("minutes", [1, 9])
def test_the_core_way_of_a_module_takes_no_longer_than_all_of_it(tmp_path, minutes):
    path = tmp_path / "09_try" / "module.md"
    path.parent.mkdir()
    core = f"minutes: 9\ncore_minutes: {minutes}"
    path.write_text(MODULE.replace("minutes: 9", core), encoding="utf-8")
    assert read_module(path).core_minutes == minutes


@pytest.mark.parametrize(
    ("there", "wrote", "line", "identifier"),
    [
        ("objectives: [a]", "objectives: a", 5, "reader.objectives"),
        ("objectives: [a]", "objectives: [{a: b}]", 5, "reader.objectives"),
        ("minutes: 9", "minutes: 0", 4, "settings.whole_setting"),
        ("minutes: 9", "minutes: 601", 4, "settings.whole_setting"),
        ("minutes: 9", "minutes: 9\ncore_minutes: 0", 5, "settings.whole_setting"),
        ("minutes: 9", "minutes: 9\ncore_minutes: 10", 5, "settings.whole_setting"),
        ("title: T\n", "", 1, "reader.missing"),
        ("title: T", "title: [T]", 3, "reader.plain"),
        ("draft: m9", "drafts: m9", 7, "reader.unknown_setting"),
    ],
)
def test_a_mistake_in_a_module_page_is_named(tmp_path, there, wrote, line, identifier):
    path = tmp_path / "09_try" / "module.md"
    path.parent.mkdir()
    path.write_text(MODULE.replace(there, wrote), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_module(path)
    assert (caught.value.file, caught.value.line) == ("09_try/module.md", line)
    assert caught.value.message.identifier == identifier


# Whatever an author writes, the reader answers with an exercise or with a sentence ---------
def reads_or_complains(text):
    try:
        exercise = parse_exercise(text, "09/x", "x.md")
    except ContentError as error:
        assert 0 <= error.line <= len(text.splitlines()) + 1
        assert error.message.endswith((".", ".'"))  # or with a sentence to copy
        return None
    return exercise


@given(st.text(max_size=400))
def test_any_text_at_all_gives_a_sentence(text):
    assert reads_or_complains(text) is None or text.startswith("---")


PIECES = [
    "---",
    "## a",
    "## b",
    "- [ ] a",
    "- [x] b",
    "- a: b",
    "  > c",
    "",
    "kind: choice",
    "[",
    "{",
]
PIECES += [
    "kind: rank",
    "&a",
    "*a",
    "? a",
    "text",
    "seed: [a]",
    "  more",
    "- ",
    "'",
    '"',
    "\\",
    ": ",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30))
def test_any_pile_of_rule_lines_gives_a_sentence(lines):
    reads_or_complains("\n".join(["---", *lines]))


@examples(150)
@given(st.sampled_from(FILES), st.integers(0, 2**32), st.integers(1, 4))
def test_a_real_exercise_with_lines_cut_doubled_or_swapped_gives_a_sentence(text, seed, times):
    chance, lines = random.Random(seed), text.splitlines()
    for _ in range(times):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        change = chance.choice(["cut", "double", "swap", "halve", "retype"])
        if change == "cut" and len(lines) > 1:
            del lines[one]
        elif change == "double":
            lines.insert(other, lines[one])
        elif change == "swap":
            lines[one], lines[other] = lines[other], lines[one]
        elif change == "halve":
            lines[one] = lines[one][: len(lines[one]) // 2]
        else:
            value = chance.choice(
                ["[a]", "{a: b}", "", "[[a]]", "'", "9" * 400, "1e999", "{a: [b]}"]
            )
            lines[one] = re.sub(r"(?<=: ).*|(?<=:)$", f" {value}", lines[one])
    reads_or_complains("\n".join(lines))


# What is written comes back -----------------------------------------------------------------
LETTERS = string.ascii_letters + "äé ,.?'()"
PHRASE = st.text(LETTERS, min_size=1, max_size=30).map(str.strip).filter(lambda t: t[:1].isalpha())
NAMES = st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), min_size=2, max_size=5)
PARTS = NAMES.filter(lambda names: not {"hint", "debrief", "facilitator"} & set(names)).map(
    lambda names: list(dict.fromkeys(names))
)
TOP = "---\nkind: {}\ntitle: T\ndraft: m9-e1\nobjective: O.\nminutes: 2\nseed: [S01]\n" + (
    "competencies: [1]\nvalues: [integrity]\nvisibility: none\npurpose: P.\n{}---\n"
)


@given(PHRASE, st.lists(st.tuples(PHRASE, PHRASE, st.booleans()), min_size=2, max_size=6))
def test_a_choice_comes_back_as_written(prompt, options):
    body = "".join(f"- [{'x' if x else ' '}] {t}\n  > {f}\n" for t, f, x in options)
    text = TOP.format("choice", "many: yes\n") + f"{prompt}\n\n{body}"
    exercise = parse_exercise(text, "09/x")
    assert exercise.prompt == prompt
    assert [(o.text, o.feedback, o.fits) for o in exercise.items[0].options] == options


@given(PARTS, PARTS, st.data())
def test_a_sort_comes_back_as_written(items, buckets, data):
    if len(buckets) < 2:
        buckets = ["near", "far"]
    wrote = {i: {b: data.draw(st.tuples(PHRASE, st.booleans())) for b in buckets} for i in items}
    parts = [
        f"## {item}\nText of {item}.\n\n"
        + "".join(f"- [{'x' if x else ' '}] {b}\n  > {f}\n" for b, (f, x) in placed.items())
        for item, placed in wrote.items()
    ]
    front = "buckets:\n" + "".join(f'  "{b}": Bucket {b}\n' for b in buckets)
    text = TOP.format("sort", front) + "Sort.\n\n" + "\n".join(parts)
    exercise = parse_exercise(text, "09/x")
    assert exercise.settings["buckets"] == {b: f"Bucket {b}" for b in buckets}
    found = {i.key: {o.key: (o.feedback, o.fits) for o in i.options} for i in exercise.items}
    assert found == wrote
    assert [i.text for i in exercise.items] == [f"Text of {i}." for i in items]


@given(PARTS, st.data())
def test_a_rank_comes_back_in_its_order(items, data):
    wrote = [(item, data.draw(PHRASE), data.draw(PHRASE)) for item in items]
    body = "".join(f"## {item}\n{text}\n\n  > {said}\n\n" for item, text, said in wrote)
    text = TOP.format("rank", "ends: {first: a, last: b}\n") + "Order.\n\n" + body
    exercise = parse_exercise(text, "09/x")
    assert [(i.key, i.text, i.feedback) for i in exercise.items] == wrote
