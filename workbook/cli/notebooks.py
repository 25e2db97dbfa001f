"""`workbook notebooks save | check`: write or check the canonical form."""

import argparse
from pathlib import Path

from ..content.library import Library, find_course
from ..errors import WorkbookError
from ..notebooks import form_problems, save
from ..words import word, words
from .command import Commands, add_command

__all__ = ["add_parser", "run"]


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `notebooks` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["check"]).action
    'check'
    """
    text = words("notebooks_command")
    parser = add_command(subparsers, "notebooks", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    parser.add_argument("action", choices=("save", "check"))
    parser.add_argument("files", nargs="*", type=Path, help=text["files"])
    return parser


def run(args: argparse.Namespace) -> int:
    """Save or check the notebooks named, or all of the course.

    Examples
    --------
    >>> run(argparse.Namespace(action="check", files=[Path("nothing.ipynb")]))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: There is no notebook nothing.ipynb.
    """
    files = args.files or Library(find_course()).notebooks()
    if args.action == "save":
        for path in files:
            done = "saved" if save(path) else "unchanged"
            print(word("notebooks_command", done, name=path.name))
        return 0
    problems = [problem for path in files for problem in form_problems(path)]
    if problems:
        raise WorkbookError("\n".join(problems))
    print(word("notebooks_command", "all_canonical", n=len(files)))
    return 0
