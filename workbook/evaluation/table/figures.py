"""Outcomes as numbers: what is a decimal sign, what a mark of thousands, what stands for none."""

import math
import re
import unicodedata
from typing import NamedTuple

from ...errors import WorkbookError
from ...words import Message, word
from .odd_cells import UNIT, kind_of
from .trouble import Trouble, listed
from .vocabulary import MISSING
from .workbook_file import Typed

__all__ = ["Figures", "Signs", "read_figures"]

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
SIGNED = re.compile(r"[+-]?[\d.,]*\d[\d.,]*([eE][+-]?\d+)?")
GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*")  # as a mark of thousands stands
SPACED = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'\u2019](?=\d{3}(?!\d))")
LARGEST = 1e12
OTHER = {",": ".", ".": ","}
POINTS = str.maketrans({"\u066b": ".", "\u066c": "'", "\N{MINUS SIGN}": "-"})  # of Arabic numbers


class Figures(NamedTuple):
    """What a column of outcomes holds.

    Parameters
    ----------
    values : list of float
        NaN is missing.
    notes : list of Message
    comma : bool
        Whether a decimal comma was read.

    Examples
    --------
    >>> Figures([1.0], [], False).comma
    False
    """

    values: list[float]
    notes: list[Message]
    comma: bool


class Signs(NamedTuple):
    """What is known about the signs in a column of numbers.

    Parameters
    ----------
    parts : str
        What parts the cells of the file.
    decimal : str
        ``point`` or ``comma``, where a person said which sign is the decimal one.
    missing : tuple of str
        Codes that stand for a missing value.

    Examples
    --------
    >>> Signs(";").decimal
    ''
    """

    parts: str = ""
    decimal: str = ""
    missing: tuple[str, ...] = ()


def read_figures(texts: list[str], rows: list[int], trouble: Trouble, signs: Signs) -> Figures:
    """Read outcomes.

    Parameters
    ----------
    texts : list of str
    rows : list of int
        Row numbers, for messages.
    trouble : Trouble
        Takes cells that are no number.
    signs : Signs

    Raises
    ------
    WorkbookError
        When 1,020 may be one thousand and twenty or a little more than one.

    Examples
    --------
    >>> read_figures(["3,5", "NA", "1.020,5"], [2, 3, 4], Trouble(), Signs(";")).values
    [3.5, nan, 1020.5]
    """
    sign, decimal, missing = signs
    codes = {code.casefold() for code in missing}
    numbers = {number for code in codes if (number := _plain_number(code)) is not None}
    cleaned = {text: _cleaned(text) for text in dict.fromkeys(texts)}
    absent = {t for t in cleaned if t.casefold() in codes or (t and t.casefold() in MISSING)}
    unit = _unit({t: c for t, c in cleaned.items() if t and t not in absent})
    cleaned = {t: c if t in absent else _bare(c, unit) for t, c in cleaned.items()}
    typed = {t: c for t, c in cleaned.items() if t not in absent and type(t) is not Typed}
    point = _decimal_sign(typed, decimal, texts, rows)
    known: dict[str, float | str] = {}
    for text, clean in cleaned.items():
        sure = type(text) is Typed
        value = math.nan if text in absent or not text else _read(clean, "." if sure else point,
                                                                  sign, decimal)  # fmt: skip
        known[text] = math.nan if isinstance(value, float) and value in numbers else value
    for text, row in zip(texts, rows, strict=True):
        if isinstance(reason := known[text], str):
            trouble.add(row, "outcome", reason, text)
    values = [v if isinstance(v := known[text], float) else math.nan for text in texts]
    notes = _notes(texts, rows, known, cleaned, point)
    if unit and (text := next((t for t in cleaned if isinstance(known[t], float)), "")):
        name = "percents_taken" if unit == "%" else "signs_taken"
        notes.append(word("sessions", name, sign=unit, cell=text, value=known[text]))
    return Figures(values, notes, _comma(cleaned, point))


def _unit(cleaned: dict[str, str]) -> str:
    """Find the one sign, of percent or of a currency, that all cells have."""
    signs = {match[1] or match[2] if (match := UNIT.fullmatch(c)) else "" for c in cleaned.values()}
    return signs.pop() if len(signs) == 1 else ""


def _bare(clean: str, unit: str) -> str:
    return SPACED.sub("", clean.replace(unit, "", 1).strip()) if unit else clean


def _cleaned(text: str) -> str:
    text = text.strip()
    if not text.isascii():
        text = "".join(map(_digit, text.translate(POINTS)))
    return SPACED.sub("", text)


def _digit(sign: str) -> str:
    """Give a digit of any script as 0 to 9."""
    return f"{unicodedata.decimal(sign)}" if sign.isdecimal() else sign


def _plain_number(code: str) -> float | None:
    code = code.replace(",", ".")
    return float(code) if NUMBER.fullmatch(code) else None


def _decimal_sign(cleaned: dict[str, str], decimal: str, texts: list, rows: list) -> str:
    """Find the decimal sign of the column; ask where the numbers do not show it."""
    if decimal:
        return "," if decimal == "comma" else "."
    decimals: set[str] = set()
    marks: set[str] = set()
    doubtful: dict[str, tuple[str, str]] = {}
    for text, clean in cleaned.items():
        if not SIGNED.fullmatch(clean):
            continue
        signs = set(clean) & {",", "."}
        last = max(",.", key=clean.rfind)
        if len(signs) == 2:  # noqa: PLR2004 - both signs
            decimals.add(last)
            marks.add(OTHER[last])
        elif signs and clean.count(last) > 1:
            marks |= {last} if GROUPED.fullmatch(clean) else set()
        elif signs and GROUPED.fullmatch(clean):
            doubtful.setdefault(last, (text, clean))
        elif signs:
            decimals.add(last)
    _refuse_doubt(decimals, marks, doubtful, [cleaned.get(text, "") for text in texts], rows)
    if decimals:
        return decimals.pop()
    return OTHER[marks.pop()] if marks else "."


def _refuse_doubt(decimals: set, marks: set, doubtful: dict, cells: list, rows: list) -> None:
    if len(decimals) > 1 or decimals & marks:
        raise WorkbookError(word("sessions", "two_signs"))
    for sign, (text, clean) in doubtful.items():
        if sign not in decimals | marks:
            where = [row for each, row in zip(cells, rows, strict=True)
                     if GROUPED.fullmatch(each) and sign in each]  # fmt: skip
            whole, part = clean.replace(sign, ""), clean.replace(sign, ".")
            says = ("comma", "point") if sign == "." else ("point", "comma")
            about = {"cell": text, "whole": whole, "part": f"{float(part):g}", "n": len(where)}
            about |= {"as_whole": says[0], "as_part": says[1], "rows": listed(where)}
            raise WorkbookError(word("table", "ask_thousands", **about))


def _read(clean: str, point: str, sign: str, decimal: str) -> float | str:
    """Read one number, or name the words for what stands there."""
    mark = OTHER[point]
    text = clean
    if mark in text:
        whole, _, part = text.partition(point)
        if not GROUPED.fullmatch(whole) or mark in part:
            if NUMBER.fullmatch(text.replace(mark, ".", 1)):
                return "comma" if mark == "," else "point"
            return kind_of(clean)
        text = text.replace(mark, "")
    if point == "," and "," in text:
        text = text.replace(",", ".", 1)
        if sign == "," and not decimal and NUMBER.fullmatch(text):
            return "comma"
    if not NUMBER.fullmatch(text):
        return kind_of(clean)
    return found if abs(found := float(text)) <= LARGEST else "too_large"


def _comma(cleaned: dict, point: str) -> bool:
    return point == "," and any("," in c for t, c in cleaned.items() if type(t) is not Typed)


def _notes(texts, rows, known, cleaned, point) -> list[Message]:
    notes = [word("sessions", "commas")] if _comma(cleaned, point) else []
    taken = {text for text, clean in cleaned.items() if type(text) is not Typed and (
        OTHER[point] in clean or SPACED.search(text)) and isinstance(known[text], float)
        and not math.isnan(known[text])}  # fmt: skip
    if taken:
        text = next(each for each in texts if each in taken)
        notes.append(word("table", "thousands", cell=text, value=known[text]))
    scripts = [t for t in texts if not t.isascii() and any(c > "9" and c.isdecimal() for c in t)]
    if text := next((t for t in scripts if isinstance(known[t], float)), ""):
        notes.append(word("sessions", "digits_taken", cell=text, value=known[text]))
    absent: dict[str, list[int]] = {}
    for text, row in zip(texts, rows, strict=True):
        if text and isinstance(known[text], float) and math.isnan(known[text]):
            absent.setdefault(text, []).append(row)
    for text, where in absent.items():
        about = {"cell": text[:30], "rows": listed(where), "n": len(where)}
        notes.append(word("table", "read_as_missing", **about))
    return notes
