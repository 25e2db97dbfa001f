"""`workbook evaluate`: a report on a small test, from one table of sessions."""

import argparse
import contextlib
import json
import sys
from datetime import date
from pathlib import Path

from ..errors import WorkbookError
from ..journal.disk import replace

__all__ = ["add_parser", "run"]

EXAMPLE = """examples:
  workbook evaluate cards.csv --improvement increase --plan plan.json
  workbook evaluate cards.csv --improvement increase --columns "case=worker, outcome=rating"
  workbook evaluate weeks.csv --improvement increase --wide "week: north=7, south=10"

The table has one row for each session: case (left out when there is only one), session (1, 2, 3),
phase (A before the start, B after it), outcome (a number; empty when it is missing):

  case,session,phase,outcome
  north,1,A,3.2
  north,2,B,3.9

Or it is wide, with one column of outcomes for each case. Then --wide names the column of sessions
and, for each case, the first session of phase B, or the column that holds its phase
("week: north=north_phase").

With the columns person, practitioner (averages of the Mirror, 0 to 100), person_cards and
practitioner_cards (how many cards), the report shows both sides over time. With a column cards
(how many cards are behind an outcome), outcomes from fewer than five are left out.
"""


def add_parser(subparsers):
    """Add `evaluate` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["a.csv", "--improvement", "increase"]).scale
    'other'
    """
    parser = subparsers.add_parser(
        "evaluate",
        help="make a report on a small test from a CSV file",
        description="Make one HTML page and one table of numbers from sessions before and after a "
        "start. Both files stay on this computer.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_question(parser)
    parser.add_argument("--output", type=Path, help="the page; DATA-report.html if left out")
    parser.add_argument("--numbers", type=Path, help="the table; beside the page if left out")
    parser.add_argument("--force", action="store_true", help="overwrite files that are there")
    parser.add_argument("--json", action="store_true", help="print everything for a program")
    parser.set_defaults(run=run)
    return parser


def _add_question(parser):
    add, ways = parser.add_argument, "increase or decrease; for each case: north=increase, ..."
    add("data", type=Path, help="the CSV file of sessions")
    add("--improvement", required=True, metavar="WAY", help=ways)
    add(
        "--goal",
        metavar="NUMBER",
        help="what the people want to reach; for each case: north=4, ...",
    )
    add(
        "--scale",
        default="other",
        choices=("count", "rate", "proportion", "percentage", "other"),
        help="what the outcome is; other (a rating) if left out",
    )
    add("--plan", type=Path, help="the plan file with the lots")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--columns", default="", help="names of the columns, where they differ")
    shape.add_argument("--wide", default="", help="one column for each case: which, and its start")


def run(args) -> int:
    """Make the report; nothing is written unless all of it could be made.

    Examples
    --------
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> run(parser.parse_args(["no.csv", "--improvement", "increase"]))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: There is no such file: no.csv. ...
    """
    try:
        return _run(args)
    except KeyboardInterrupt:
        _tell("stopped; nothing was written")
        raise


def _run(args) -> int:
    from .. import evaluation

    if args.data.is_dir():
        raise WorkbookError(f"{args.data} is a folder. Give the name of a CSV file.")
    out = _targets(args)
    question = _question(args)
    sessions = evaluation.read_sessions(args.data, columns=args.columns, wide=args.wide, told=_tell)
    report = evaluation.evaluate(sessions, question, _tell)
    texts = evaluation.page(report, date.today().isoformat(), _tell), evaluation.as_csv(report)
    _write(dict(zip(out, texts, strict=True)))
    if args.json:
        files = {"report": str(out[0]), "numbers_file": str(out[1])}
        print(json.dumps({**files, **evaluation.as_json(report)}, indent=2))
    else:
        print(f"Wrote {out[0]} and {out[1]}. Both are private: keep them in a safe place.")
    return 0


def _tell(said: str) -> None:
    print(f"... {said}", file=sys.stderr, flush=True)


def _question(args):
    from ..evaluation import Question, pairs
    from ..measures.randomization import Plan

    way = pairs(args.improvement) if "=" in args.improvement else args.improvement
    for each in way.values() if isinstance(way, dict) else [way]:
        if each not in ("increase", "decrease"):
            raise WorkbookError(f"--improvement is increase or decrease, not '{each[:30]}'.")
    goal = args.goal
    if goal is not None:
        goal = {n: _goal(g) for n, g in pairs(goal).items()} if "=" in goal else _goal(goal)
    return Question(way, goal, args.scale, Plan.load(args.plan) if args.plan else None)


def _goal(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise WorkbookError(f"The goal '{text[:30]}' is not a number.") from None


def _targets(args) -> list[Path]:
    """Give the two files to write; names that cannot be used are told before any work."""
    try:
        page = args.output or args.data.with_name(f"{args.data.stem}-report.html")
        table = args.numbers or page.with_name(f"{page.stem.removesuffix('-report')}-numbers.csv")
        _check_targets([page, table], args)
    except (ValueError, OSError):
        message = "The page or the table has a name that cannot be used. Give other names "
        raise WorkbookError(f"{message}(--output, --numbers). Nothing was written.") from None
    return [page, table]


def _check_targets(out, args) -> None:
    given = {path.resolve() for path in (args.data, args.plan) if path}
    if len({path.resolve() for path in out} - given) < 2:
        raise WorkbookError("The page, the table, the data and the plan need names of their own. "
                            "Give other names. Nothing was written.")  # fmt: skip
    for path in out:
        if path.is_dir() or not path.parent.is_dir():
            raise WorkbookError(f"{path} cannot be written: its folder is not there, or the name "
                                "is that of a folder. Give another name.")  # fmt: skip
        if path.exists() and not path.is_file():
            raise WorkbookError(f"{path} is no file of this program's. Give another name.")
        if path.exists() and not args.force:
            raise WorkbookError(f"{path} is there already. Nothing was written. Give another name "
                                "(--output, --numbers), or use --force.")  # fmt: skip


def _write(texts: dict[Path, str]) -> None:
    """Write all files or none: each whole beside its place first, then all into their places."""
    made = {path: path.with_name(f".{path.name}.new") for path in texts}
    try:
        for path, text in texts.items():
            replace(made[path], text.encode("utf-8"))
        for path in texts:
            made[path].replace(path)
    except OSError as error:
        why = (error.strerror or "unknown").lower()
        raise WorkbookError(f"{path} could not be written ({why}). Nothing was written. Name "
                            "another folder with --output and --numbers.") from None  # fmt: skip
    finally:
        for part in made.values():
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
