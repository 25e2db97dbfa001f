"""`workbook guide`: what somebody who leads a group needs, from the exercise files."""

import argparse
from pathlib import Path

from ..content.library import Library, find_course, packaged_course
from ..errors import WorkbookError
from ..files import write_all
from ..guide import Plan, book, guide_page, plan_names, read_plan, sheets, slides
from ..words import word, words
from .command import Commands, add_command

__all__ = ["add_parser", "run"]

FORMS = ("html", "docx", "md")
PARTS = ("guide", "slides", "sheets")
ENDINGS = {".html": "html", ".htm": "html", ".docx": "docx", ".md": "md"}


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `guide` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["--output", "a.html"]).part
    'guide'
    """
    text = words("guide_command")
    parser = add_command(subparsers, "guide", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("--part", default="guide", choices=PARTS, help=text["part"])
    add("--plan", default="", metavar="NAME", help=text["plan"])
    add("--format", default="", choices=FORMS, help=text["format"])
    add("--output", required=True, type=Path, metavar="FILE", help=text["output"])
    add("--force", action="store_true", help=text["force"])
    return parser


def run(args: argparse.Namespace) -> int:
    """Write what was asked for whole, or say why not.

    Examples
    --------
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> run(parser.parse_args(["--output", "guide.odt"]))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: 'guide.odt' does not say in which form. ...
    """
    library = Library(_course())
    if args.part == "sheets":
        return _sheets(library, args)
    form = _form(args)
    _check(args.output, args.force)
    plan = read_plan(library, args.plan) if args.plan else None
    _write({args.output: _made(library, args.part, form, plan)})
    print(word("guide_command", "wrote", path=args.output))
    return 0


def _made(library: Library, part: str, form: str, plan: Plan | None) -> str | bytes:
    if part == "slides":
        if plan is None:
            known = ", ".join(plan_names(library))
            raise WorkbookError(word("guide_command", "slides_plan", known=known))
        return slides(library, plan)
    markdown = book(library, plan)
    if form == "md":
        return markdown
    page = guide_page(markdown)
    if form == "html":
        return page
    from ..evaluation import document

    return document(page)


def _sheets(library: Library, args: argparse.Namespace) -> int:
    if args.format not in ("", "html"):
        raise WorkbookError(word("guide_command", "only_page"))
    if args.plan:
        raise WorkbookError(word("guide_command", "no_plan_here"))
    folder: Path = args.output
    if folder.exists() and not folder.is_dir():
        raise WorkbookError(word("guide_command", "no_folder", path=folder))
    made = {folder / name: page for name, page in sheets(library).items()}
    for path in made:
        if path.exists() and not args.force:
            raise WorkbookError(word("guide_command", "already_there", path=path))
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        raise WorkbookError(word("guide_command", "no_place", path=folder)) from None
    _write(dict(made))
    print(word("guide_command", "wrote_sheets", n=len(made), path=folder))
    return 0


def _form(args: argparse.Namespace) -> str:
    """Give the form from the option or the name; the two must not differ."""
    path, named = args.output, ENDINGS.get(args.output.suffix.casefold(), "")
    form = args.format or named
    if not form:
        raise WorkbookError(word("guide_command", "no_form", path=path))
    if named and form != named:
        raise WorkbookError(word("guide_command", "other_form", path=path, form=form))
    if args.part == "slides" and form != "html":
        raise WorkbookError(word("guide_command", "only_page"))
    return form


def _check(out: Path, force: bool) -> None:
    if out.is_dir() or not out.parent.is_dir():
        raise WorkbookError(word("guide_command", "no_place", path=out))
    if out.exists() and not force:
        raise WorkbookError(word("guide_command", "already_there", path=out))


def _write(made: dict[Path, str | bytes]) -> None:
    try:
        write_all(made)
    except OSError as error:
        about = {"path": error.filename, "why": (error.strerror or "").lower()}
        raise WorkbookError(word("guide_command", "not_written", **about)) from None


def _course() -> Path:
    """Take the course of this folder; that of the package where there is none."""
    try:
        return find_course()
    except WorkbookError:
        return packaged_course()
