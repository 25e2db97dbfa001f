"""JSON in which each word stands by itself: the full answers of programs that listen."""

from collections.abc import Sequence

__all__ = ["is_words", "rows_of_words", "with_labels"]

WORDS = ("punctuated_word", "word", "content", "text", "value")
VOICES = ("speaker", "speaker_label", "speakerLabel", "speakerTag", "speaker_tag", "speaker_id")
STARTS = ("start", "start_time", "startTime", "startOffset", "ts")
STOPS = ("end", "end_time", "endTime", "endOffset", "end_ts")
KINDS = {"word", "pronunciation", "punctuation", "punct", "spacing", "audio_event", "entity"}
RIVALS = ("alternatives", "nBest")  # the first one is the likeliest
SIGNS = ".,?!;:…"


def is_words(items: Sequence[dict], key: str = "") -> bool:
    """Say whether a list holds single words, and who says at least one of them.

    Parameters
    ----------
    items : sequence of dict
    key : str
        The name under which the list stands.

    Examples
    --------
    >>> is_words([{"word": "Good", "speaker": 0}, {"word": "morning", "speaker": 0}])
    True
    >>> is_words([{"speaker": "Ines", "text": "Good morning."}])
    False
    """
    merged = [_merged(each) for each in items]
    marked = key == "words" or all("word" in each or each.get("type") in KINDS for each in merged)
    single = all(isinstance(text := _first(each, WORDS), str) and len(text.split()) <= 1
                 or each.get("type") == "audio_event" for each in merged)  # fmt: skip
    return marked and single and any(_voice(each) for each in merged)


def rows_of_words(items: Sequence[dict]) -> list[dict]:
    """Join words into rows; a row ends where somebody else says the next word.

    Parameters
    ----------
    items : sequence of dict
        Words in their order, as `is_words` knows them. A word by nobody makes a row by nobody.

    Returns
    -------
    list of dict
        With ``speaker``, ``text``, ``start`` and ``stop``.

    Examples
    --------
    >>> row, = rows_of_words([{"word": "Hi", "speaker": 1}, {"type": "punctuation", "word": "."}])
    >>> row["speaker"], row["text"]
    ('1', 'Hi.')
    """
    rows: list[dict] = []
    for item in map(_merged, items):
        said = str(_first(item, WORDS) or "").strip()
        if item.get("type") == "audio_event":
            said = f"[{said.strip('()[]')}]"
        if not said:
            continue
        voice = _voice(item)
        sign = item.get("attaches_to") == "previous" or not said.strip(SIGNS)
        if rows and (sign or rows[-1]["speaker"] == voice):
            rows[-1]["text"] += said if sign else f" {said}"
            rows[-1]["stop"] = _first(item, STOPS) or rows[-1]["stop"]
        else:
            start, stop = _first(item, STARTS), _first(item, STOPS)
            rows.append({"speaker": voice, "text": said, "start": start, "stop": stop})
    return rows


def with_labels(value: dict) -> list[dict]:
    """Give the words of a file in which who says them stands in a list beside them.

    Parameters
    ----------
    value : dict
        With ``items``, and ``speaker_labels`` that name the starts of the words of each voice.

    Returns
    -------
    list of dict
        The words, each with its voice; empty where no such list stands there.

    Examples
    --------
    >>> labels = {"segments": [{"speaker_label": "spk_0", "items": [{"start_time": "0.1"}]}]}
    >>> items = [{"start_time": "0.1", "alternatives": [{"content": "Hi"}]}]
    >>> with_labels({"items": items, "speaker_labels": labels})[0]["speaker_label"]
    'spk_0'
    """
    labels, items = value.get("speaker_labels"), value.get("items")
    segments = labels.get("segments") if isinstance(labels, dict) else None
    if not isinstance(segments, list) or not isinstance(items, list):
        return []
    voices = {}
    for segment in filter(_is_dict, segments):
        inner = segment.get("items")
        for each in filter(_is_dict, inner if isinstance(inner, list) else []):
            voices[str(each.get("start_time"))] = (
                each.get("speaker_label") or segment.get("speaker_label")
            )  # fmt: skip
    return [{"speaker_label": voices.get(str(each.get("start_time"))), **each}
            for each in items if _is_dict(each)]  # fmt: skip


def _is_dict(value) -> bool:
    return isinstance(value, dict)


def _merged(item: dict) -> dict:
    """Join a word with the likeliest of its readings."""
    for name in RIVALS:
        readings = item.get(name)
        if isinstance(readings, list) and readings and _is_dict(readings[0]):
            return {**readings[0], **item}
    return item


def _first(item: dict, names: Sequence[str]):
    return next((item[name] for name in names if item.get(name) is not None), None)


def _voice(item: dict) -> str:
    voice = _first(item, VOICES)
    return str(voice) if isinstance(voice, str | int) else ""
