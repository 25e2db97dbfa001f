"""`workbook journal`: see, copy, bring back and erase the answers."""

import argparse
import os
import sys
from pathlib import Path

from workbook.errors import JournalError
from workbook.journal import Journal, journal_path
from workbook.journal.export import read_export

__all__ = ["add_parser"]

_SHOWN = 10  # problems on one screen


def add_parser(subparsers: argparse._SubParsersAction) -> argparse.ArgumentParser:
    """Add the command ``journal`` to the command line.

    Parameters
    ----------
    subparsers : argparse action
        From ``parser.add_subparsers()``.

    Returns
    -------
    argparse.ArgumentParser
        Its arguments carry ``run``, a function of the arguments that returns the exit code.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["export", "answers.csv"]).path
    'answers.csv'
    """
    parser = _command(
        subparsers,
        "journal",
        "Show where your answers are kept, how many there are, and any problems.",
        "workbook journal",
    )
    parser.set_defaults(run=_show)
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    _add_copies(actions)
    _add_erase(actions)
    return parser


def _add_copies(actions: argparse._SubParsersAction) -> None:
    export = _command(
        actions,
        "export",
        "Write a copy of your answers: .jsonl to import again, .csv for a spreadsheet.",
        "workbook journal export answers.csv",
    )
    export.add_argument("path", metavar="PATH", help="the file to write")
    export.add_argument("--force", action="store_true", help="overwrite the file if it is there")
    export.set_defaults(run=_export)
    bring = _command(
        actions,
        "import",
        "Add the answers of a .jsonl export; answers that are here already are left out.",
        "workbook journal import answers.jsonl",
    )
    bring.add_argument("path", metavar="PATH", help="the .jsonl file to read")
    bring.set_defaults(run=_import)


def _add_erase(actions: argparse._SubParsersAction) -> None:
    erase = _command(
        actions,
        "erase",
        "Erase your answers to one exercise, or all of them. You are asked first.",
        "workbook journal erase 01/who_benefits",
    )
    what = erase.add_mutually_exclusive_group(required=True)
    what.add_argument("exercise", metavar="EXERCISE", nargs="?", help="the exercise's id")
    what.add_argument("--all", action="store_true", help="erase everything")
    erase.add_argument("--yes", action="store_true", help="do not ask")
    erase.set_defaults(run=_erase)


def _command(
    commands: argparse._SubParsersAction, name: str, about: str, example: str
) -> argparse.ArgumentParser:
    """Add one command with its example and the option that all of them share."""
    parser = commands.add_parser(
        name,
        help=about,
        description=about,
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--journal",
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="another journal than the one of this course",
    )
    return parser


def _journal(args: argparse.Namespace) -> Journal:
    """Open the journal that was named, or the one of the course around this folder."""
    if named := getattr(args, "journal", None):
        return Journal(named)
    if Path(os.environ.get("WORKBOOK_JOURNAL", "").strip()).expanduser().is_absolute():
        return Journal(journal_path("."))
    from workbook.content.library import find_course

    return Journal(journal_path(find_course()))


def _show(args: argparse.Namespace) -> int:
    journal = _journal(args)
    if not journal.path.exists():
        print(f"There is no journal yet. Your first answer makes it: {journal.path}")
        return 0
    print(f"Your journal: {journal.path}")
    print(f"It holds {_answers(journal.count())} to {len(journal.exercises())} exercise(s).")
    _print_problems(journal.problems())
    return 0


def _export(args: argparse.Namespace) -> int:
    count = _journal(args).export(args.path, force=args.force)
    print(f"Wrote {_answers(count)} to {args.path}. The file is private: keep it in a safe place.")
    return 0


def _import(args: argparse.Namespace) -> int:
    journal = _journal(args)
    added = journal.merge(args.path)
    entries, problems = read_export(Path(args.path).expanduser())
    print(f"Added {_answers(added)} of {len(entries)}; the others were here already.")
    _print_problems(problems)
    return 0


def _erase(args: argparse.Namespace) -> int:
    journal = _journal(args)
    count = journal.count() if args.all else len(journal.history(args.exercise))
    what = _answers(count) + ("" if args.all else f" to {args.exercise}")
    if not count and not args.all:
        raise JournalError(
            f"There are no answers to {args.exercise} in {journal.path}. Nothing was erased. "
            f"Answers are kept for: {', '.join(journal.exercises()) or 'no exercise yet'}."
        )
    if not args.yes and not _agreed(f"Erase {what}? This cannot be undone. [y/N] "):
        print("Nothing was erased.")
        return 0
    erased = journal.erase_all() if args.all else journal.erase(args.exercise)
    print(f"Erased {_answers(erased)}. Close open workbook pages too: they can hold a draft.")
    return 0


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise JournalError(
            "Nothing was erased, because nobody can be asked here. Add --yes to erase anyway."
        )
    try:
        return input(question).strip().lower() in ("y", "yes")
    except (EOFError, KeyboardInterrupt):
        print()
        return False


def _answers(count: int) -> str:
    return "1 answer" if count == 1 else f"{count} answers"


def _print_problems(problems: list[str]) -> None:
    for problem in problems[:_SHOWN]:
        print(f"- {problem}")
    if len(problems) > _SHOWN:
        print(f"- and {len(problems) - _SHOWN} more lines like these.")
