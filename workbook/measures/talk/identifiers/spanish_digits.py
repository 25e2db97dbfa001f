"""Numbers of telephones, papers and cases that are said in Spanish words."""

import re
from collections.abc import Iterator

__all__ = ["spanish_numbers"]

ONE = "cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
TEEN = (
    "diez|once|doce|trece|catorce|quince|diecis[eé]is|diecisiete|dieciocho|diecinueve|veinte"
    "|veinti(?:[uú]no?|d[oó]s|tr[eé]s|cuatro|cinco|s[eé]is|siete|ocho|nueve)"
)
TIMES = {"": 1, "doble": 2, "triple": 3}
TEN = "treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa"
HUNDRED = "cien(?:to)?|(?:dos|tres|cuatro|quin|seis|sete|ocho|nove)(?:cient[oa]s|ient[oa]s)"
BELOW_100 = rf"(?:(?:{TEN})(?: y (?:una?|{ONE}))?|{TEEN}|{ONE})"
PART = (
    rf"(?:(?:(?:doble|triple) )?(?:{ONE})|(?:{HUNDRED})(?: {BELOW_100})?|{BELOW_100}"
    "|mil|un mill[oó]n|millones)"
)
PAUSE = r"(?:, (?:y |luego )?|[ -]|\. | gui[oó]n |\.{3} |… )"
SAID = re.compile(rf"\b{PART}(?:{PAUSE}{PART})+\b", re.IGNORECASE)
ONE_PART = re.compile(rf"\b{PART}\b", re.IGNORECASE)
MEASURE = re.compile(
    rf",?(?: (?:y|o|a) {PART}(?: {PART}){{0,2}})?(?: de)? ?"
    r"(?:a[ñn](?:os|itos)|meses|semanas|días|horas|minutos"
    r"|pesos|dólares|euros|soles|bolívares|quetzales|lempiras|colones|centavos|veces|kilos|gramos"
    r"|miligramos|kilómetros|metros|personas|por ciento|(?:de|por|en) la (?:mañana|tarde|noche))\b"
    r"|,? (?:y media|y cuarto|menos cuarto)\b",
    re.IGNORECASE,
)
PRICE = re.compile(
    r"\b(?:cuesta\w*|cost[oó]|vale|cobr\w+|pag\w+|gan[oóa]\w*|deb\w+|prest\w+|sueldo|renta|precio"
    r"|alquiler|total)(?: (?:es|son|era|de|unos|casi|como|más|menos|me|yo|ya|solo)){0,3} $",
    re.IGNORECASE,
)
HOUR = re.compile(r"\blas? $", re.IGNORECASE)
ROUND = re.compile(rf"(?:{HUNDRED}|{TEN}|mil)$", re.IGNORECASE)
COUNTED = [*ONE.split("|"), "diez", "once", "doce", "trece", "catorce", "quince"]
COUNTED += ["dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte"]
YEAR = re.compile(
    rf"(?:mil novecientos|dos mil)(?: {BELOW_100})?(?:{PAUSE}(?:mil novecientos|dos mil)"
    rf"(?: {BELOW_100})?)*",
    re.IGNORECASE,
)


def spanish_numbers(text: str, least: int) -> Iterator[tuple[int, int, str]]:
    """Give the place of each long number said in Spanish; no ages, prices, times or years.

    Parameters
    ----------
    text : str
        What was said.
    least : int
        From so many digits on it may say who someone is.

    Yields
    ------
    (start, stop, kind)
        The kind is ``id_number`` with a thousand or a million in it, otherwise ``phone``.

    Examples
    --------
    >>> text = "Al seis uno dos, treinta y cuatro, cero cinco, por favor."
    >>> [(text[start:stop], kind) for start, stop, kind in spanish_numbers(text, 6)]
    [('seis uno dos, treinta y cuatro, cero cinco', 'phone')]
    """
    for match in SAID.finditer(text):
        parts = [each.lower() for each in ONE_PART.findall(match[0])]
        if sum(map(_digits, parts)) >= least and not (
            _is_amount(match) or _is_sums(match[0]) or _is_counting(parts)
        ):
            counted = any(each.startswith(("mil", "un mil")) for each in parts)
            yield *match.span(), "id_number" if counted else "phone"


def _digits(part: str) -> int:
    """Count the digits of one part: thousand and million only set the place of others."""
    if part.startswith(("mil", "un mil")):
        return int(part.startswith("un"))
    times, _, one = part.rpartition(" ")
    if re.fullmatch(ONE, one) and times in TIMES:
        return TIMES[times]
    return 3 if re.match(HUNDRED, part) else 2


def _is_amount(match) -> bool:
    before, large = match.string[: match.start()][-40:], re.search("mil|cient", match[0], re.I)
    if HOUR.search(before) and all(each in COUNTED[1:13] for each in _plain_parts(match[0])):
        return True
    priced = large is not None and PRICE.search(before) is not None
    return priced or bool(MEASURE.match(match.string, match.end()) or YEAR.fullmatch(match[0]))


def _plain_parts(said: str) -> list[str]:
    return [each.lower() for each in re.split(PAUSE, said)]


def _is_sums(said: str) -> bool:
    """Say whether these are one or two round sums: mil quinientos, doscientos cincuenta."""
    sums = said.split(", ")
    large = re.search("mil|cien", said, re.IGNORECASE)
    small = "mill" not in said.lower()
    return large is not None and small and len(sums) <= 2 and all(map(ROUND.search, sums))


def _is_counting(parts: list[str]) -> bool:
    """Say whether somebody counts, up or down, by one or by two."""
    if not set(parts) <= set(COUNTED):
        return False
    places = [COUNTED.index(each) for each in parts]
    steps = {b - a for a, b in zip(places, places[1:], strict=False)}
    return len(steps) == 1 and steps <= {1, -1, 2, -2}
