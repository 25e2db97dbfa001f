"""The recipe of docs/many_hand_ins.md, run on thirty learners: it counts as the report does."""

import re

import duckdb

from workbook.kinds.question import ONE
from workbook.record.offer import questions_of


def test_the_recipe_counts_what_the_report_counts(root, thirty, gathered, course):
    page = (root / "docs" / "many_hand_ins.md").read_text(encoding="utf-8")
    recipe: dict = {}
    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL)[:2]:
        exec(block, recipe)
    database = duckdb.connect()
    recipe["load"]([thirty], database)
    told = 0
    for (item, _, key), values, counts in recipe["published"](database):
        [question] = [q for q in questions_of(course, item)[1] if q.key == key]
        if question.form == ONE:
            given = [one.items[item].facts.get(key) for one in gathered.newest if item in one.items]
            assert set(values) - {None} == set(given) - {None}
            for value, count in zip(values, counts, strict=True):
                assert value is None or count in (None, given.count(value))
            told += None not in counts[:1]
    assert told > 10
