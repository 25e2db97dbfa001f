"""The command line: `workbook start`, `check`, `journal`, `evaluate`, `plan` and more."""

import argparse
import sys
from collections.abc import Sequence

from ..errors import WorkbookError
from ..words import words
from . import (
    agree,
    cards,
    check,
    cohort,
    evaluate,
    guide,
    hand_in,
    journal,
    notebooks,
    package,
    packet,
    plan,
    portfolio,
    site,
    start,
    unpack,
)
from .command import Parser
from .languages import files_named

__all__ = ["command_line", "main"]

COMMANDS = (
    start,
    check,
    notebooks,
    journal,
    hand_in,
    portfolio,
    cohort,
    evaluate,
    cards,
    plan,
    agree,
    package,
    packet,
    guide,
    site,
    unpack,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    arguments : sequence of str, optional
        The words after ``workbook``; those of the terminal when left out.

    Returns
    -------
    int
        0 on success, 1 after a mistake that a person can mend (one sentence on stderr).

    Raises
    ------
    SystemExit
        With code 2 on wrong usage.

    Examples
    --------
    >>> main(["notebooks", "check", "--help"])
    Traceback (most recent call last):
    ...
    SystemExit: 0
    """
    try:
        with files_named():
            words("command")  # of the language that is spoken now
        parsed = command_line().parse_args(arguments)
        return parsed.run(parsed)
    except WorkbookError as error:
        print(f"workbook: {error}", file=sys.stderr)
        return 1


def command_line() -> argparse.ArgumentParser:
    """Give the parser of the whole command line, in the language spoken now.

    Examples
    --------
    >>> command_line().parse_args(["check", "--json"]).json
    True
    """
    parser = Parser(
        prog="workbook",
        description=words("command")["about"],
        epilog=words("command")["example"],
    )
    commands = parser.add_subparsers(metavar="command", required=True)
    for command in COMMANDS:
        command.add_parser(commands)
    return parser
