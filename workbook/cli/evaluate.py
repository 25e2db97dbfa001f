"""`workbook evaluate`: a report on a small test, from one table of sessions."""

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import WorkbookError
from ..files import write_all
from ..words import Message, word, words
from .command import Commands, add_command

if TYPE_CHECKING:
    from ..evaluation import Question

__all__ = ["add_parser", "run"]

WAYS = ("increase", "decrease")
SCALES = ("count", "rate", "proportion", "percentage", "other")


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `evaluate` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["a.csv", "--improvement", "increase"]).scale
    'other'
    """
    text = words("evaluate_command")
    parser = add_command(subparsers, "evaluate", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("data", type=Path, help=text["data"])
    add("--improvement", required=True, metavar="WAY", help=text["improvement"])
    add("--goal", metavar="NUMBER", help=text["goal"])
    add("--scale", default="other", choices=SCALES, help=text["scale"])
    add("--plan", type=Path, help=text["plan"])
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--columns", default="", help=text["columns"])
    shape.add_argument("--wide", default="", help=text["wide"])
    add("--output", type=Path, help=text["output"])
    add("--numbers", type=Path, help=text["numbers"])
    add("--force", action="store_true", help=text["force"])
    add("--json", action="store_true", help=text["json"])
    return parser


def run(args: argparse.Namespace) -> int:
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
        _report(word("evaluate_command", "stopped"))
        raise


def _run(args: argparse.Namespace) -> int:
    from .. import evaluation

    if args.data.is_dir():
        raise WorkbookError(word("evaluate_command", "is_folder", path=args.data))
    out = _targets(args)
    question = _question(args)
    sessions = evaluation.read_sessions(
        args.data, columns=args.columns, wide=args.wide, progress=_report
    )
    report = evaluation.evaluate(sessions, question, _report)
    page = evaluation.page(report, date.today().isoformat(), _report)
    whole = evaluation.document(page) if out[0].suffix.lower() == ".docx" else page
    texts = whole, evaluation.as_csv(report)
    _write(dict(zip(out, texts, strict=True)))
    if args.json:
        files = {"report": str(out[0]), "numbers_file": str(out[1])}
        print(json.dumps({**files, **evaluation.as_json(report)}, indent=2))
    else:
        print(word("evaluate_command", "wrote", page=out[0], table=out[1]))
    return 0


def _report(progress: Message) -> None:
    print(f"... {progress}", file=sys.stderr, flush=True)


def _question(args: argparse.Namespace) -> "Question":
    from ..evaluation import Question, pairs
    from ..measures.randomization import Plan

    way = pairs(args.improvement) if "=" in args.improvement else args.improvement
    for each in way.values() if isinstance(way, dict) else [way]:
        if each not in WAYS:
            raise WorkbookError(word("evaluate_command", "no_way", text=each[:30]))
    goal = args.goal
    if goal is not None:
        goal = {n: _goal(g) for n, g in pairs(goal).items()} if "=" in goal else _goal(goal)
    return Question(way, goal, args.scale, Plan.load(args.plan) if args.plan else None)


def _goal(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise WorkbookError(word("evaluate_command", "no_goal", text=text[:30])) from None


def _targets(args: argparse.Namespace) -> list[Path]:
    """Give the two files to write; names that cannot be used are told before any work."""
    try:
        page = args.output or args.data.with_name(f"{args.data.stem}-report.html")
        table = args.numbers or page.with_name(f"{page.stem.removesuffix('-report')}-numbers.csv")
        _check_targets([page, table], args)
    except (ValueError, OSError):
        raise WorkbookError(word("evaluate_command", "odd_name")) from None
    return [page, table]


def _check_targets(out: list[Path], args: argparse.Namespace) -> None:
    given = {path.resolve() for path in (args.data, args.plan) if path}
    if len({path.resolve() for path in out} - given) < 2:
        raise WorkbookError(word("evaluate_command", "same_names"))
    for path in out:
        if path.is_dir() or not path.parent.is_dir():
            raise WorkbookError(word("evaluate_command", "no_place", path=path))
        if path.exists() and not path.is_file():
            raise WorkbookError(word("evaluate_command", "no_file", path=path))
        if path.exists() and not args.force:
            raise WorkbookError(word("evaluate_command", "already_there", path=path))


def _write(texts: Mapping[Path, bytes | str]) -> None:
    try:
        write_all(texts, private=True)
    except OSError as error:
        about = {"path": error.filename, "reason": (error.strerror or "unknown").lower()}
        raise WorkbookError(word("evaluate_command", "not_written", **about)) from None
