"""The plan: lots that follow their seed, a file that comes back, and what a damaged one is told."""

import json

import pytest

from workbook.errors import WorkbookError
from workbook.measures import randomization as rt
from workbook.measures.randomization import lots
from workbook.words import word


def refused(call, *given):
    with pytest.raises(WorkbookError) as error:
        call(*given)
    return error.value.args[0]


@pytest.mark.parametrize("scheme", lots.SCHEMES)
def test_a_plan_follows_its_seed_and_stays_within_its_design(scheme):
    seen = set()
    for seed in range(40):
        plan = rt.draw_starts(["n", "s", "w"], 20, min_baseline=5, min_treatment=5, scheme=scheme,
                              seed=seed)  # fmt: skip
        drawn = tuple(plan.lots.values())
        assert all(6 <= start <= 16 for start in drawn)
        assert drawn in set(map(tuple, lots.assignments(scheme, plan.design.starts).tolist()))
        assert plan.check() == []
        seen.add(drawn)
    assert len(seen) > 4


def test_a_saved_plan_comes_back_and_a_changed_one_is_noticed(tmp_path):
    plan = rt.draw_starts(4, 22, min_baseline=6, min_treatment=6, scheme="orders",
                          starts=[7, 10, 13, 16])  # fmt: skip
    path = plan.save(tmp_path / "plan.json")
    assert rt.Plan.load(path) == plan
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told.keys() == {"schema", "date", "design", "lots", "seed"}
    assert sorted(told["lots"].values()) == [7, 10, 13, 16]
    assert [each.name for each in tmp_path.iterdir()] == ["plan.json"]
    first, second, *_ = told["lots"]
    told["lots"][first], told["lots"][second] = told["lots"][second], told["lots"][first]
    (tmp_path / "other.json").write_text(json.dumps(told), encoding="utf-8")
    assert rt.Plan.load(tmp_path / "other.json").check() == [word("plan_errors", "changed")]


def test_a_plan_is_never_written_over_and_a_broken_one_is_told_in_words(tmp_path):
    plan = rt.draw_starts(1, 20, min_baseline=5, min_treatment=5, scheme="starts")
    path = plan.save(tmp_path / "plan.json")
    before = path.read_bytes()
    file = {"file": "plan.json"}
    assert refused(plan.save, path) == word("plan_errors", "there_already", **file)
    assert path.read_bytes() == before
    said = refused(plan.save, tmp_path / "no folder" / "plan.json")
    assert said.identifier == "plan_errors.unwritable"
    for text, name in (("{", "no_json"), ('{"a": 1}', "other_file"), ("[]", "other_file")):
        path.write_text(text, encoding="utf-8")
        said = refused(rt.Plan.load, path)
        assert (said.name, said.values["file"]) == (name, "plan.json")
    told = json.loads(before)
    for key in ("date", "design", "lots", "seed"):
        path.write_text(json.dumps({k: v for k, v in told.items() if k != key}), encoding="utf-8")
        assert refused(rt.Plan.load, path) == word("plan_errors", "damaged", **file)
    said = refused(rt.Plan.load, tmp_path / "nowhere.json")
    assert (said.name, said.values["file"]) == ("unreadable", "nowhere.json")


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("sessions", "many"),
        ("sessions", 10**9),
        ("sessions", True),
        ("starts", [[], [], [], []]),
        ("starts", [[7], [10], [13]]),
        ("starts", [[7], [10], [13], [400]]),
        ("starts", [["a"], [10], [13], [16]]),
        ("scheme", "by hand"),
    ],
)
def test_a_damaged_plan_is_told_and_never_worked_on(tmp_path, part, value):
    plan = rt.draw_starts(4, 21, min_baseline=6, min_treatment=6, scheme="orders", seed=1)
    told = plan.told()
    told["design"][part] = value
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(told), "utf-8")
    assert refused(rt.Plan.load, path) == word("plan_errors", "damaged", file="plan.json")


def test_fixed_starts_may_use_every_place_that_there_is():
    ends = {"min_baseline": 3, "min_treatment": 3, "scheme": "orders"}
    found = rt.design(3, 8, starts=[6, 4, 5], **ends)
    assert found.starts == ((4,), (5,), (6,))
    said = refused(lambda: rt.design(3, 8, starts=[4, 5, 7], **ends))
    assert said == word("plan_errors", "fixed_starts")


ASKED = {"outcome": "Weekly visits", "improvement": "decrease", "statistic": "B-A"}


def asked(**more):
    sizes = {"min_baseline": 5, "min_treatment": 5, "scheme": "starts", "seed": 3}
    return rt.draw_starts(["n", "s"], 25, **sizes, **more)


def test_the_question_lies_in_the_plan_and_changing_it_later_is_noticed(tmp_path):
    plan = asked(**ASKED, smallest_change=2)
    path = plan.save(tmp_path / "plan.json")
    assert rt.Plan.load(path) == plan and rt.Plan.load(path).check() == []
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["question"] == {**ASKED, "smallest_change": 2}
    noticed = 0
    for change in range(3, 9):  # another question draws other lots, but for a few by luck
        told["question"]["smallest_change"] = change
        (tmp_path / "other.json").write_text(json.dumps(told), encoding="utf-8")
        noticed += rt.Plan.load(tmp_path / "other.json").check() != []
    assert noticed >= 4


def test_a_plan_without_a_question_is_as_it_always_was(tmp_path):
    plan = asked()
    assert "question" not in plan.told() and plan.question == rt.Question()
    assert plan.lots == {"n": 9, "s": 14}
    assert plan.question.differs(outcome="x", improvement="increase", statistic="NAP") == []


def test_what_is_asked_later_is_compared_with_what_was_planned():
    question = asked(**ASKED).question
    assert question.differs(outcome=" weekly  VISITS", improvement="decrease") == []
    found = question.differs(outcome="calls", improvement="increase", statistic="NAP")
    assert [each.name for each in found] == ["other_outcome", "other_improvement",
                                             "other_statistic"]  # fmt: skip


@pytest.mark.parametrize(
    ("ends", "way", "name"),
    [
        ((2.0, 5.0), "increase", "beyond"),
        ((0.5, 5.0), "increase", "open"),
        ((-3.0, 1.9), "increase", "short"),
        ((-5.0, -2.0), "decrease", "beyond"),
        ((-5.0, -1.0), "decrease", "open"),
        ((-1.0, 5.0), "decrease", "short"),
        ((float("nan"), float("nan")), "increase", "no_interval"),
    ],
)
def test_the_interval_is_read_against_the_smallest_change(ends, way, name):
    result = rt.RandomizationResult(0.01, 3.0, 50, 0.02, "", False, 3.0, *ends)
    found = rt.Question(improvement=way, smallest_change=2).reading(result)
    assert found.identifier == f"plan_question.{name}"
    assert rt.Question(improvement=way).reading(result) == ""


@pytest.mark.parametrize(
    "odd",
    [
        {"smallest_change": 2},
        {"improvement": "increase", "smallest_change": -2},
        {"improvement": "increase", "smallest_change": float("inf")},
        {"improvement": "up"},
        {"statistic": "median"},
        {"outcome": 5},
        {"colour": "red"},
    ],
)
def test_a_question_that_is_none_is_told(odd, tmp_path):
    assert refused(lambda: asked(**odd)).group in ("plan_errors", "option_errors")
    told = asked().told()
    path = tmp_path / "plan.json"
    path.write_text(json.dumps({**told, "question": odd}), "utf-8")
    assert refused(rt.Plan.load, path) == word("plan_errors", "damaged", file="plan.json")
