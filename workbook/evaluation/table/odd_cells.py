"""What stands in the place of a number: a limit, a range, a date, words of a scale, and so on."""

import re

from .days import DATE
from .vocabulary import MONTHS, YES_NO

__all__ = ["UNIT", "kind_of"]

ONE = r"\d+(?:[.,]\d+)?"  # a number, as it stands within other text
MONEY = r"US\$|[$€£¥]|EUR|USD|CHF|GBP|kr\.?|zł"
UNIT = re.compile(rf"({MONEY})? ?[+-]?\d[\d.,' \u00a0\u202f\u2019]*[\d]?(?: ?({MONEY}|%))?")
NAMED = re.compile(r"(week|session|day|meeting|no\.?) *\d+", re.IGNORECASE)
CLOCK = re.compile(r"\d{1,4}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.?m\.?)?|(\d+ ?(h|hrs?|hours?|std\.?|"
                   r"min\.?|mins|minutes|minuten|minutos|sec|s) ?)+", re.IGNORECASE)  # fmt: skip
TWO = re.compile(r"-?\d+([.,]\d+)? ?(of|out of|von|de|sur|/) ?\d+", re.IGNORECASE)
BOXES = frozenset("☐☑☒✓✔✗✘")
LIMIT = re.compile(
    rf"[<>≤≥]=? ?{ONE}|{ONE} ?\+|(under|over|up to|at least|at most|less than|more than|fewer than)"
    rf" {ONE}|{ONE} (or|and) (more|less|fewer|over|under|above|below)",
    re.IGNORECASE,
)
ABOUT = re.compile(
    rf"(~|≈|±|\?|ca\.?|c\.|approx\.?|about|around|circa|etwa|env\.?) ?{ONE}|{ONE} ?\?",
    re.IGNORECASE,
)
SPAN = re.compile(rf"{ONE} ?(-|–|—|to|bis|à|\.\.\.?) ?{ONE}", re.IGNORECASE)
PART = re.compile(rf"({ONE})? ?([½⅓⅔¼¾⅛]|(?<= )[1-9]/[1-9])")
BEHIND = re.compile(rf"{ONE} ?-|\(\W?{ONE}\)")
MARKED = re.compile(rf"-?{ONE} ?([*†‡§#^]+|[⁰¹²³⁴-⁹]+|[\[(]\w{{1,2}}[\])]|[a-z]\)?)", re.IGNORECASE)
WITH_WORDS = re.compile(rf"-?{ONE}[^\w/]{{0,3}}[^\W\d_].*|[^\W\d_].*\D{ONE}\)?", re.DOTALL)
LETTERS = re.compile(r"(?=.*[OoIl])(?=.*\d)[\dOoIl.,]+")  # a letter where a digit was meant
KINDS = (
    (NAMED, "holds_word"), (CLOCK, "duration"), (TWO, "two_numbers"), (LIMIT, "limit"),
    (ABOUT, "about"), (PART, "fraction"), (SPAN, "span"), (BEHIND, "minus_behind"),
    (LETTERS, "letter_for_digit"), (MARKED, "note_mark"),
)  # fmt: skip


def kind_of(text: str) -> str:
    """Name the words for what stands in the place of a number.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        A name in the group ``sessions``.

    Examples
    --------
    >>> from workbook.words import word
    >>> kind_of("<5"), kind_of("3-4"), kind_of("4*"), kind_of("1:30"), kind_of("agree")
    ('limit', 'span', 'note_mark', 'duration', 'not_a_number')
    >>> word("sessions", kind_of("3½"), cell="3½")
    "'3½' holds a fraction. Write it with decimals, as in 3.5."
    """
    if _is_day(text):
        return "date"
    found = (name for form, name in KINDS if form.fullmatch(text))
    return next(found, "") or _kind_of_words(text)


def _kind_of_words(text: str) -> str:
    if text.casefold() in YES_NO or text in BOXES:
        return "yes_no"
    if (match := UNIT.fullmatch(text)) and match[2] != "%" and (match[1] or match[2]):
        return "currency"
    if text.startswith("="):
        return "no_result"
    if text.endswith("%"):
        return "percent"
    return "number_with_words" if WITH_WORDS.fullmatch(text) else "not_a_number"


def _is_day(text: str) -> bool:
    """Say whether a text is a date; a word beside a number must be a month."""
    if not DATE.fullmatch(text):
        return False
    name = re.search(r"[^\W\d]{3,}", text)
    return name is None or name[0].casefold() in MONTHS
