"""`workbook cohort`: hand-ins into a report that exposes nobody, and a table of its numbers."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import WorkbookError
from ..words import word, words
from .cards import refuse_twice
from .command import Commands, add_command
from .course import course_around

if TYPE_CHECKING:
    from ..evaluation.card_sheets import Score

__all__ = ["add_parser", "run"]

MANY = 200  # files above which progress is told


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `cohort` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["a.zip", "--output", "r.html"]).paths
    [PosixPath('a.zip')]
    """
    text = words("cohort_command")
    parser = add_command(subparsers, "cohort", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("paths", nargs="+", type=Path, metavar="PATH", help=text["paths"])
    add("--cards", nargs="+", type=Path, default=[], metavar="SHEET", help=text["cards"])
    add("--earlier", nargs="+", type=Path, default=[], metavar="TABLE", help=text["earlier"])
    add("--output", type=Path, required=True, metavar="FILE", help=text["output"])
    add("--csv", type=Path, metavar="FILE", help=text["csv"])
    add("--xlsx", type=Path, metavar="FILE", help=text["xlsx"])
    add("--force", action="store_true", help=text["force"])
    return parser


def run(args: argparse.Namespace) -> int:
    """Count, and write.

    Examples
    --------
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> run(parser.parse_args(["no_folder", "--output", "r.html"]))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: no_folder is not there. ...
    """
    from ..cohort.count import figures
    from ..cohort.earlier import beside, read_earlier
    from ..cohort.files import found
    from ..cohort.gather import gather
    from ..cohort.page import as_html
    from ..cohort.records import as_csv, as_xlsx
    from ..cohort.sides import sides

    _look_at_places(args)
    shown = [read_earlier(path) for path in args.earlier]
    total = sum(1 for _ in found(args.paths))
    gathered = gather(found(args.paths), _bar(total))
    for line in gathered.notes:
        print(line)
    both = sides((card.kind, card.value) for card in _cards(args.cards))
    counted = replace(figures(course_around(), gathered, print), sides=both)
    for earlier in shown:
        counted = beside(counted, earlier)
    texts: dict[Path, bytes | str] = {args.output: as_html(counted)}
    texts |= {args.csv: as_csv(counted)} if args.csv else {}
    texts |= {args.xlsx: as_xlsx(counted)} if args.xlsx else {}
    _write(texts)
    print(word("cohort_command", "wrote", path=args.output, n=counted.people))
    for path in list(texts)[1:]:
        print(word("cohort_command", "wrote_too", path=path))
    return 0


def _cards(sheets: Sequence[Path]) -> "list[Score]":
    from ..evaluation import Options
    from ..evaluation.card_sheets import card_scores
    from ..measures.rating import mirror

    refuse_twice(sheets)
    return card_scores(sheets, mirror(), Options()) if sheets else []


def _look_at_places(args: argparse.Namespace) -> None:
    if args.output.suffix.lower() not in (".html", ".htm"):
        raise WorkbookError(word("cohort_command", "ending"))
    for path in filter(None, (args.output, args.csv, args.xlsx)):
        if path.exists() and not args.force:
            raise WorkbookError(word("cohort_command", "there", path=path))


def _write(texts: dict[Path, bytes | str]) -> None:
    from ..files import write_all

    try:
        write_all(texts, private=True)
    except OSError as error:
        about = {"path": error.filename, "problem": error.strerror}
        raise WorkbookError(word("cohort_command", "cannot", **about)) from error


def _bar(total: int) -> Callable[[int], None]:
    """Give what tells how far it is: a line that moves on a screen, a few lines elsewhere."""
    screen, step = sys.stderr.isatty(), max(1, total // (100 if sys.stderr.isatty() else 10))

    def told(n: int) -> None:
        if total >= MANY and (n % step == 0 or n == total):
            said = word("cohort_command", "progress", percent=100 * n // total, n=total)
            filled = "#" * (40 * n // total)
            line = f"\r[{filled:<40}] {said}" if screen else f"{said}\n"
            sys.stderr.write(line + ("\n" if screen and n == total else ""))
            sys.stderr.flush()

    return told
