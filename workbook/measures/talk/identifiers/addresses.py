"""Street addresses whole, with flat, code and town; corners, boxes, and places with a name."""

import re
from collections.abc import Iterator

from .lists import fold, is_common, is_name, words_that

__all__ = ["addresses"]

CLEAR = (
    "street|avenue|ave|boulevard|blvd|road|rd|lane|highway|hwy|parkway|pkwy|terrace|crescent|alley"
    "|turnpike|esplanade|mews"
)
UNCLEAR = (
    "st|drive|dr|court|ct|place|pl|way|circle|cir|square|sq|close|trail|trl|loop|row|walk|plaza"
    "|gardens|grove|hill|park|ln|route|rte|run|pike|path|green|heights|ter|view|bend|point|quay|wharf"
)
NUMBER = r"\d{1,6}(?:-\d{1,4})?[A-Za-z]?"
UNIT = "(?:one|two|three|four|five|six|seven|eight|nine)"
SPOKEN = (
    rf"(?:(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -]{UNIT})?|ten|eleven|twelve|{UNIT}"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|hundred|thousand|oh|zero)(?:[ -](?=\w))?){1,6}"
)
WORD = r"(?:[NSEW]{1,2}\.|[^\W_](?:[\w'’-]|\.(?! [A-Z][a-z]+ )){0,30})"
SIDE = r"(?:izquierda|derecha|centro|exterior|interior|izda|izq|dcha|dch|(?-i:[A-Z]))\b"
FLOOR = (
    rf"(?i:(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|s[eé]ptim[oa]"
    rf"|octav[oa]|noven[oa]|d[eé]cim[oa]|bajo|principal|entresuelo|[aá]tico)"
    rf"(?:(?:,? (?:piso|planta))?,? {SIDE}| (?:piso|planta)\b)|planta baja"
    r"|(?:bajo|[aá]tico)(?=[.,;!?]|$))"
)
UNIT_TAIL = (
    rf"(?:,? ?(?:{FLOOR}|"
    r"(?i:apartment|apt|unit|suite|ste|flat|floor|fl|room|rm|lot|trailer|#|number|no|nº"
    r"|int|depto|piso|puerta|escalera|bldg|building)\.? ?#?[\w-]{1,6}(?![ºª°])|#\d\w{0,5}"
    r"|\d{1,2}(?:st|nd|rd|th) floor"
    r"|\d{1,2}\.?[ºª°](?: ?(?:izq\w*|dcha?\w*|derecha|[A-Z]\b))?))"
)
TOWN = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]{1,20}(?: [A-ZÀ-ÖØ-Þ][\w'’-]{1,20}){0,2})"
CODE = (
    r"(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|(?:[A-Z]{2},? )?\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)"
)
TAIL = (
    rf"(?:{UNIT_TAIL}){{0,3}}(?:,? (?:{TOWN},? )?{CODE}\b(?: {TOWN})?|, {TOWN}(?:, [A-Z]{{2}}\b)?)?"
)
NUMBERED = re.compile(
    rf"(?<![\w.$])(?:(?i:flat|apartment|apt|unit|suite)\.? \w{{1,4}},? )?(?P<number>{NUMBER}|"
    rf"(?i:{SPOKEN})) (?P<name>(?:{WORD} ){{1,4}}?)"
    rf"(?P<kind>(?i:{CLEAR}|{UNCLEAR}))\b\.?{TAIL}"
)
NAMED = re.compile(
    rf"\b(?P<name>(?:(?:[A-ZÀ-ÖØ-Þ][\w'’-]{{0,20}}|\d{{1,3}}(?:st|nd|rd|th)) ){{1,4}})"
    rf"(?P<kind>Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Lane|Drive|Terrace|Highway|Parkway)\b"
    rf"{TAIL}"
)
ROMANCE = (
    r"(?i:calle|c/|avenida|avda|av|carrera|cra|paseo|plaza|camino|callej[oó]n|calzada|privada"
    r"|jir[oó]n"
    r"|rua|travessa|alameda|rue|chemin|allée|impasse|quai|place|boulevard|bd|via|viale|piazza|corso"
    r"|ulica|ul|colonia|urbanización)"
)
LATIN = re.compile(
    rf"(?<!\w)(?:(?P<before>\d{{1,5}}(?: ?(?:bis|ter|[a-z]))?,? ))?{ROMANCE}\.? "
    rf"(?P<name>(?:(?:de|del|la|las|los|da|das|do|dos|du|des|di|della|el|l['’]|d['’])[ ]?){{0,3}}"
    rf"[A-ZÀ-ÖØ-ÞĀ-Ž\d][\w'’-]*(?: (?:(?:de|del|la|las|los|da|do|dos|du|des|di|y|e) ){{0,3}}"
    rf"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*){{0,3}})"
    rf"(?:,? (?:#|n[º°o.]{{0,2}} ?|número )?"
    rf"(?P<after>\d{{1,5}}[A-Za-z]?(?: ?[-–] ?\d{{1,4}})?(?![ºª°]))){{0,2}}{TAIL}"
)
UNIT_ES = r"(?i:piso|depto\.?|departamento|dpto\.?|puerta|interior|int\.) \w{1,4}\b"
BARE = re.compile(
    rf"(?<!\w)(?P<name>{TOWN}),? (?:#|n[º°o.]{{0,2}} ?|número )?\d{{1,5}}[A-Za-z]?,? "
    rf"(?:{FLOOR}|{UNIT_ES})"
    rf"|\b(?i:viv\w+|dirección|domicilio|andá|vaya|ve) (?:en|es|a) "
    rf"(?P<lived>{TOWN},? (?!(?:19|20)\d\d\b)\d{{2,5}}\b"
    rf"(?:,? {FLOOR})?)(?! ?(?:%|años|pesos|personas|veces|euros))"
)
GERMAN = re.compile(
    r"\b[^\W\d_]+(?:[ -](?=straße|strasse|str\.|platz|allee|ring|ufer))?"
    r"(?:straße|strasse|str\.|gasse|weg|allee|platz|ring|damm|ufer|chaussee|straat|laan"
    r"|gata|gatan|vägen|veien|vej)\s\d{1,4} ?[a-z]?\b"
    rf"(?:,? (?:\d{{4,5}} (?:[A-Z]{{2}} )?{TOWN}|{TOWN}))?",
    re.IGNORECASE,
)
CORNER = re.compile(
    r"\b(?:corner|intersection|cross streets?) (?:of |are |is )?(?:[\w'’]{1,20} ){1,3}(?:and|&|at) "
    rf"(?:[\w'’]{{1,20}} (?={CLEAR}|{UNCLEAR}))?[\w'’]{{1,20}}(?: (?i:{CLEAR}|st|drive|way)\b)?",
    re.IGNORECASE,
)
CROSSING = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|(?:[A-Z][\w'’]+)) (?:and|&|at) \d{1,3}(?:st|nd|rd|th)\b"
    r"|\b\d{1,3}(?:st|nd|rd|th) (?:and|&) [A-Z][\w'’]+"
)
BOX = re.compile(
    r"\b(?:rural )?route \d{1,4},? box \d{1,5}|\bplot \d{1,5}(?:, sector \w{1,4})?\b"
    r"|\b(?:p\.? ?o\.? ?box|post office box|apartado(?: postal)?|postfach|caixa postal)"
    r" (?:number )?#?\d+",
    re.IGNORECASE,
)
FLAT = re.compile(
    r"\b(?:(?:apartment|apt|trailer|lot)\.? (?:number )?#?(?:\d{1,4}[a-z]?|[a-z]-?\d{1,4})"
    r"|(?:flat|unit) #?(?:\d{1,4}[a-z]|[a-z]-?\d{1,4}))\b"
    r"(?! (?:bed\w*|people|hours|days|weeks|months|years|times|miles|percent))",
    re.IGNORECASE,
)
ROOM = re.compile(
    r"\b(?:room|rm|office|ward|cell|zimmer|habitación|cuarto|chambre|salle|despacho)\.?"
    r" (?:number |no\.? ?|nr\.? ?|n[º°] ?|número )?#?(?:\d{2,4}[a-z]?|[a-z]-?\d{1,4})\b"
    r"(?! (?:people|hours|days|weeks|months|years|times|miles|percent))",
    re.IGNORECASE,
)
POST = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\b|\b(?:zip|postal|post) ?codes? (?:is |was )?"
    r"(\d{4,6})\b"
    rf"|\b{TOWN},? [A-Z]{{2}} \d{{5}}(?:-\d{{4}})?\b|\b(?:P\.?S\.?|PS|IS) \d{{1,3}}\b"
)
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]{0,25}"
HOUSE = (
    r"(?:High School|Middle School|Elementary(?: School)?|Primary(?: School)?|School|Hospital"
    r"|Church"
    r"|Clinic|Shelter|Cent(?:er|re)|Medical Center|University|College|Academy|Mosque|Masjid|Temple"
    r"|Synagogue|Park|Apartments|Library|Motel|Hotel|Inn|Mission|House|Home|Nursery|Daycare|Prison"
    r"|Jail|Parish|Towers?|Gardens|Village|Estates?|Manor|Court|Foundation|Kitchen|Infirmary"
    r"|Surgery"
    r"|Mall|Plaza|Station|Bakery|Diner|Restaurant|Market|Pharmacy"
    r"|Palace|Services|Grill|Caf[eé]|Deli|Salon|Farms?|Foods|Motors|Cleaners|Laundromat|Staffing"
    r"|Logistics|Construction)"
)
INSTITUTION = re.compile(
    rf"(?:(?:St|Sts|Saint|Mt)\. )?(?<!\w)(?P<name>(?:{CAPITAL} (?:of |the |and |de |la )?){{1,4}}?)"
    rf"{HOUSE}\b(?: of {CAPITAL}(?: {CAPITAL})?)?"
)
FIRM = re.compile(rf"(?<!\w){CAPITAL} (?:&|and) (?:Sons?|Daughters|Brothers|Bros|Co|Company)\b")
SAINT = re.compile(
    rf"\b(?:St|Sts|Ste|Saint|Santa|Santo|San|Sta|Mt|Mount|Fort|Ft|Port|Lake|El|Las|Los|New)\.? "
    rf"(?!Years?\b|England|Zealand|Hampshire|Jersey|Mexico|Salvador|Testament)"
    rf"([A-ZÀ-ÖØ-Þ][\w-]{{1,25}}(?:['’]s)?)(?: {CAPITAL})?"
    r"|\bOur Lady(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?"
)
OPENS = re.compile(r"(?:^|[.!?…:\n\"“])\s*$")


def addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the place and the kind of each address and of each house that has a name.

    Parameters
    ----------
    text : str
        What was said.

    Yields
    ------
    (start, stop, kind)
        The kind is ``address`` or ``place``; findings may overlap.

    Examples
    --------
    >>> text = "It is 22b Baker Street, London NW1 6XE, by Lincoln High School."
    >>> found = [text[start:stop] for start, stop, _ in addresses(text)]
    >>> found[0], found[-1]
    ('22b Baker Street, London NW1 6XE', 'Lincoln High School')
    """
    for match in NUMBERED.finditer(text):
        if _is_street(match):
            yield *_trimmed(match), "address"
    for match in LATIN.finditer(text):
        area = fold(match[0]).startswith("colonia")
        if (
            area
            or match["before"]
            or match["after"]
            or not is_common(fold(match["name"].split()[0]))
        ):
            yield *_trimmed(match), "address"
    for match in BARE.finditer(text):
        yield match.start("name" if match["name"] else "lived"), match.end(), "address"
    for match in NAMED.finditer(text):
        yield *_without_plain_head(match), "address"
    for pattern in (GERMAN, CORNER, CROSSING, BOX, FLAT, ROOM, POST):
        for match in pattern.finditer(text):
            yield *_trimmed(match), "address"
    for match in INSTITUTION.finditer(text):
        if any(_tells(each) for each in match["name"].split()):
            yield *_without_plain_head(match), "place"
    yield from ((*match.span(), "place") for match in FIRM.finditer(text))
    for match in SAINT.finditer(text):
        if not match[1] or fold(match[1]) not in words_that("month"):
            yield *match.span(), "place"


def _trimmed(match) -> tuple[int, int]:
    return match.start(), match.start() + len(match[0].rstrip(" .,"))


def _is_street(match) -> bool:
    """Say whether a number, words and a word like way are a street: not 3 hours on the way."""
    words, kind = match["name"].split(), match["kind"]
    if re.fullmatch(CLEAR, kind, re.IGNORECASE):
        return not any(fold(each) in words_that("measured") for each in words if each[0].islower())
    capital = all(each[0].isupper() or each[0].isdigit() for each in words)
    return capital and kind[0].isupper()


def _tells(word: str) -> bool:
    return fold(word).rstrip(".") not in words_that("plain_house") and word[0].isupper()


def _without_plain_head(match) -> tuple[int, int]:
    """Leave out what only opens the sentence, such as a verb before Lincoln High School."""
    start, stop = match.span()
    first, _, rest = match["name"].partition(" ")
    plain = is_common(fold(first)) and not is_name(fold(first)) and rest
    return start + (
        len(first) + 1 if plain and OPENS.search(match.string[:start][-3:]) else 0
    ), stop
