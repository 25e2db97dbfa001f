"""`workbook package`: a package that a learning management system takes in."""

import argparse
from pathlib import Path

from ..errors import WorkbookError
from ..exchange import FORMATS, Site, package
from ..files import write
from ..words import word, words
from .command import Commands, add_command
from .course import course_around

__all__ = ["add_parser", "run"]


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `package` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> line = ["--format", "scorm12", "--site", "https://course.example/", "--output", "a.zip"]
    >>> add_parser(commands).parse_args(line).format
    'scorm12'
    """
    text = words("package_command")
    parser = add_command(subparsers, "package", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("--format", required=True, choices=sorted(FORMATS), help=text["format"])
    add("--site", required=True, metavar="PLACE", help=text["site"])
    add("--output", required=True, type=Path, metavar="FILE", help=text["output"])
    add("--force", action="store_true", help=text["force"])
    return parser


def run(args: argparse.Namespace) -> int:
    """Write the package whole, or say why not.

    Examples
    --------
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> line = ["--format", "imscc", "--site", "nowhere", "--output", "a.imscc"]
    >>> run(parser.parse_args(line))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: 'nowhere' is neither an address ...
    """
    out: Path = args.output
    if out.is_dir() or not out.parent.is_dir():
        raise WorkbookError(word("package_command", "no_place", path=out))
    if out.exists() and not args.force:
        raise WorkbookError(word("package_command", "already_there", path=out))
    made = package(args.format, Site(args.site), course_around().root)
    try:
        write(out, made)
    except OSError as error:
        why = (error.strerror or "").lower()
        raise WorkbookError(word("package_command", "not_written", path=out, why=why)) from None
    print(word("package_command", "wrote", path=out, size=len(made) / 1e6))
    return 0
