"""A course of a few short files, for tests of what is done with any course."""

import re

import nbformat

from workbook.content.library import Library
from workbook.content.static import as_text
from workbook.kinds import kind_of, names
from workbook.notebooks import canonical

MODULE = """---
kind: module
title: {title}
draft: m{number}
minutes: {minutes}
objectives:
  - "Try it out."
content_note: ""
---
About it.
"""
FEW = ("choice", "sort", "reflection")


def sample(kind, number):
    """Give the sample of a kind with a draft id of its own."""
    text = (kind_of(kind).folder / "sample.md").read_text(encoding="utf-8")
    return re.sub(r"^draft: .*$", f"draft: m9-e{number}", text, count=1, flags=re.MULTILINE)


def make(folder, *modules):
    """Write a course: each module is its number, its name, and the kinds that it shows."""
    exercises = folder / "modules" / "exercises"
    number = 0
    for name, kinds in modules:
        own = exercises / name
        own.mkdir(parents=True)
        text = MODULE.format(title=name[3:].title(), number=int(name[:2]), minutes=2 * len(kinds))
        (own / "module.md").write_text(text, encoding="utf-8")
        for kind in kinds:
            number += 1
            (own / f"{kind}.md").write_text(sample(kind, number), encoding="utf-8")
    claims = "claims:\n  - {id: S01, treated_in: []}\n"
    (folder / "modules" / "seed_claims.yaml").write_text(claims, encoding="utf-8")
    for name, kinds in modules:
        write_book(folder, name, [f"{name[:2]}/{kind}" for kind in kinds])
    return folder


def write_book(folder, name, ids):
    """Write a notebook that looks as if it had been run."""
    library = Library(folder)
    new = nbformat.v4
    cells = [new.new_markdown_cell(f"# {name[3:].title()}", id="title")]
    cells.append(shown(f'import workbook as wb\nwb.start("{name[:2]}")', "About it.", "start"))
    for exercise_id in ids:
        text = as_text(library.exercise(exercise_id))
        cell_id = exercise_id.partition("/")[2].replace("_", "-")
        cells.append(shown(f'wb.exercise("{exercise_id}")', text, cell_id))
    cells.append(new.new_markdown_cell("## Key points\nKeep them.", id="key-points"))
    cells.append(shown("wb.progress()", "Your progress.", "progress"))
    for count, cell in enumerate((c for c in cells if c.cell_type == "code"), 1):
        cell.execution_count = count
    book = canonical(new.new_notebook(cells=cells))
    nbformat.write(book, folder / "modules" / f"{name}.ipynb")


def shown(source, text, cell_id):
    output = nbformat.v4.new_output("display_data", data={"text/plain": text})
    return nbformat.v4.new_code_cell(source, id=cell_id, outputs=[output])


def every_kind(folder):
    """Write a course with one exercise of every kind, in the contrary order of their names."""
    kinds = sorted(names(), reverse=True)
    half = len(kinds) // 2
    return make(folder, ("00_first", kinds[:half]), ("01_second", kinds[half:]))
