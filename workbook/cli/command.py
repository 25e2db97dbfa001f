"""One command of the command line: its help and its example."""

import argparse

__all__ = ["Commands", "add_command"]

Commands = argparse._SubParsersAction  # argparse has no public name for it


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
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_command(commands, "look", "look", "Look.", "workbook look").description
    'Look.'
    """
    return commands.add_parser(
        name,
        help=help,
        description=about,
        epilog=example,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
