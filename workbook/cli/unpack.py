"""`workbook unpack`: a course folder and a quiet JupyterLab, for whoever sets one up for others."""

import argparse
from pathlib import Path

from ..errors import WorkbookError
from ..renew import Renewed, renew
from ..words import word, words
from .command import Commands, add_command
from .lab_pages import AT
from .lab_settings import write_kernel, write_server, write_settings
from .start import COPY

__all__ = ["add_parser", "run"]

PYTHONS = ("bin/python", "bin/python3", "python.exe", "Scripts/python.exe")


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `unpack` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["course", "--read-only"]).read_only
    True
    """
    text = words("unpack_command")
    parser = add_command(subparsers, "unpack", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("folder", nargs="?", type=Path, metavar="FOLDER", help=text["folder"])
    add("--settings", type=Path, metavar="PREFIX", help=text["settings"])
    add("--read-only", action="store_true", help=text["read_only"])
    return parser


def run(args: argparse.Namespace) -> int:
    """Do what was asked; with ``--settings`` alone there is no course folder.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "course"
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> run(parser.parse_args([str(folder)]))  # doctest: +ELLIPSIS
    The course is in ...
    0
    """
    if args.settings:
        _settings(args.settings)
    if args.folder or not args.settings:
        _tell(renew(args.folder or Path(COPY), read_only=args.read_only))
    return 0


def _settings(prefix: Path) -> None:
    share = prefix / "share" / "jupyter"
    try:
        write_settings(share / "lab" / "settings", pages="served", at=AT)
        write_kernel(share)
        write_server(prefix / "etc" / "jupyter")
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or problem
        about = {"folder": share, "problem": why}
        raise WorkbookError(word("unpack_command", "no_settings", **about)) from problem
    print(word("unpack_command", "settings_done", folder=share))
    if not any((prefix / name).exists() for name in PYTHONS):
        print(word("unpack_command", "no_python", prefix=prefix))


def _tell(done: Renewed) -> None:
    counts = {"added": done.added, "replaced": done.replaced, "removed": done.removed}
    name = "done" if any(counts.values()) else "as_it_was"
    print(word("unpack_command", name, folder=done.folder, **counts))
    for path in done.kept:
        print(word("unpack_command", "kept", path=path))
