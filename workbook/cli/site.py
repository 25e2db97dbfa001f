"""`workbook site`: the course as a folder of files that runs in the browser."""

import argparse
import json
from pathlib import Path
from urllib.parse import urlsplit

from ..content.library import find_course, packaged_course
from ..errors import WorkbookError
from ..words import word, words
from .command import Commands, add_command
from .lab_settings import OVERRIDES, PAGE_CONFIG
from .lab_words import page_words

__all__ = ["add_parser", "run"]


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
    workbook.errors.WorkbookError: 'nowhere' is no address. Nothing was built. ...
    """
    base, full = _address(args.base_url), _address(args.full)
    try:
        return _light(args, base, full) if args.light else _whole(args, base)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise WorkbookError(word("site_command", "no_place", path=args.out, why=why)) from None


def _whole(args: argparse.Namespace, base: str) -> int:
    from ..site import Plan, build

    if args.full or args.book:
        raise WorkbookError(words("light_command")["full_alone"])
    page = {**PAGE_CONFIG, **page_words()}
    plan = Plan(_course(), args.out, page, OVERRIDES, args.pyodide, base, args.force)
    size = build(plan)
    print(word("site_command", "done", path=args.out, size=size / 1e6))
    if not args.pyodide:
        print(words("site_command")["official"])
    elif missing := _undrawn(args.out):
        print(word("site_command", "undrawn", names=", ".join(missing)))
    return 0


def _undrawn(site: Path) -> list[str]:
    from ..site.distribution import LOCK, undrawn

    return undrawn(json.loads((site / "static" / "pyodide" / LOCK).read_text(encoding="utf-8")))


def _light(args: argparse.Namespace, base: str, full: str) -> int:
    from ..site.light import LightPlan, build_light

    if args.pyodide:
        raise WorkbookError(words("light_command")["no_pyodide"])
    size = build_light(LightPlan(_course(), args.out, base, full, args.force, args.book))
    print(word("light_command", "done", path=args.out, size=size / 1e6))
    return 0


def _address(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.netloc):
        raise WorkbookError(word("site_command", "no_base", text=text))
    return f"{text.rstrip('/')}/" if text else ""


def _course() -> Path:
    """Take the course of this folder; that of the package where there is none."""
    try:
        return find_course()
    except WorkbookError:
        return packaged_course()
