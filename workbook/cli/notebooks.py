"""`workbook notebooks save | check`: write or check the canonical form."""

import argparse
from pathlib import Path

from ..content.library import find_course
from ..errors import WorkbookError
from ..notebooks import form_problems, save

__all__ = ["add_parser", "run"]

EXAMPLE = """example:
  workbook notebooks save                               run and save all notebooks
  workbook notebooks check modules/00_start_here.ipynb  look at one, change nothing
"""


def add_parser(subparsers):
    """Add `notebooks` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["check"]).action
    'check'
    """
    parser = subparsers.add_parser(
        "notebooks",
        help="run and save, or check, the notebooks",
        epilog=EXAMPLE,
        description="Keep the notebooks in the form that tests can compare.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("action", choices=("save", "check"))
    parser.add_argument("files", nargs="*", type=Path, help="notebooks; all of the course if none")
    parser.set_defaults(run=run)
    return parser


def run(args) -> int:
    """Save or check the notebooks named, or all of the course.

    Examples
    --------
    >>> run(argparse.Namespace(action="check", files=[Path("nothing.ipynb")]))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: There is no notebook nothing.ipynb.
    """
    files = args.files or sorted((find_course() / "modules").glob("*.ipynb"))
    if args.action == "save":
        for path in files:
            print(f"{path.name}: {'saved' if save(path) else 'unchanged'}")
        return 0
    problems = [problem for path in files for problem in form_problems(path)]
    if problems:
        raise WorkbookError("\n".join(problems))
    print(f"{len(files)} notebooks are in canonical form.")
    return 0
