"""`workbook portfolio`: everything a learner has done in one file, and a statement of time."""

import argparse
import os
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

from ..content.library import Library
from ..errors import JournalError, WorkbookError
from ..files import write
from ..journal import Journal
from ..journal.carried import as_document
from ..journal.disk import sentence
from ..record.portfolio import gather, portfolio_page, statement_page
from ..words import Message, languages, use, word, words
from .command import Commands, add_command
from .course import course_around, journal_around

__all__ = ["add_parser", "run"]

PAGES, COPIES = (".html", ".htm", ".docx"), (".json", ".jsonl")
Made = tuple[bytes, Message]


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `portfolio` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["--output", "mine.html"]).without_private
    False
    """
    text = words("portfolio_command")
    parser = add_command(subparsers, "portfolio", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("--output", required=True, type=Path, metavar="FILE", help=text["output"])
    add("--without-private", action="store_true", help=text["without_private"])
    add("--statement", metavar="NAME", help=text["statement"])
    add("--language", default="", metavar="L", help=text["language"])
    add("--force", action="store_true", help=text["force"])
    add("--journal", metavar="FILE", default="", help=text["journal"])
    return parser


def run(args: argparse.Namespace) -> int:
    """Write what was asked for whole, or say why not.

    Examples
    --------
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> run(parser.parse_args(["--journal", "no_file.jsonl", "--output", "mine.odt"]))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: Nothing was written. Give a name that ends in .html ...
    """
    make = _maker(args)
    with use(_known(args.language)) if args.language else nullcontext():
        path = args.output.expanduser()
        journal = journal_around(args.journal)
        _look(path, journal, force=args.force)
        data, said = make(course_around(), journal, args)
        try:
            write(path, data, private=True)
        except OSError as error:
            raise sentence(error, path, "nothing_exported") from error
        print(said)
    return 0


def _maker(args: argparse.Namespace) -> Callable[[Library, Journal, argparse.Namespace], Made]:
    """Choose by the ending of the name; what was asked for must go together."""
    ending = args.output.suffix.casefold()
    if args.statement is not None:
        if args.without_private:
            raise WorkbookError(word("portfolio_command", "statement_private"))
        if ending not in PAGES:
            raise WorkbookError(word("portfolio_command", "statement_ending"))
        return _statement
    if ending in COPIES and args.without_private:
        raise WorkbookError(word("portfolio_command", "copy_private"))
    if ending not in (*PAGES, *COPIES):
        raise WorkbookError(word("portfolio_command", "other_ending"))
    return _copy if ending in COPIES else _portfolio


def _known(language: str) -> str:
    known = languages()
    if language not in known:
        about = {"language": language, "languages": ", ".join(known)}
        raise WorkbookError(word("portfolio_command", "no_language", **about))
    return language


def _look(path: Path, journal: Journal, *, force: bool) -> None:
    """See that nothing is written over what is there, and never over the journal."""
    if os.path.realpath(path) == os.path.realpath(journal.path):
        raise WorkbookError(word("portfolio_command", "is_journal", path=path))
    if path.exists() and not path.is_dir() and not force:
        safe = word("journal", "nothing_exported")
        raise JournalError(word("journal", "already_there", path=path, safe=safe))


def _portfolio(library: Library, journal: Journal, args: argparse.Namespace) -> Made:
    found = gather(library, journal, without_private=args.without_private)
    name = "wrote" if found.whole else "wrote_shared"
    said = word("portfolio_command", name, path=args.output, n=len(found.parts))
    return _formed(portfolio_page(found, datetime.now()), args.output), said


def _statement(library: Library, journal: Journal, args: argparse.Namespace) -> Made:
    page = statement_page(library, journal, args.statement, datetime.now())
    return _formed(page, args.output), word(
        "portfolio_command", "wrote_statement", path=args.output
    )


def _copy(_library: Library, journal: Journal, args: argparse.Namespace) -> Made:
    entries = list(journal.entries())
    if not entries:
        raise WorkbookError(word("portfolio", "nothing"))
    one = args.output.suffix.casefold() == ".json"
    data = as_document(entries) if one else b"".join(entry.line() for entry in entries)
    return data, word("portfolio_command", "wrote_copy", path=args.output, n=len(entries))


def _formed(page: bytes, path: Path) -> bytes:
    """Give a page as it is, or read it into a document."""
    if path.suffix.casefold() != ".docx":
        return page
    from ..evaluation import document

    return document(page.decode("utf-8"))
