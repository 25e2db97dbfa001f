"""A page with one exercise of every kind, the transcript panel, and nothing else."""

from learner import LIBRARY
from scratch import where, write_notebook

from workbook.kinds import kind_of


def one_of_each():
    """Give the first exercise of every kind of the course; one that counts, where there is one.

    What grows line by line is never restored as one answer; tests/page works it.
    """
    every = [LIBRARY.exercise(exercise_id) for exercise_id in LIBRARY.exercise_ids()]
    every = [exercise for exercise in every if not kind_of(exercise).lasting]
    found = {}
    for exercise in sorted(every, key=lambda each: each.optional):
        found.setdefault(exercise.kind, exercise.id)
    return sorted(found.values())


def open_page(visit, name, *calls, ids):
    """Open a notebook of a test's own on a visit, in a folder of its own."""
    path = visit.lab.course / "scratch" / f"{name}_page" / f"{name}.ipynb"  # nothing lies beside
    write_notebook(path, "# A page", "import workbook as wb", *calls, "wb.progress()")
    visit.path, visit.ids = where(visit.lab, path), list(ids)
    visit.page.goto(visit.lab.address(visit.path))
    return visit.ready()


def open_every_kind(visit):
    ids = one_of_each()
    calls = [f'wb.exercise("{exercise_id}")' for exercise_id in ids]
    return open_page(visit, "every_kind", 'wb.start("03")', *calls, "wb.transcript()", ids=ids)
