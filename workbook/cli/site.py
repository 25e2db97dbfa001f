"""`workbook site`: the course as a folder of files that runs in the browser."""

import argparse
import errno
from collections.abc import Iterator
from pathlib import Path

from ..content.library import find_course, packaged_course
from ..errors import WorkbookError
from ..html import site_address
from ..words import word, words
from .command import Commands, add_command
from .lab_settings import OVERRIDES, PAGE_CONFIG
from .lab_words import page_words

__all__ = ["add_parser", "run"]

FULL = (errno.ENOSPC, errno.EDQUOT)  # a copy names what it reads, also where it cannot write


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `site` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["--out", "public"]).force
    False
    """
    text = words("site_command")
    parser = add_command(subparsers, "site", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("--out", required=True, type=Path, metavar="FOLDER", help=text["out"])
    add("--pyodide", type=Path, metavar="FOLDER", help=text["pyodide"])
    add("--base-url", default="", metavar="ADDRESS", help=text["base_url"])
    add("--light", action="store_true", help=words("light_command")["light"])
    add("--book", action="store_true", help=words("light_command")["book"])
    add("--full", default="", metavar="ADDRESS", help=words("light_command")["full"])
    add("--force", action="store_true", help=text["force"])
    return parser


def run(args: argparse.Namespace) -> int:
    """Build the site, or say why not.

    Examples
    --------
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> run(parser.parse_args(["--out", "public", "--base-url", "nowhere"]))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: 'nowhere' is no address of a folder ...
    """
    base, full = _address(args.base_url), _address(args.full)
    try:
        return _light(args, base, full) if args.light else _whole(args, base)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        if source := _source(args, error):
            raise WorkbookError(word("site_command", "not_read", path=source, why=why)) from None
        raise WorkbookError(word("site_command", "no_place", path=args.out, why=why)) from None


def _source(args: argparse.Namespace, error: OSError) -> Path | None:
    """Give the file of the distribution that could not be read, where that was it."""
    if not args.pyodide or not error.filename or error.errno in FULL:
        return None
    path = Path(str(error.filename))
    return path if path.is_relative_to(args.pyodide) else None


def _whole(args: argparse.Namespace, base: str) -> int:
    from ..site import Plan, build

    if args.full or args.book:
        raise WorkbookError(words("light_command")["full_alone"])
    page = {**PAGE_CONFIG, **page_words()}
    plan = Plan(_course(), args.out, page, OVERRIDES, args.pyodide, base, args.force)
    size = build(plan)
    print(word("site_command", "done", path=args.out, size=size / 1e6))
    for line in _notes(args):
        print(line)
    return 0


def _notes(args: argparse.Namespace) -> Iterator[str]:
    """Say what whoever gives the site out should know of its Python."""
    from ..site.distribution import undrawn
    from ..site.lite import made_for
    from ..site.sound import other_version, read_lock

    if not args.pyodide:
        yield words("site_command")["official"]
        return
    lock = read_lock(args.out / "static" / "pyodide")
    if missing := undrawn(lock):
        yield str(word("site_command", "undrawn", names=", ".join(missing)))
    if found := other_version(lock, made_for()):
        yield str(word("site_command", "other_version", found=found, wanted=made_for()))


def _light(args: argparse.Namespace, base: str, full: str) -> int:
    from ..site.light import LightPlan, build_light

    if args.pyodide:
        raise WorkbookError(words("light_command")["no_pyodide"])
    size = build_light(LightPlan(_course(), args.out, base, full, args.force, args.book))
    print(word("light_command", "done", path=args.out, size=size / 1e6))
    return 0


def _address(text: str) -> str:
    found = site_address(text)
    if text and not found:
        raise WorkbookError(word("site_command", "no_base", text=text[:60]))
    return found


def _course() -> Path:
    """Take the course of this folder; that of the package where there is none."""
    try:
        return find_course()
    except WorkbookError:
        return packaged_course()
