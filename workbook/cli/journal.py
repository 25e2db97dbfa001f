"""`workbook journal`: see, copy, bring back and erase the answers."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..errors import JournalError
from ..journal import Journal
from ..journal.export import read_export
from ..record.desk import Desk
from ..record.erased import bring_in
from ..record.export import export_answers
from ..record.safety import given
from ..words import Message, word, words
from .command import Commands, add_command
from .course import course_around, journal_around

__all__ = ["add_parser"]

_SHOWN = 10  # problems on one screen


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
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
    text = words("journal_command")
    parser = _command(subparsers, "journal", text["about"], "workbook journal")
    parser.set_defaults(run=_show)
    actions = parser.add_subparsers(title=words("usage")["actions"], metavar="ACTION")
    _add_copies(actions)
    _add_erase(actions)
    return parser


def _add_copies(actions: Commands) -> None:
    text = words("journal_command")
    export = _command(actions, "export", text["export"], "workbook journal export answers.html")
    export.add_argument("path", metavar="PATH", help=text["export_path"])
    export.add_argument("--force", action="store_true", help=text["force"])
    export.set_defaults(run=_export)
    bring = _command(actions, "import", text["import"], "workbook journal import answers.jsonl")
    bring.add_argument("path", metavar="PATH", help=text["import_path"])
    bring.set_defaults(run=_import)


def _add_erase(actions: Commands) -> None:
    text = words("journal_command")
    erase = _command(actions, "erase", text["erase"], "workbook journal erase 01/who_benefits")
    what = erase.add_mutually_exclusive_group(required=True)
    what.add_argument("exercise", metavar="EXERCISE", nargs="?", help=text["erase_exercise"])
    what.add_argument("--all", action="store_true", help=text["erase_all"])
    erase.add_argument("--yes", action="store_true", help=text["yes"])
    erase.set_defaults(run=_erase)


def _command(commands: Commands, name: str, about: str, line: str) -> argparse.ArgumentParser:
    """Add one command with its example and the option that all of them share."""
    example = word("journal_command", "example", line=line)
    parser = add_command(commands, name, about, about, example)
    about = words("journal_command")["journal"]
    parser.add_argument("--journal", metavar="FILE", default=argparse.SUPPRESS, help=about)
    return parser


def _journal(args: argparse.Namespace) -> Journal:
    return journal_around(getattr(args, "journal", ""))


def _show(args: argparse.Namespace) -> int:
    journal = _journal(args)
    if not journal.path.exists():
        print(word("journal_command", "none_yet", path=journal.path))
        return 0
    answers, exercises = _answers(journal.count()), len(journal.exercises())
    print(word("journal_command", "where", path=journal.path))
    print(word("journal_command", "holds", answers=answers, exercises=exercises))
    _print_problems(journal.problems())
    return 0


def _export(args: argparse.Namespace) -> int:
    path = Path(args.path).expanduser()
    count = export_answers(course_around(), _journal(args), path, force=args.force)
    print(word("journal_command", "wrote", answers=_answers(count), path=args.path))
    return 0


def _import(args: argparse.Namespace) -> int:
    journal = _journal(args)
    added = bring_in(course_around(), journal, Path(args.path).expanduser())
    entries, problems = read_export(Path(args.path).expanduser())
    print(word("journal_command", "added", answers=_answers(added), all=len(entries)))
    _print_problems(problems)
    return 0


def _erase(args: argparse.Namespace) -> int:
    journal = _journal(args)
    if not args.all and not journal.history(args.exercise):
        known = ", ".join(journal.exercises()) or word("journal_command", "no_exercise_yet")
        about = {"exercise": args.exercise, "path": journal.path, "known": known}
        raise JournalError(word("journal_command", "no_answers", **about))
    answers, exercises = given(Desk(course_around(), journal), "" if args.all else args.exercise)
    inside = word("journal_command", "exercises", n=exercises)
    what = {"answers": _answers(answers), "exercises": inside}
    if not args.yes and not _agreed(_question(args, what)):
        print(word("journal_command", "nothing_erased"))
        return 0
    journal.erase_all() if args.all else journal.erase(args.exercise)
    print(word("journal_command", "erased", **what))
    return 0


def _question(args: argparse.Namespace, what: Mapping[str, Message]) -> Message:
    if args.all:
        return word("journal_command", "erase_all_of_them", **what)
    answers = what["answers"]
    return word(
        "journal_command", "erase_exercise_of_them", answers=answers, exercise=args.exercise
    )


def _agreed(question: Message) -> bool:
    if not sys.stdin.isatty():
        raise JournalError(word("journal_command", "nobody_to_ask"))
    try:
        typed = input(f"{question} ").strip().lower()
    except (EOFError, KeyboardInterrupt):
        print()
        return False
    return typed in words("journal_command")["agreed"].split("|")


def _answers(count: int) -> Message:
    return word("journal_command", "answers", n=count)


def _print_problems(problems: Sequence[str]) -> None:
    for problem in problems[:_SHOWN]:
        print(f"- {problem}")
    if len(problems) > _SHOWN:
        print(f"- {word('journal_command', 'more_lines', n=len(problems) - _SHOWN)}")
