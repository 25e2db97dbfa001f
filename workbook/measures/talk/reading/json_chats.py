"""Chats that a program for messages saved as JSON: each message has a sender, a time, its words."""

import re
from collections.abc import Sequence

from ....words import word
from ..turns import TranscriptError
from .rows import Found, Row

__all__ = ["chat_in"]

SENDERS = ("sender_name", "senderName", "from")
TIMES = ("timestamp_ms", "timestamp")
UNSENT = ("is_unsent", "isUnsent", "call_duration", "forwarded_from")
OF_PROGRAM = re.compile(r"Reacted .{1,12} to your message\s*|.{1,80} sent an attachment\.")


def chat_in(value) -> Found | None:
    """Read a chat in JSON; None where there is none.

    Parameters
    ----------
    value : object
        What the file holds.

    Returns
    -------
    Found or None
        One row for each message with words, the oldest first. Messages of the program, pictures,
        calls and words that are somebody else's are counted in a note.

    Raises
    ------
    TranscriptError
        When several chats lie in one file.

    Examples
    --------
    >>> chat = {"messages": [{"from": "Ines", "from_id": "user1", "text": "Hello."}]}
    >>> chat_in(chat).rows[0].text
    'Hello.'
    """
    chats = [chat for chat in _chats(value) if any(map(_is_message, chat))]
    if not chats:
        return None
    if len(chats) > 1:
        raise TranscriptError(word("talk_errors", "several_talks", count=len(chats)))
    numbered = _oldest_first([pair for pair in enumerate(chats[0], 1) if isinstance(pair[1], dict)])
    rows = [Row(n, _sender(message), said) for n, message in numbered if (said := _said(message))]
    left = len(numbered) - len(rows)
    return Found(rows, [word("talk_notes", "messages_left", count=left)] if left else [])


def _chats(value) -> list[list]:
    if not isinstance(value, dict):
        return []
    whole = value.get("chats")
    inside = whole.get("list") if isinstance(whole, dict) else [value]
    messages = [each.get("messages") for each in inside or [] if isinstance(each, dict)]
    return [each for each in messages if isinstance(each, list)]


def _is_message(message) -> bool:
    if not isinstance(message, dict):
        return False
    return (
        "sender_name" in message or "senderName" in message or {"from", "from_id"} <= set(message)
    )


def _oldest_first(numbered: Sequence[tuple[int, dict]]) -> list[tuple[int, dict]]:
    times = [_time(message) for _, message in numbered]
    if not times or None in times:
        return list(numbered)
    step = -1 if (times[0] or 0) > (times[-1] or 0) else 1
    return sorted(numbered[::step], key=lambda pair: _time(pair[1]) or 0)


def _time(message: dict) -> float | None:
    value = next((message[name] for name in TIMES if name in message), None)
    return value if isinstance(value, int | float) else None


def _sender(message: dict) -> str:
    name = next((message[key] for key in SENDERS if isinstance(message.get(key), str)), "")
    return _mended(name) if "sender_name" in message else name


def _said(message: dict) -> str:
    """Give the words of a message; empty where they are no words of who sends it."""
    if message.get("type") == "service" or any(message.get(name) for name in UNSENT):
        return ""
    said = message.get("content") or message.get("text") or ""
    if isinstance(said, list):  # words and links, one by one
        parts = [each.get("text") if isinstance(each, dict) else each for each in said]
        said = "".join(each for each in parts if isinstance(each, str))
    if not isinstance(said, str) or OF_PROGRAM.fullmatch(said):
        return ""
    return " ".join((_mended(said) if "sender_name" in message else said).split())


def _mended(text: str) -> str:
    """Put letters together again that the program wrote byte by byte."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
