"""Each rule for the course's content, broken once and told in a sentence."""

from dataclasses import replace

import pytest

from workbook.content.check import (
    check_all,
    check_exercise,
    own_words,
    seed_coverage,
    without_feedback,
)
from workbook.content.model import Exercise
from workbook.errors import ContentError
from workbook.kinds import names


@pytest.mark.parametrize("kind", names())
def test_the_small_exercises_are_well(samples, kind):
    assert check_exercise(samples[kind]) == []


def first_option(exercise, **changes):
    item = exercise.items[0]
    options = (replace(item.options[0], **changes), *item.options[1:])
    return replace(exercise, items=(replace(item, options=options), *exercise.items[1:]))


@pytest.mark.parametrize("kind", ["choice", "sort", "match"])
def test_an_option_without_feedback_is_named_with_its_line(samples, kind):
    bare = first_option(samples[kind], feedback="")
    line = bare.items[0].options[0].line
    assert len(without_feedback(bare)) == 1
    assert [f", line {line}: " in found for found in check_exercise(bare)] == [True]


def test_a_marked_line_without_a_reason_is_named(samples):
    item = samples["annotate"].items[1]
    bare = replace(samples["annotate"], items=(replace(item, feedback=""),))
    assert len(check_exercise(bare)) == 2


def test_an_item_to_rank_without_feedback_is_named(samples):
    item = samples["rank"].items[0]
    bare = replace(samples["rank"], items=(replace(item, feedback=""),))
    assert "An item to rank has no feedback" in check_exercise(bare)[0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"objective": " "}, "The objective is empty"),
        ({"seed": ()}, "No seed claim is named"),
        ({"debrief": "Well done."}, "'well done' is not said here"),
        ({"prompt": "It is proven to help."}, "'proven' is not said here"),
        ({"hint": "The correct answer is b."}, "'correct answer' is not said here"),
        ({"prompt": "See [this](#nowhere)."}, "The link '#nowhere' leads to no part"),
    ],
)
def test_a_broken_rule_is_named(samples, change, words):
    found = check_exercise(replace(samples["choice"], **change))
    assert len(found) == 1
    assert found[0].startswith("09/choice: ")
    assert words in found[0]


def test_a_quotation_may_say_what_the_course_does_not(samples):
    quoted = replace(samples["choice"], prompt='Somebody says: "It is proven." What now?')
    assert check_exercise(quoted) == []


def test_own_words_leave_out_quotations_names_addresses_and_the_facilitator(samples):
    prompt = 'As Ana Ruiz says, "ask first". See https://example.org/a now.'
    words = own_words(replace(samples["choice"], prompt=prompt))
    for absent in ("Ana", "Ruiz", "ask first", "example.org", "For the facilitator"):
        assert absent not in words
    for present in ("says", "now.", "A hint.", "A debrief.", "Feedback", "It is tested."):
        assert present in words


def test_a_name_at_the_end_does_not_swallow_the_end_of_its_sentence():
    exercise = Exercise("09/x", "reflection", "T", prompt="We ask Ana Ruiz. Then we wait.")
    assert own_words(exercise) == "We ask . Then we wait."


def test_two_exercises_with_one_draft_id_or_one_name_are_named():
    one = Exercise("09/try", "rank", "T", draft="m9-e1")
    found = check_all([one, replace(one, id="09/Try", draft="m9-e2")])
    assert found == [
        "09/try: Two files have this name, but for capital letters. Rename one of them.",
    ]
    assert "The draft id 'm9-e1' is used twice" in check_all([one, replace(one, id="09/b")])[0]


def test_a_tenth_module_is_no_module_010(tmp_path):
    path = tmp_path / "seed_claims.yaml"
    path.write_text("claims:\n  - {id: S01, treated_in: [m10-e1]}\n", encoding="utf-8")
    [found] = seed_coverage(path, [], {"10"})["problems"]
    assert (found.identifier, found.values) == ("check.lost_claim", {"claim": "S01"})


CLAIMS = """claims:
  - {id: S01, treated_in: [m0-e1, m1-e1]}
  - {id: S02, treated_in: [m2-e1]}
  - {id: S03, treated_in: [enc-a]}
"""


def claim(seed, draft="m0-e9"):
    return Exercise("00/x", "rank", "T", draft=draft, seed=seed)


@pytest.mark.parametrize(
    ("exercises", "notebooks", "covered", "problems"),
    [
        ([], set(), 0, []),
        ([], {"00"}, 0, []),
        ([], {"00", "01"}, 0, ["Seed claim S01 is treated nowhere"]),
        ([claim(("S01",))], {"00", "01"}, 1, []),
        ([claim((), "m1-e1")], {"00", "01"}, 0, []),
        ([claim(("S01",))], {"00", "01", "03"}, 1, ["Seed claim S03 is treated nowhere"]),
        ([claim(("S02", "S09"))], {"00"}, 1, ["00/x: There is no seed claim 'S09'."]),
    ],
)
def test_seed_claims_are_counted(tmp_path, exercises, notebooks, covered, problems):
    path = tmp_path / "seed_claims.yaml"
    path.write_text(CLAIMS, encoding="utf-8")
    found = seed_coverage(path, exercises, notebooks)
    assert (found["covered"], found["total"]) == (covered, 3)
    assert len(found["problems"]) == len(problems)
    for sentence, start in zip(found["problems"], problems, strict=True):
        assert sentence.startswith(start)


@pytest.mark.parametrize("text", [None, "claims: [", "- a", "claims:\n  - {name: x}\n"])
def test_a_list_of_claims_that_cannot_be_read_is_a_sentence(tmp_path, text):
    path = tmp_path / "seed_claims.yaml"
    if text:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match="seed_claims.yaml"):
        seed_coverage(path, [], set())
