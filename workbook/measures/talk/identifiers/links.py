"""Addresses of mail and pages, and the names that people have on services."""

import re
from collections.abc import Iterator

__all__ = ["links"]

ENDINGS = (
    "com|org|net|edu|gov|info|biz|app|dev|gg|link|online|site|shop|xyz|tv|ly|eu|uk|de|fr|es|nl|be|ch"
    "|pl|ru|ua|jp|cn|kr|br|mx|ca|au|nz|ie|se|dk|fi|pt|cz|gr|tr|il|ng|ke|za|co|io|ai|pe|ar|cl|ht|ph|vn"
)
SERVICE = (
    r"(?:insta(?:gram)?|ig|tik ?tok|snap(?:chat)?|twitter|telegram|facebook|fb|messenger|discord"
    r"|venmo|cash ?app|zelle|paypal|signal|we ?chat|kakao(?:talk)?|viber|youtube|reddit|twitch|xbox"
    r"|psn|roblox|skype|threads|bluesky|mastodon|linkedin|whats ?app|user ?name|screen ?name|handle"
    r"|gamer ?tag|login|user ?id)"
)
SPOKEN_END = r"(?:com|org|net|edu|gov|info|uk|co uk|co dot uk|de|mx|es|fr|io|me|us|ca|au|gmail)"
MAIL = re.compile(
    r"[\w.+'-]{1,64} ?[\[({] ?at ?[\])}] ?[\w-]{1,64}(?: ?[\[({.] ?"
    r"(?:dot)? ?[\])}]? ?[\w-]{1,64}){1,4}|"
    r"[\w.+'-]{1,64}(?:@| @ )[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}",
    re.IGNORECASE,
)
PARTED = (
    r"(?: (?:underscore|under score|dot|dash|hyphen|plus|minus|period) \w{1,40}"
    r"(?: (?!at\b|dot\b)\w{1,40}){0,2}?){0,6}"
)
SPOKEN_MAIL = re.compile(
    rf"\b(?:(?:\w ){{2,20}}|[\w.-]{{1,40}}{PARTED} )(?:at|@) (?:\w{{1,40}}|(?:\w ){{1,12}}\w?) ?"
    rf"(?:dot \w{{2,12}} ){{0,2}}dot {SPOKEN_END}\b",
    re.IGNORECASE,
)
SPANISH_PARTED = r"(?: (?:punto|gui[oó]n(?: bajo)?|raya|subraya|barra baja) \w{1,40}){0,6}"
SPANISH_MAIL = re.compile(
    rf"\b(?:(?:\w ){{2,20}}|[\w.-]{{1,40}}{SPANISH_PARTED} )arroba "
    rf"(?:[\w-]{{1,40}}|(?:\w ){{2,12}})"
    rf"(?: ?gui[oó]n \w{{1,40}})?(?:(?: punto |\.)\w{{2,12}}){{1,3}}\b",
    re.IGNORECASE,
)
SPOKEN_PAGE = re.compile(
    r"\b(?:www dot )?\w{1,40} dot (?:com|org|net)\b(?: (?:forward )?slash \w{1,40}"
    rf"{PARTED}){{0,3}}",
    re.IGNORECASE,
)
PAGE = re.compile(
    rf"\b(?:https?://|www\.)[^\s<>\"”)]{{2,400}}|\b(?:[\w-]{{1,60}}\.){{1,4}}(?:{ENDINGS})\b"
    rf"(?:/[^\s<>\"”)]{{0,300}})?|\b(?:[\w-]{{1,60}}\.){{1,3}}[a-z]{{2,12}}/[^\s<>\"”)]{{1,300}}",
    re.IGNORECASE,
)
HANDLE = re.compile(
    r"(?<![\w.])@[\w.-]{1,40}[\w]|(?<![\w$])\$[^\W\d][\w]{2,30}|(?<!\w)#\w{0,30}\d{4}\b"
    r"|(?<![\w/])u/[\w-]{3,20}"
)
OWN = re.compile(
    rf"\b{SERVICE}\b(?:,? (?:name|handle|user|account|tag|it['’]s|is|as|me|at|under|called|on"
    rf"|es|ist)){{0,3}}:? ([\w.-]{{0,39}}\w{PARTED})",
    re.IGNORECASE,
)
MACHINE = re.compile(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]\d)|\b(?:[\da-f]{2}[:-]){5}[\da-f]{2}\b"
    r"|\b(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}\b",
    re.IGNORECASE,
)


def links(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the place and the kind of each address of mail, of a page or of an account.

    Parameters
    ----------
    text : str
        What was said, with addresses as written or spelled in words.

    Yields
    ------
    (start, stop, kind)
        The kind is ``email`` or ``link``.

    Examples
    --------
    >>> text = "Write to @rosa.made.up, or rosa at example dot org."
    >>> [(text[start:stop], kind) for start, stop, kind in links(text)]
    [('rosa at example dot org', 'email'), ('example dot org', 'link'), ('@rosa.made.up', 'link')]
    """
    for pattern in (MAIL, SPOKEN_MAIL, SPANISH_MAIL):
        for match in pattern.finditer(text):
            yield *match.span(), "email"
    for pattern in (PAGE, SPOKEN_PAGE, HANDLE, MACHINE):
        for match in pattern.finditer(text):
            start, stop = match.span()
            yield start, start + len(match[0].rstrip(".,;:!?'’")), "link"
    for match in OWN.finditer(text):
        if re.search(r"[\d._]|[a-z][A-Z]|\w (?:underscore|dot|dash|hyphen) \w", match[1]):
            yield *match.span(1), "link"
