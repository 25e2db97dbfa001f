"""`workbook agree`: how far two or more people who coded the same units agree."""

import argparse
import json
import math
from pathlib import Path

from ..errors import WorkbookError
from ..files import table, write
from ..measures.agreement import Codings, Comparison, compare_coders, read_codes
from ..measures.result import Measure
from ..words import word, words
from .code_sheet import code_sheet, rows_of
from .coded_talk import as_json, lines_of, of_talk
from .command import Commands, add_command

__all__ = ["add_parser", "run"]

LEVELS = ("nominal", "ordinal", "interval", "ratio")
NOT_WITH_SHEET = ("output", "roles", "unit", "code", "order", "json")
SHOWN = 10  # units that differ and are named in the terminal


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `agree` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["a.csv", "b.csv"]).level
    'nominal'
    """
    text = words("agree_command")
    parser = add_command(subparsers, "agree", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("files", type=Path, nargs="*", metavar="FILE", help=text["files"])
    add("--unit", default="", metavar="COLUMN", help=text["unit"])
    add("--code", default="", metavar="COLUMN", help=text["code"])
    add("--level", default="nominal", choices=LEVELS, help=text["level"])
    add("--order", default="", help=text["order"])
    add("--transcript", type=Path, metavar="FILE", help=text["transcript"])
    add("--roles", default="", help=text["roles"])
    add("--to-code", type=Path, metavar="FILE", help=text["to_code"])
    add("--output", type=Path, help=text["output"])
    add("--force", action="store_true", help=text["force"])
    add("--json", action="store_true", help=text["json"])
    return parser


def run(args: argparse.Namespace) -> int:
    """Compare the files, and say what is found.

    Examples
    --------
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> run(parser.parse_args(["no.csv", "other.csv"]))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: There is no such file: no.csv. ...
    """
    order = [part.strip() for part in args.order.split(",") if part.strip()]
    if order and args.level != "ordinal":
        raise WorkbookError(word("agree_command", "order_of_what"))
    _check_target(args, args.to_code or args.output)
    if args.to_code:
        return _write_sheet(args)
    codings = read_codes(args.files, unit=args.unit, code=args.code, rows=rows_of)
    found = compare_coders(codings.codes, level=args.level, order=order)
    talk = of_talk(args.transcript, args.roles, codings)
    if args.output:
        _write(args.output, codings, found)
    if args.json:
        print(json.dumps(_as_json(codings, found) | as_json(talk), indent=2))
    else:
        print("\n".join([*_lines(codings, found, args), *lines_of(talk)]))
    return 0


def _lines(codings: Codings, found: Comparison, args) -> list[str]:
    lines = [*codings.notes, *map(_measure, found.measures)]
    lines += list(dict.fromkeys(m.reason for m in found.measures if m.reason))
    lines.append(word("agree_command", "counts", files=", ".join(codings.names)))
    for code, counts in found.counts.items():
        each = ", ".join(map(str, counts))
        lines.append(f"  {word('agree_command', 'count', code=code, counts=each)}")
    named = ", ".join(codings.units[at] for at in found.differ[:SHOWN])
    if not found.differ:
        lines.append(word("agree_command", "none_differ"))
    else:
        more = "differ" if len(found.differ) <= SHOWN else "many_differ"
        lines.append(word("agree_command", more, units=named, n=len(found.differ), shown=SHOWN))
    if args.output:
        lines.append(word("agree_command", "wrote", path=args.output))
    return lines


def _measure(measure: Measure) -> str:
    name = word("agree_command", f"of_{measure.name}")
    if not measure.defined:
        return word("agree_command", "no_value", name=name, n=measure.count)
    ends = {"name": name, "n": measure.count, "value": measure.value}
    if math.isnan(measure.low):
        return word("agree_command", "value", **ends)
    return word("agree_command", "interval", low=measure.low, high=measure.high, **ends)


def _as_json(codings: Codings, found: Comparison) -> dict:
    measures = {
        each.name: {
            "value": _number(each.value), "low": _number(each.low), "high": _number(each.high),
            "units": each.count, "reason": each.reason,
        }
        for each in found.measures
    }  # fmt: skip
    return {
        "files": codings.names,
        "notes": codings.notes,
        "measures": measures,
        "counts": found.counts,
        "differ": [codings.units[at] for at in found.differ],
    }


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def _write_sheet(args) -> int:
    """Write the turns of a talk as a sheet to code."""
    from ..measures.talk import read

    if args.files or not args.transcript:
        raise WorkbookError(word("agree_talk", "sheet_of_what"))
    if given := next((each for each in NOT_WITH_SHEET if getattr(args, each)), ""):
        raise WorkbookError(word("agree_talk", "sheet_alone", option=f"--{given}"))
    turns = read(args.transcript)
    _put(args.to_code, code_sheet(turns, args.to_code))
    print("\n".join([*turns.notes, word("agree_talk", "sheet", path=args.to_code, n=len(turns))]))
    return 0


def _check_target(args, path: Path | None) -> None:
    if not path:
        return
    if path.resolve() in {each.resolve() for each in (*args.files, args.transcript) if each}:
        raise WorkbookError(word("agree_command", "over_codes", path=path))
    if path.is_dir() or not path.parent.is_dir():
        raise WorkbookError(word("agree_command", "no_place", path=path))
    if path.exists() and not args.force:
        raise WorkbookError(word("agree_command", "already_there", path=path))


def _write(path: Path, codings: Codings, found: Comparison) -> None:
    """Write the units side by side, with those that differ marked."""
    head = [word("agree_command", "unit_head"), *codings.names, word("agree_command", "alike")]
    marks, rows = set(found.differ), []
    for at, (unit, *codes) in enumerate(zip(codings.units, *codings.codes, strict=True)):
        both = sum(code is not None for code in codes) > 1
        alike = word("agree_command", f"alike_{at not in marks}") if both else ""
        rows.append([unit, *(code or "" for code in codes), alike])
    _put(path, table([head, *rows]))


def _put(path: Path, data: bytes | str) -> None:
    try:
        write(path, data, private=True)
    except OSError as error:
        why = (error.strerror or "").lower()
        raise WorkbookError(word("agree_command", "not_written", path=path, why=why)) from None
