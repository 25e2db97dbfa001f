"""One command of the command line: its help and its example, in the language spoken now."""

import argparse
from collections.abc import Iterable
from typing import Any, NoReturn

from ..words import word, words
from .mistakes import explain

__all__ = ["Commands", "Parser", "add_command"]

Commands = argparse._SubParsersAction  # argparse has no public name for it


class Parser(argparse.ArgumentParser):
    r"""A parser whose own words are those of the course.

    Parameters
    ----------
    **more
        What `argparse.ArgumentParser` takes.

    Examples
    --------
    >>> Parser(prog="look").format_usage()
    'usage: look [-h]\n'
    """

    def __init__(self, **more: Any) -> None:
        super().__init__(formatter_class=_Help, add_help=False, **more)
        own = words("usage")
        self._positionals.title, self._optionals.title = own["given"], own["options"]
        self.add_argument("-h", "--help", action="help", help=own["help"])

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed, and end with code 2.

        Parameters
        ----------
        message : str
            What `argparse` says of it, in English.

        Raises
        ------
        SystemExit
            Always, with code 2.
        """
        said = word("usage", "wrong", command=self.prog, problem=explain(message))
        self.exit(2, f"{self.format_usage()}{said}\n")


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        ours = f"{words('usage')['usage']}: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, ours)


def add_command(
    commands: Commands, name: str, help: str, about: str, example: str
) -> argparse.ArgumentParser:
    """Add a command; its arguments are to carry ``run``, which gives the exit code.

    Parameters
    ----------
    commands : argparse action
        From ``parser.add_subparsers()``.
    name : str
        What a person types.
    help, about, example : str
        One line in the list of commands, what it does, and what a person may type.

    Examples
    --------
    >>> commands = Parser().add_subparsers()
    >>> add_command(commands, "look", "look", "Look.", "workbook look").description
    'Look.'
    """
    return commands.add_parser(name, help=help, description=about, epilog=example)
