"""All answers as one HTML page: no script, nothing from elsewhere, on paper too."""

import re
from datetime import datetime
from html import escape
from itertools import groupby
from pathlib import Path

from ..design import colors, room_style, stylesheet
from ..words import language, word, words
from .answers import Answer, Answered, local_date

__all__ = ["as_html"]

_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")  # no character of a page
_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(exercises: list[Answered], now: datetime) -> bytes:
    """Write the page, with a heading for each module and each exercise.

    Parameters
    ----------
    exercises : list of Answered
    now : datetime
        When this is made.

    Examples
    --------
    >>> as_html([], datetime(2026, 11, 22))[:15]
    b'<!doctype html>'
    """
    said = words("record")
    modules = groupby(exercises, key=lambda exercise: exercise.module)
    body = "".join(_module(title, list(own)) for title, own in modules) or _p(said["none"])
    own = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
    style = stylesheet() + colors("system") + room_style() + own
    title = _text(said["title"])
    page = (
        f'<!doctype html>\n<html lang="{_text(language())}"><head><meta charset="utf-8">'
        f"<title>{title}</title>"
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">'
        f'<meta name="color-scheme" content="light dark"><style>{style}</style></head>'
        f"<body><main><h1>{title}</h1>{_p(_made(exercises, now))}{_p(said['keep'])}"
        f"{body}</main></body></html>\n"
    )
    return page.encode("utf-8", "replace")


def _made(exercises: list[Answered], now: datetime) -> str:
    answers = word("record", "answers", n=sum(len(each.answers) for each in exercises))
    date = local_date(now)
    return word("record", "made", date=date, answers=answers, exercises=len(exercises))


def _module(title: str, exercises: list[Answered]) -> str:
    return f"<section><h2>{_text(title)}</h2>{''.join(map(_exercise, exercises))}</section>"


def _exercise(exercise: Answered) -> str:
    newest, *earlier = exercise.answers
    note = f'<p class="note">{_text(words("record")["private"])}</p>' if exercise.private else ""
    question = f'<p class="question" dir="auto">{_text(exercise.question)}</p>'
    return (
        f'<article><h3 dir="auto">{_text(exercise.title or exercise.id)}</h3>{note}'
        f"{question if exercise.question else ''}{_answer(newest)}{_earlier(earlier)}</article>"
    )


def _earlier(answers: list[Answer]) -> str:
    if not answers:
        return ""
    summary = word("record", "earlier", n=len(answers))
    inner = "".join(map(_answer, answers))
    return f"<details><summary>{_text(summary)}</summary>{inner}</details>"


def _answer(answer: Answer) -> str:
    lines = "".join(f'<p dir="auto">{_text(line)}</p>' for line in answer.lines)
    date = _text(word("record", "answered", date=local_date(answer.when)))
    time = date
    if answer.when:
        time = f'<time datetime="{answer.when.isoformat(timespec="minutes")}">{date}</time>'
    wording = (
        "" if answer.wording == "same" else f" {_text(word('record', f'wording_{answer.wording}'))}"
    )
    drawn = f'<div class="drawn">{answer.picture}</div>' if answer.picture else ""
    return f'<blockquote>{lines}</blockquote>{drawn}<p class="when">{time}{wording}</p>'


def _p(sentence: str) -> str:
    return f"<p>{_text(sentence)}</p>"


def _text(words: str) -> str:
    return escape(_ODD.sub("\ufffd", words.replace("\r\n", "\n").replace("\r", "\n")))
