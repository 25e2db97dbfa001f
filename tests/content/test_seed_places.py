"""Each sentence of the seed text is quoted, explained, shown in a case and practiced."""

import json

import pytest
import yaml
from the_course import COURSE

from workbook.content.model import Exercise, Item, Option
from workbook.content.seed_places import place_titles, seed_places, unquoted, untaught
from workbook.words import word

CLAIMS = COURSE.modules_folder / "seed_claims.yaml"
EXERCISES = [COURSE.exercise(name) for name in COURSE.exercise_ids()]
TAUGHT = seed_places(CLAIMS, EXERCISES, COURSE.notebooks())
SENTENCE = "Separate can never be equal, said someone."


def test_all_sentences_of_the_seed_text_are_looked_for():
    assert len(TAUGHT) == 35


@pytest.mark.parametrize("each", TAUGHT, ids=[each.id for each in TAUGHT])
def test_a_sentence_is_quoted_explained_cased_and_practiced(each):
    titles = place_titles(EXERCISES, COURSE.notebooks())
    assert unquoted([each]) == []
    assert list(untaught([each], EXERCISES, COURSE.notebooks())) == []
    for name in (*each.quoted, each.explained, each.case, each.practiced):
        assert titles[name], name


@pytest.fixture
def made(tmp_path):
    """Give a small course: a claim, a notebook with a core and a full section, exercises."""

    def make(explained="01#core", case="01/case", practiced="01/case", quote=SENTENCE):
        named = {"explained": explained, "case": case, "practiced": practiced}
        claims = tmp_path / "claims.yaml"
        rows = [{"id": "S1", "quote": quote, "taught": named}]
        claims.write_text(yaml.safe_dump({"claims": rows}), "utf-8")
        texts = {"core": f"## Read it\n“{SENTENCE}”", "core-2": "nothing of it can"}
        texts |= {"full": f"## More (full way)\n{SENTENCE}", "full-2": SENTENCE}
        cells = [{"cell_type": "markdown", "id": i, "source": [t]} for i, t in texts.items()]
        book = tmp_path / "01_x.ipynb"
        book.write_text(json.dumps({"cells": cells}), "utf-8")
        items = (Item("", "", (Option("a", "A", feedback=f"He said: {SENTENCE}"),)),)
        exercises = [
            Exercise("01/case", "choice", "A case", seed=("S1",), items=items),
            Exercise("01/far", "choice", "Far", seed=("S1",), way="full"),
            Exercise("01/free", "choice", "Free", seed=("S1",), optional=True),
            Exercise("01/other", "choice", "Other", seed=("S2",)),
        ]
        return seed_places(claims, exercises, [book]), exercises, [book]

    return make


def test_where_it_is_quoted_is_looked_up_in_cells_and_in_notes(made):
    (found,), *_ = made()
    assert found.quoted == ("01#core", "01#full", "01#full-2", "01/case")


def test_a_sentence_that_stands_nowhere_is_told(made):
    found, *_ = made(quote="separate can never be equally said")
    assert unquoted(found) == ["S1"]


@pytest.mark.parametrize(
    ("where", "name", "problem"),
    [
        ("explained", "", "not_named"),
        ("explained", "01#gone", "not_there"),
        ("explained", "01#full-2", "not_core"),
        ("explained", "01#core-2", "not_quoted"),
        ("explained", "01/other", "not_quoted"),
        ("explained", "01/case", ""),
        ("case", "01/far", "not_core"),
        ("case", "01/other", "not_claimed"),
        ("practiced", "01/free", "not_core"),
        ("practiced", "01#core", "not_claimed"),
        ("practiced", "01/case", ""),
    ],
)
def test_a_place_that_does_not_hold_is_told(made, where, name, problem):
    problems = list(untaught(*made(**{where: name})))
    said = {"claim": "S1", "way": word("seed_places", where)} | ({"place": name} if name else {})
    assert problems == ([word("seed_places", problem, **said)] if problem else [])
