"""`workbook hand-in`: a learner chooses what leaves, looks at it, and writes it to a file."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..content.library import Library
from ..errors import WorkbookError
from ..journal import Journal
from ..record.code import Codes
from ..record.hand_in import chosen, hand_in, write_hand_in
from ..record.offer import Offer
from ..words import word, words
from .command import Commands, add_command
from .course import course_around, journal_around

__all__ = ["add_parser", "run"]


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `hand-in` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["--list"]).items
    'all'
    """
    text = words("hand_in_command")
    parser = add_command(subparsers, "hand-in", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("--list", action="store_true", help=text["list"])
    add("--show", action="store_true", help=text["show"])
    add("--items", default="all", metavar="IDS", help=text["items"])
    add("--texts", default="", metavar="IDS", help=text["texts"])
    add("--code", default="", help=text["code"])
    add("--output", type=Path, metavar="FILE", help=text["output"])
    add("--force", action="store_true", help=text["force"])
    add("--journal", metavar="FILE", default="", help=text["journal"])
    return parser


def run(args: argparse.Namespace) -> int:
    """List, show or write.

    Examples
    --------
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> run(parser.parse_args(["--journal", "no_file.jsonl", "--output", "x.json"]))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: Nothing that you have answered can be handed in yet. ...
    """
    library, journal = course_around(), journal_around(args.journal)
    offers = chosen(library, journal, args.items)
    texts = _texts(library, journal, args.texts, offers)
    if args.list:
        print("\n".join(_lines(library, journal, offers, texts)))
        return 0
    if not args.show and not args.output:
        raise WorkbookError(word("hand_in_command", "no_output"))
    codes = Codes.beside(journal)
    codes.keep(args.code)
    data = hand_in(offers, codes, date.today(), texts)
    if args.show:
        sys.stdout.write(data.decode("ascii"))
    if args.output:
        _write(args, data, codes, len(offers))
    return 0


def _write(args: argparse.Namespace, data: bytes, codes: Codes, n: int) -> None:
    write_hand_in(args.output.expanduser(), data, codes, force=args.force)
    out = sys.stderr if args.show else sys.stdout  # what was shown can go into a file as it is
    print(word("hand_in_command", "wrote", path=args.output, n=n, size=len(data)), file=out)
    print(word("hand_in_command", "code_kept", code=codes.code), file=out)


def _texts(library: Library, journal: Journal, names: str, offers: list[Offer]) -> list[str]:
    """Give the items whose words leave too; each must be one of those chosen."""
    if not names.strip():
        return []
    own = {offer.id for offer in chosen(library, journal, names)}
    return [offer.id for offer in offers if offer.id in own]


def _lines(
    library: Library, journal: Journal, offers: list[Offer], texts: list[str]
) -> Iterator[str]:
    for offer in offers:
        yield word("hand_in_command", "item", id=offer.id, title=offer.title)
        if offer.edition and offer.edition != _edition(library, offer.id):
            yield f"    {word('hand_in_command', 'earlier')}"
        yield from (f"    {line}" for line in offer.lines)
        if offer.id in texts:
            yield from (f"    {text}" for text in offer.texts.values())
        elif offer.texts:
            yield f"    {word('hand_in_command', 'has_texts', id=offer.id)}"
    rest = len(journal.exercises()) - len(offers)
    if rest > 0:
        yield word("hand_in_command", "rest", n=rest)


def _edition(library: Library, exercise_id: str) -> str:
    known = exercise_id in library.exercise_ids()
    return library.exercise(exercise_id).edition if known else ""
