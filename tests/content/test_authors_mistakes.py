"""A mistake of an author is named with its file and line, whatever the kind of exercise."""

import pytest

from workbook.content.reader import parse_exercise
from workbook.errors import ContentError
from workbook.words import word

# kind, what stands there, what an author wrote, the line that is named, its identifier
BAD = [
    ("choice", "kind: choice", "kind: quiz", "kind: quiz", "reader.unknown_kind"),
    ("choice", "kind: choice", "kind: [choice]", "kind: [choice]", "reader.unknown_kind"),
    ("choice", "kind: choice\n", "", "---", "reader.unknown_kind"),
    ("choice", "title: Try it out\n", "", "---", "reader.missing"),
    ("choice", "title: Try it out", "title: [a]", "title: [a]", "reader.plain"),
    ("choice", "purpose: Try it.", "purpose: {a: b}", "purpose: {a: b}", "reader.plain"),
    ("choice", "minutes: 2", "minutes: two", "minutes: two", "settings.whole_setting"),
    ("choice", "minutes: 2", "minutes: 0", "minutes: 0", "settings.whole_setting"),
    ("choice", "minutes: 2", "minutes: ²", "minutes: ²", "settings.whole_setting"),
    ("choice", "minutes: 2", "minutes: [2]", "minutes: [2]", "reader.plain"),
    ("choice", "seed: [S01]", "seed: S01", "seed: S01", "reader.list"),
    ("choice", "seed: [S01]", "seed: [[S01]]", "seed: [[S01]]", "reader.list"),
    ("choice", "visibility: none", "visibility: all", "visibility: all", "reader.visibility"),
    ("choice", "purpose: Try it.", "purpose: a\nlevel: b", "level: b", "reader.unknown_setting"),
    ("choice", "purpose: Try it.", "purpose: a\nmany: 2", "many: 2", "settings.flag"),
    ("choice", "purpose: Try it.", "purpose: a\npost_test: 1", "post_test: 1", "settings.flag"),
    ("rank", "purpose: Try it.", "purpose: a\noptional: so", "optional: so", "settings.flag"),
    ("rank", "purpose: Try it.", "purpose: a\noptional: [yes]", "optional: [yes]", "reader.plain"),
    ("choice", "- [ ] It is shown", "- [x] It is shown", "Which fits?", "choice_file.several_fit"),
    ("choice", "- [ ] It is", "- shown: It is", "- shown: It is shown.", "lines.other_shape"),
    ("choice", "- [x] It is tested.\n  > Feedback two.\n", "", "Which fits?", "lines.too_few"),
    ("choice", "## hint", "## nudge", "## nudge", "reader.part_here"),
    ("choice", "A hint.", "- [ ] One", "- [ ] One", "reader.prose"),
    ("choice", "Which fits?", "Which?\n\n  > Lost.", "  > Lost.", "reader.lost_feedback"),
    ("choice", "A hint.", "Look.\n  > Lost.", "  > Lost.", "reader.lost_feedback"),
    (
        "sort",
        "near: Near to it\n  far: Far from it",
        "near: Near",
        "buckets:",
        "settings.mapping_least",
    ),
    ("sort", "near: Near to it", "near: [a]", "buckets:", "settings.mapping_least"),
    ("sort", "- [x] far", "- [x] fro", "- [x] fro", "lines.unknown_key"),
    ("sort", "- [x] far", "- [x] near", "## desk", "lines.same_key"),
    ("sort", "- [ ] near\n  > Feedback one.\n", "", "## desk", "placing.no_line"),
    ("sort", "Sort them.", "Sort.\n\n- [ ] near", "- [ ] near", "reader.no_heading"),
    ("sort", "The chair", "The chair\n\n  > Lost.", "  > Lost.", "reader.lost_feedback"),
    ("match", "- [x] near", "- [ ] near", "buckets:", "match_file.not_once"),
    (
        "power_map",
        "- voice: practitioner",
        "- vice: person",
        "- vice: person",
        "power_map_file.other_shape",
    ),
    (
        "power_map",
        "- record: person",
        "- record: clerk",
        "- record: clerk",
        "power_map_file.other_shape",
    ),
    (
        "power_map",
        "- voice: practitioner",
        "- voice: person\n  > One.\n- record: person",
        "- record: person",
        "power_map_file.other_shape",
    ),
    ("rank", "first: Most", "top: Most", "ends:", "rank_file.ends"),
    ("rank", '"What do you want?"', "- [ ] What", "- [ ] What", "reader.line_here"),
    ("annotate", "- [x] asks", "- [x] ask", "- [x] ask", "lines.unknown_key"),
    ("annotate", "- [x] asks", "- asks: x", "- asks: x", "lines.other_shape"),
    ("rating", "scale:\n  - Never\n  - Often", "scale: often", "scale: often", "rating_file.scale"),
    ("rating", "scale:\n  - Never\n  - Often", "scale: [a]", "scale: [a]", "rating_file.scale"),
    ("rating", "cannot_tell: yes", "cannot_tell: so", "cannot_tell: so", "settings.flag"),
    ("rating", "- record:", "- agenda:", "How often?", "lines.same_name"),
    (
        "rating",
        "- record: They",
        "- [ ] They",
        "- [ ] They knew what I wrote.",
        "lines.other_shape",
    ),
    (
        "reflection",
        "visibility: private",
        "visibility: none",
        "visibility: none",
        "reflection_file.not_private",
    ),
    ("reflection", "Which moment?", "When?\n\n- [ ] Now", "- [ ] Now", "reader.line_here"),
    ("what_if", "unit: a week", "units: a week", "inputs:", "what_if_file.keys"),
    ("what_if", "step: 1,", "step: one,", "inputs:", "what_if_file.numbers"),
    ("what_if", "step: 1,", "step: [1],", "inputs:", "what_if_file.keys"),
    ("what_if", "step: 1,", "step: 0,", "inputs:", "what_if_file.start"),
    ("what_if", "to: 40", "to: inf", "inputs:", "what_if_file.numbers"),
    ("what_if", "start: 12", "start: 41", "inputs:", "what_if_file.start"),
    (
        "what_if",
        "visits * 42",
        "hours * 42",
        "result: hours * 42 * (1 - share)",
        "what_if_file.formula_other",
    ),
    (
        "what_if",
        "visits * 42",
        "visits **",
        "result: visits ** * (1 - share)",
        "what_if_file.formula_unread",
    ),
    ("what_if", "{visits:.0f}", "{visit:.0f}", None, "what_if_file.field"),
    ("what_if", "{visits:.0f}", "{visits!r}", None, "what_if_file.field"),
]


@pytest.mark.parametrize(("kind", "there", "wrote", "at", "identifier"), BAD)
def test_a_mistake_is_named_with_file_and_line(texts, kind, there, wrote, at, identifier):
    text = texts[kind].replace(there, wrote, 1)
    assert text != texts[kind]
    with pytest.raises(ContentError) as caught:
        parse_exercise(text, "09/try", "09_try/try.md")
    lines = text.splitlines()
    named = lines[caught.value.line - 1]
    assert named == at if at else wrote in named
    message = caught.value.message
    assert message.identifier == identifier
    if identifier == "lines.other_shape":
        shape = "named" if kind == "rating" else "option"
        assert message.values["shape"] == word("lines", shape)
    assert str(caught.value).startswith(f"09_try/try.md, line {caught.value.line}: ")
