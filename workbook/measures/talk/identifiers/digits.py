"""Telephone numbers and numbers of cases, cards and accounts, in digits and in words."""

import re
from collections.abc import Iterator

from .spanish_digits import spanish_numbers

__all__ = ["numbers"]

LEAST_DIGITS = 7  # from so many digits on, a number that is nothing else may say who someone is
LEAST_SPOKEN = 6  # digits said as words, without a word before them that says what they are
YEAR = re.compile(r"(?:19|20)\d\d")
RUN = re.compile(
    r"(?<![\w$€£¥.,])(?:\+ ?|00)?\(?\d(?:[ ().\-/\u2010-\u2013\u2212\u00a0]{0,3}\d){4,24}(?!\w)"
    r"(?:,? ?(?:ext\.?|extension|x) ?\d{1,6}\b)?"
)
AMOUNT = re.compile(
    r"\s?(?:%|percent|dollars?|bucks|euros?|pounds?|pesos?|yen|yuan|rupees?|francs?|cents?|usd|eur"
    r"|people|miles|km|kilomet\w+|meters?|kilos?|kg|mg|ml|grams?|hours?|hrs?|minutes?|mins?|days?"
    r"|weeks?|months?|years?|calories|steps|square|times|dólares|kronor|zł|€|£|\$)",
    re.IGNORECASE,
)
NUMBERED = (
    r"(?:case|file|client|record|policy|member|membership|claim|id|identification|medicaid|medicare"
    r"|ssn|social(?: security)?|docket|passport|license|licence|plate|registration|account|routing"
    r"|receipt|alien|a[ -]number|ni|nhs|nie|nif|dni|curp|rfc|cpf|sin|tin|itin|ein|uscis|visa"
    r"|ebt|snap|card"
    r"|code|pin|badge|reference|ref|confirmation|booking|inmate|patient|chart|mrn|insurance|group"
    r"|order|ticket|permit|tax|student|employee|unit code|serial|tracking|invoice|warrant|iban"
    r"|expediente|caso|póliza|cédula|pasaporte|seguro social|matrícula|aktenzeichen)"
)
CODE = (
    r"(?:[a-z]{1,4}[ -]?)?(?:[\da-z]{0,6}\d[\da-z]{0,12})"
    r"(?:[ /-][\da-z]{0,6}\d[\da-z]{0,8}){0,6}(?:-[a-z]{1,3}\b)?"
)
AFTER_NAME = re.compile(
    rf"\b{NUMBERED}\b(?:['’]s)?(?: (?:number|no|nr|num|id|card|code|#))*[.:#]{{0,2}}"
    rf"(?: (?:is|was|es|ist|ending|ends|in|it['’]s|number))*:? ?#?({CODE})(?!\w)",
    re.IGNORECASE,
)
LETTERED = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z\d]{5,12}")
SURE = re.compile(r"number|code|pin\b|\bid\b|end|last|#", re.IGNORECASE)
ENDING = re.compile(
    r"\b(?:ends? (?:in|with)|ending (?:in|with)|last (?:four|4)(?: digits?)?(?: are| is|:)?"
    r"|(?:number|no\.|#|nº|número|numéro) ?(?:is |es )?:?) ?#?([a-z]{0,4}-?\d[\d -]{1,20}\d)\b",
    re.IGNORECASE,
)
MIXED = re.compile(
    r"(?<![\w@#.$/])(?=[\w-]{0,20}[^\W\d_])[A-Za-z\d]+(?:-[A-Za-z\d]+){0,4}(?![\w@])"
)
SPACED = re.compile(
    r"\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-Z]\b|\b[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}"
    r"(?: ?[A-Z\d]{1,4})?\b"
    r"|\b[A-Z] (?:\d{3} ?){3}\b|\b(?=[A-Z\d ]{5,8}\b)[A-Z]{2,3}[ -]\d{3,4}\b(?=[.,;!?]|$)"
)
NOT_MIXED = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|s|am|pm|mg|ml|kg|lbs?|hrs?|km|k|m|mph|x|oz|min|ft|cm|mm|gb|mb|bn)"
    r"|covid-?\d+|[a-z]+-\d{1,3}[a-z]?|\d{1,4}(?:-[a-z]+)+",
    re.IGNORECASE,
)
UNITS = ["zero", "oh", "o", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
]
SPOKEN = re.compile(
    rf"\b(?:{'|'.join([*UNITS, *TEENS, 'double', 'triple'])})"
    rf"(?:(?:, ?|[ -]| ?\. )(?:{'|'.join([*UNITS, *TEENS, 'double', 'triple'])}))+\b",
    re.IGNORECASE,
)


def numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the place and the kind of each number that may say who someone is.

    Parameters
    ----------
    text : str
        What was said.

    Yields
    ------
    (start, stop, kind)
        The kind is ``id_number`` or ``phone``; findings may overlap.

    Examples
    --------
    >>> text = "Case CW-2214587, and call 555-010-4477."
    >>> found = [(text[start:stop], kind) for start, stop, kind in numbers(text)]
    >>> found[0], found[-1]
    (('CW-2214587', 'id_number'), ('555-010-4477', 'phone'))
    """
    for pattern in (AFTER_NAME, ENDING):
        for match in pattern.finditer(text):
            digits = sum(map(str.isdigit, match[1]))
            if (digits >= 3 or (digits and LETTERED.fullmatch(match[1]))) and not _is_other(match):
                yield *match.span(1), "id_number"
    for match in SPACED.finditer(text):
        yield *match.span(), "id_number"
    for match in MIXED.finditer(text):
        if _is_code(match[0]):
            yield *match.span(), "id_number"
    for match in RUN.finditer(text):
        kind = _kind(match[0]) if not _amount(text, match.end()) else ""
        if kind:
            yield *match.span(), kind
    yield from spanish_numbers(text, LEAST_SPOKEN)
    for match in SPOKEN.finditer(text):
        if _digits_said(match[0]) >= LEAST_SPOKEN:
            yield *match.span(), "phone"


def _is_other(match) -> bool:
    """Say whether what stands behind such a word is an amount, or the year of a file."""
    year = YEAR.fullmatch(match[1]) and not SURE.search(match[0])
    return bool(year) or _amount(match.string, match.end())


def _amount(text: str, stop: int) -> bool:
    return AMOUNT.match(text, stop) is not None


def _is_code(token: str) -> bool:
    """Say whether letters and digits mixed are a code: not 1990s, 20mg, PHQ-9 or W-2."""
    digits = sum(map(str.isdigit, token))
    if digits < 3 or not any(map(str.isalpha, token)) or NOT_MIXED.fullmatch(token):
        return False
    return digits >= 4 or len(token) >= 6


def _kind(run: str) -> str:
    """Tell a telephone number from another one, and both from years and ranges."""
    groups = re.findall(r"\d+", run)
    digits = sum(map(len, groups))
    if all(YEAR.fullmatch(group) for group in groups) or _range(groups, run):
        return ""
    if digits < LEAST_DIGITS:
        return "id_number" if len(groups) == 1 and (digits == 6 or run.startswith("0")) else ""
    ssn = [len(group) for group in groups] == [3, 2, 4] and not run.startswith("+")
    return "phone" if not ssn and _possible(run) else "id_number"


def _range(groups: list[str], run: str) -> bool:
    """Say whether this is from one number to another, as in 1000-1500."""
    if len(groups) != 2 or not re.search(r"\d ?[-–] ?\d", run):
        return False
    low, high = groups
    return len(low) == len(high) < 6 and low < high and not low.startswith("0")


def _possible(run: str) -> bool:
    """Ask the library whether this can be a telephone number anywhere, or without its area."""
    import phonenumbers

    for region in ("US", "GB", "DE", "MX", "CN"):
        try:
            number = phonenumbers.parse(run, region)
        except phonenumbers.NumberParseException:
            return False
        if phonenumbers.is_possible_number(number):
            return True
    return False


def _digits_said(words: str) -> int:
    """Count the digits of a number said in words: five fifty five has three."""
    found, times = 0, 1
    for each in re.findall(r"\w+", words.lower()):
        if each in ("double", "triple"):
            times = 2 if each == "double" else 3
            continue
        size = 1 if each in UNITS else 2
        # fifty five is one number of two digits
        found += times * (size - 1 if size == 2 and each.endswith("ty") else size)
        times = 1
    return found
