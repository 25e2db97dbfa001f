"""`workbook cards`: sheets of paper cards, as typed in, to the table that `evaluate` takes."""

import argparse
import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import WorkbookError
from ..files import table, write_all
from ..words import word, words
from .command import Commands, add_command

if TYPE_CHECKING:
    from ..content.model import Exercise
    from ..evaluation.card_sheets import Score

__all__ = ["add_parser", "refuse_twice", "run"]

MIRROR = "03/mirror"


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `cards` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["march.csv", "--start", "6"]).start
    '6'
    """
    text = words("cards_command")
    parser = add_command(subparsers, "cards", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("files", type=Path, nargs="*", metavar="FILES", help=text["files"])
    add("--blank", action="store_true", help=text["blank"])
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--instrument", type=Path, metavar="FILE", help=text["instrument"])
    kind.add_argument("--form", default="", metavar="NAME", help=text["form"])
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--start", default="", metavar="WHEN", help=text["start"])
    when.add_argument("--plan", type=Path, help=text["plan"])
    add("--sheet", default="", metavar="NAME", help=text["sheet"])
    add("--decimal", default="", choices=("point", "comma"), help=text["decimal"])
    add("--dates", default="", choices=("day-first", "month-first"), help=text["dates"])
    add("--output", type=Path, help=text["output"])
    add("--force", action="store_true", help=text["force"])
    return parser


def run(args: argparse.Namespace) -> int:
    """Make the blank sheets, or the table of blocks; nothing is written by halves.

    Examples
    --------
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> run(parser.parse_args([]))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: Name the sheets of cards, ...
    """
    if args.blank:
        return _blank(args)
    if not args.files:
        raise WorkbookError(word("cards_command", "no_files"))
    refuse_twice(args.files)
    from ..evaluation.blocks import blocks

    scores = _scores(args)
    found = blocks(scores, _starts(args, scores), sides=not (args.form or args.instrument))
    out = args.output or args.files[0].with_name(f"{args.files[0].stem}-weeks.csv")
    if out.resolve() in {path.resolve() for path in (*args.files, *filter(None, [args.plan]))}:
        raise WorkbookError(word("cards_command", "same_names"))
    _write({out: table(found.rows)}, args)
    for name in ("few", "loose", "mixed"):
        if n := getattr(found, name):
            left = word("cards_command", f"left_{name}", n=n)
            print(f"- {left}", file=sys.stderr)
    print(word("cards_command", "wrote", path=out, n=found.kept, cards=len(scores)))
    print(word("cards_command", _following(args), path=out))
    return 0


def _following(args: argparse.Namespace) -> str:
    """Name the words that say how to go on."""
    return "next_phased" if args.start or args.plan else "next_open"


def _scores(args: argparse.Namespace) -> "list[Score]":
    from ..evaluation import Options
    from ..evaluation.card_sheets import card_scores, form_scores

    options = Options(sheet=args.sheet, dates=args.dates, decimal=args.decimal)
    if args.form:
        return form_scores(args.files, args.form, options)
    from ..kinds.instrument.cards import measured

    return card_scores(args.files, measured(_exercise(args)), options)


def _starts(args: argparse.Namespace, scores: "Sequence[Score]") -> dict:
    from ..evaluation.blocks import starts_of
    from ..evaluation.table.vocabulary import plain

    workers = list({plain(s.worker): s.worker.strip() for s in reversed(scores) if s.worker}
                   .values())[::-1]  # fmt: skip
    if args.plan:
        from ..measures.randomization import Plan

        lots = Plan.load(args.plan).lots
        return starts_of(", ".join(f"{case}={lot}" for case, lot in lots.items()), workers)
    return starts_of(args.start, workers, args.dates) if args.start else {}


def _exercise(args: argparse.Namespace) -> "Exercise":
    from ..content.library import Library, packaged_course
    from ..content.reader import read_exercise

    if not args.instrument:
        return Library(packaged_course()).exercise(MIRROR)
    found = read_exercise(args.instrument)
    if "dimensions" not in found.settings:
        raise WorkbookError(word("cards_command", "no_instrument", path=args.instrument))
    return found


def refuse_twice(files: Sequence[Path]) -> None:
    """Refuse a folder, and a sheet that would count twice.

    Examples
    --------
    >>> refuse_twice([Path("a.csv"), Path("a.csv")])
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: ...
    """
    held: dict[bytes, Path] = {}
    for path in files:
        if path.is_dir():
            raise WorkbookError(word("evaluate_command", "is_folder", path=path))
        data = path.read_bytes() if path.is_file() else str(path).encode()
        if (other := held.setdefault(data, path)) is not path:
            raise WorkbookError(word("cards_command", "same_file", path=path, other=other))


def _blank(args: argparse.Namespace) -> int:
    """Write the card to print, where we may print it, and the sheet to fill in."""
    folder = args.output or Path()
    if not folder.is_dir():
        raise WorkbookError(word("cards_command", "no_folder", path=folder))
    if args.form:
        name, header, page = args.form, _form_header(args.form), ""
    else:
        from ..kinds.instrument.cards import measured
        from ..kinds.instrument.sheets import card_sheet

        exercise = _exercise(args)
        card = measured(exercise)
        name = exercise.id.rpartition("/")[2]
        header = ["side", "pair", "date", "worker", *card.lines, *card.unscored]
        page = card_sheet(exercise, "cards")
    files: dict[Path, bytes | str] = {folder / f"{name}-to-fill-in.csv": _empty(header)}
    if page:
        files[folder / f"{name}-to-print.html"] = page
    _write(files, args)
    print(word("cards_command", "wrote_blank", paths=", ".join(map(str, files))))
    return 0


def _form_header(name: str) -> list[str]:
    from ..measures.forms import FORMS

    if name not in FORMS:
        raise WorkbookError(word("card_sheets", "no_form", name=name[:40], known=", ".join(FORMS)))
    lines = FORMS[name].lines or 3
    return ["date", "worker", *(f"line_{n}" for n in range(1, lines + 1))]


def _empty(header: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(header)
    return out.getvalue().encode("utf-8-sig")


def _write(files: dict[Path, bytes | str], args: argparse.Namespace) -> None:
    for path in files:
        if path.is_dir() or not path.parent.is_dir():
            raise WorkbookError(word("evaluate_command", "no_place", path=path))
        if path.exists() and not args.force:
            raise WorkbookError(word("cards_command", "already_there", path=path))
    try:
        write_all(files, private=True)
    except OSError as error:
        about = {"path": error.filename, "reason": (error.strerror or "unknown").lower()}
        raise WorkbookError(word("cards_command", "not_written", **about)) from None
