"""Names in scripts without capitals, by the words that introduce them."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from .lists import FOLDER, not_names
from .tokens import LETTERS

__all__ = ["names_without_case"]

HAN = "\u3400-\u9fff"
KANA = "\u30a0-\u30ffー・"
HANGUL = "\uac00-\ud7a3"
FULL = 3  # letters of a surname and a given name
JOINED = frozenset({"zh", "ja", "ko", "th", "km", "my"})  # written without spaces, or with endings
KIN_CUES = frozenset({"ar", "he", "fa", "am"})  # where the word behind one is mostly a name
CASELESS = re.compile(r"[\u0590-\u1fff\u3040-\ud7a3]")


def names_without_case(text: str, known: Iterable[str] = ()) -> Iterator[tuple[int, int, str]]:
    """Give the place of each name that such words introduce, and of each known one.

    Parameters
    ----------
    text : str
        What was said, in any script.
    known : iterable of str
        Names that are known already.

    Yields
    ------
    (start, stop, kind)
        The kind is ``name``.

    Examples
    --------
    >>> text = "我叫王小明。"
    >>> [text[start:stop] for start, stop, _ in names_without_case(text)]
    ['王小明']
    """
    if not CASELESS.search(text):
        return
    found = {span for pattern in _patterns() for span in _spans(pattern, text)}
    said = {text[start:stop] for start, stop in found if stop - start > 1}
    said |= {name for name in known if CASELESS.search(name) and len(name) > 1}
    said |= {name[1:] for name in said if _has_surname(name)}
    for start, stop in sorted(found):
        yield start, stop, "name"
    inside = {place for start, stop in found for place in range(start, stop)}
    for name in said - not_names():
        for match in re.finditer(_again(name), text):
            if match.start() not in inside:
                yield *match.span(), "name"


def _has_surname(name: str) -> bool:
    """Say whether a Chinese name is a surname and two letters, which are also said alone."""
    return len(name) == FULL and bool(re.fullmatch(f"[{HAN}]+", name)) and name[0] in _surnames()


@cache
def _surnames() -> frozenset[str]:
    with (FOLDER / "covering.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return frozenset(row["word"] for row in rows
                     if (row["language"], row["kind"]) == ("zh", "surname"))  # fmt: skip


def _spans(pattern: re.Pattern, text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        group = match.lastgroup or "name"
        if match[group] not in not_names():
            yield match.span(group)


def _again(name: str) -> str:
    return (
        re.escape(name)
        if re.search(f"[{HAN}{KANA}{HANGUL}]", name)
        else rf"{re.escape(name)}(?!\w)"
    )


@cache
def _patterns() -> tuple[re.Pattern, ...]:
    words: dict[tuple[str, str], list[str]] = defaultdict(list)
    with (FOLDER / "covering.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words[row["language"], row["kind"]].append(row["word"])
    found = [_spaced(words, language) for language, kind in list(words) if kind == "introduces"]
    return (*(each for each in found if each), *_chinese(words), *_japanese(words), *_korean(words))


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _spaced(words: dict, language: str) -> re.Pattern | None:
    """Match up to three words after those that introduce a name; Thai writes no spaces."""
    intro = words[language, "introduces"]
    if language in JOINED - {"th", "km", "my"} or not CASELESS.search(intro[0]):
        return None
    ends = _any(words[language, "ends"])
    if language in JOINED:
        return re.compile(rf"(?:{_any(intro)})\s?(?P<name>{LETTERS})")
    kin = words[language, "kin"] if language in KIN_CUES else []
    word = rf"(?!(?:{ends})(?!\w))(?:{LETTERS})"
    title = _any(words[language, "title"])
    return re.compile(
        rf"(?<!\w)(?:(?:{_any(intro)})\s+(?P<name>{word}(?:\s{word}){{0,2}})"
        rf"|(?:{_any(kin)}|{title})\s+(?P<other>{word}))"
    )


def _chinese(words: dict) -> list[re.Pattern]:
    surname, kin = _any(words["zh", "surname"]), _any(words["zh", "kin"])
    end, after = _any(words["zh", "ends"]), _any(words["zh", "after"])
    strong = _any([each for each in words["zh", "introduces"] if each != "我是"])
    given = rf"(?:(?!{end})[{HAN}]){{1,2}}"
    return [
        re.compile(rf"(?:{strong})(?:叫|是)?(?P<name>(?:(?!{end})[{HAN}]){{1,4}})"),
        re.compile(rf"(?:我是|(?:{kin})(?:叫|是)?)(?P<name>(?:{surname}){given})"),
        re.compile(rf"(?P<name>(?:{surname})(?:{given})?)(?=(?:{after}))"),
    ]


def _japanese(words: dict) -> list[re.Pattern]:
    intro, after, end = (_any(words["ja", kind]) for kind in ("introduces", "after", "ends"))
    name = rf"[{HAN}{KANA}\u3040-\u309f]{{1,8}}?"
    return [
        re.compile(rf"(?:{intro})(?P<name>{name})(?=です|でした|と(?:申し|いい|言い)|、|。)"),
        re.compile(rf"(?<![{HAN}])(?P<name>[{HAN}]{{1,4}}|[{KANA}]{{2,8}})(?=(?:{after}))"),
        re.compile(
            rf"(?<![{HAN}])(?P<name>[{HAN}]{{1,4}}|[{KANA}]{{2,8}})(?=と(?:申し|言い|いい)ます)"
        ),
    ]


def _korean(words: dict) -> list[re.Pattern]:
    intro, surname, end = (_any(words["ko", kind]) for kind in ("introduces", "surname", "ends"))
    return [
        re.compile(rf"(?:{intro})\s?(?P<name>[{HANGUL}]{{2,4}}?)(?=(?:{end})|\W|$)"),
        re.compile(rf"(?<!\w)(?P<name>(?:{surname})[{HANGUL}]{{1,2}})(?=\s?(?:씨|님|선생님))"),
        re.compile(
            rf"(?:{_any(words['ko', 'kin'])})\s(?P<name>(?:{surname})?[{HANGUL}]{{2}})(?="
            rf"(?:{end})|\W|$)"
        ),
    ]
