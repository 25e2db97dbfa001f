"""`workbook evaluate`: a report on a small test, from the table that an agency has."""

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
    from ..evaluation import Options, Question, Report

__all__ = ["add_parser", "run"]

WAYS = ("increase", "decrease")
SCALES = ("count", "rate", "proportion", "percentage", "other")
TEXTS = ("columns", "wide", "sheet", "before", "after", "leave_out", "missing", "range")


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
    add("--drawn-phases", type=int, default=0, metavar="N", help=text["drawn_phases"])
    _add_table_options(parser)
    add("--output", type=Path, help=text["output"])
    add("--numbers", type=Path, help=text["numbers"])
    add("--separator", default=",", metavar="SIGN", help=text["separator"])
    add("--force", action="store_true", help=text["force"])
    add("--json", action="store_true", help=text["json"])
    return parser


def _add_table_options(parser: argparse.ArgumentParser) -> None:
    text = words("evaluate_command")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--columns", default="", help=text["columns"])
    shape.add_argument("--wide", default="", help=text["wide"])
    add = parser.add_argument
    add("--sheet", default="", metavar="NAME", help=text["sheet"])
    add("--before", default="", metavar="NAMES", help=text["before"])
    add("--after", default="", metavar="NAMES", help=text["after"])
    add("--leave-out", default="", metavar="NAMES", help=text["leave_out"])
    add("--missing", default="", metavar="CODES", help=text["missing"])
    add("--range", default="", metavar="LOW:HIGH", help=text["range"])
    add("--decimal", default="", choices=("point", "comma"), help=text["decimal"])
    add("--dates", default="", choices=("day-first", "month-first"), help=text["dates"])
    add("--average", action="store_true", help=text["average"])
    add("--count-on", action="store_true", help=text["count_on"])
    add("--title", default="", help=text["title"])
    add("--counted-by", default="", metavar="WHO", help=text["counted_by"])


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
    from .. import evaluation

    if args.data.is_dir():
        raise WorkbookError(word("evaluate_command", "is_folder", path=args.data))
    separator = evaluation.SEPARATORS.get(args.separator.casefold())
    if separator is None and args.separator != "\t":
        raise WorkbookError(word("evaluate_command", "no_separator", text=args.separator[:20]))
    page, table = _targets(args)
    question = _question(args)
    found = evaluation.read_outcomes(args.data, _options(args), _report)
    reports = evaluation.reports(found, question, _report)
    pages = {name: evaluation.page(each, date.today().isoformat(), _report)
             for name, each in reports.items()}  # fmt: skip
    title = args.title or word("evaluate", "title", file=args.data.name)
    numbers: bytes | str
    if table.suffix.casefold() == ".xlsx":
        numbers = evaluation.numbers_xlsx(reports)
    else:
        numbers = evaluation.numbers_csv(reports, separator or "\t")
    whole = evaluation.joined_pages(pages, title)
    _write({page: _in_form(whole, page), table: numbers})
    _tell(args, page, table, reports)
    return 0


def _tell(args: argparse.Namespace, page: Path, table: Path, reports: "dict[str, Report]") -> None:
    from ..evaluation import as_json

    files = {"report": str(page), "numbers_file": str(table)}
    if args.json:
        found = {name: as_json(report) for name, report in reports.items()}
        one = found.get("", {"outcomes": found})
        print(json.dumps({**files, **one}, indent=2))
        return
    for note in dict.fromkeys(n for report in reports.values() for n in report.sessions.notes):
        print(f"- {note}", file=sys.stderr)
    print(word("evaluate_command", "wrote", page=page, table=table))


def _report(progress: Message) -> None:
    print(f"... {progress}", file=sys.stderr, flush=True)


def _options(args: argparse.Namespace) -> "Options":
    from ..evaluation import Options

    given = {name: getattr(args, name) for name in TEXTS}
    return Options(**given, decimal=args.decimal, dates=args.dates, average=args.average,
                   count_on=args.count_on)  # fmt: skip


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
    plan = Plan.load(args.plan) if args.plan else None
    if args.drawn_phases < 0:
        raise WorkbookError(word("evaluate_command", "few_drawn"))
    by = args.counted_by.strip()
    return Question(way, goal, args.scale, plan, args.title, by, args.drawn_phases)


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
        if page.suffix.casefold() == ".xlsx" and not args.numbers:  # the numbers are meant
            page, table = page.with_name(f"{page.stem}-report.html"), page
        _check_targets([page, table], args)
    except (ValueError, OSError):
        raise WorkbookError(word("evaluate_command", "odd_name")) from None
    return [page, table]


def _in_form(whole: str, path: Path) -> str | bytes:
    """Give the report as its name asks for it: a page, or a document for a word processor."""
    from .. import evaluation

    return evaluation.document(whole) if path.suffix.casefold() == ".docx" else whole


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
