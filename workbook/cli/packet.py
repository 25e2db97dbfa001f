"""`workbook packet`: what a provider of continuing education prints."""

import argparse
from pathlib import Path

from ..errors import WorkbookError
from ..files import write_all
from ..packet import Agenda, agenda, page, rater_table
from ..words import word, words
from .command import Commands, add_command
from .course import course_around

__all__ = ["add_parser", "run"]

MOST_TALKS = 500


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `packet` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["--output", "a.html"]).way
    'core'
    """
    text = words("packet_command")
    parser = add_command(subparsers, "packet", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("--output", type=Path, required=True, metavar="FILE", help=text["output"])
    add("--way", default="core", choices=("core", "full"), help=text["way"])
    add("--raters", type=Path, nargs="+", default=[], metavar="FILE", help=text["raters"])
    add("--talks", type=int, default=20, metavar="N", help=text["talks"])
    add("--force", action="store_true", help=text["force"])
    return parser


def run(args: argparse.Namespace) -> int:
    """Write the page, and the tables that were asked for; all or nothing.

    Examples
    --------
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> run(parser.parse_args(["--output", "packet.doc"]))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: The packet is a page: give --output a name that ends in .html.
    """
    _look_at(args)
    found = agenda(course_around(), args.way)
    texts: dict[Path, bytes | str] = {args.output: page(found)}
    texts |= {path: _table(found, args.talks) for path in args.raters}
    try:
        write_all(texts)
    except OSError as error:
        about = {"path": error.filename, "problem": error.strerror}
        raise WorkbookError(word("packet_command", "cannot", **about)) from error
    for path in texts:
        print(word("packet_command", "wrote", path=path))
    return 0


def _look_at(args: argparse.Namespace) -> None:
    paths = [args.output, *args.raters]
    if args.output.suffix.lower() not in (".html", ".htm"):
        raise WorkbookError(word("packet_command", "ending"))
    if len({path.resolve() for path in paths}) < len(paths):
        raise WorkbookError(word("packet_command", "same"))
    if not 1 <= args.talks <= MOST_TALKS:
        raise WorkbookError(word("packet_command", "few"))
    for path in paths:
        if path.exists() and not args.force:
            raise WorkbookError(word("packet_command", "there", path=path))


def _table(found: Agenda, talks: int) -> bytes:
    if not found.cards:
        raise WorkbookError(word("packet_command", "no_card"))
    return rater_table(found.cards[0], talks)
