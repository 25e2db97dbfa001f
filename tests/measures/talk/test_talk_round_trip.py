"""What the panel shows can be looked at again: the same turns by the same people, always."""

import contextlib
import json

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from talk_forms import LABELS, SAME_TALK
from test_talk_fuzz import PIECES

from workbook.measures.talk import TranscriptError, Turn, as_text, read
from workbook.measures.talk.reading import (
    chat,
    directions,
    forms,
    headers,
    inline,
    labels,
    letters,
    marks,
    messages,
    pages,
    pasted,
    shapes,
    times,
)

HEADS = [
    "First",
    "And then",
    "10:30",
    "[00:05]",
    "(0:05)",
    "https",
    "Date",
    ">>",
    "- ",
    "**",
    "we can do",
]
TALKATIVE = st.lists(
    st.sampled_from([*PIECES, *HEADS, *LABELS, ": ", ". ", "?", "“", "#00:00:01-5#", " ", "-->"]),
    max_size=8,
).map("".join)
SPEAKERS = st.one_of(st.sampled_from(LABELS), st.text(max_size=12), TALKATIVE, st.just(""))
WORDS = st.one_of(st.text(max_size=30), TALKATIVE, st.just("Yes."))


def pairs(turns):
    return [(turn.speaker, " ".join(turn.text.split())) for turn in turns]


def read_or_none(source, **options):
    try:
        return read(source, **options)
    except TranscriptError as error:
        assert len(str(error)) > 20
        return None


@given(st.lists(st.tuples(SPEAKERS, WORDS), min_size=1, max_size=8))
@examples(300)
def test_rows_with_anything_in_them_read_back(rows):
    found = read_or_none([{"speaker": who, "text": said} for who, said in rows])
    if found is not None:
        assert pairs(read(as_text(found) + "\n")) == pairs(found)


@given(st.sampled_from(sorted(SAME_TALK)), st.lists(TALKATIVE, max_size=3), st.integers(0, 9))
@examples(200)
def test_any_form_with_lines_put_into_it_reads_back(form, more, place):
    lines = SAME_TALK[form].split("\n")
    found = read_or_none("\n".join([*lines[:place], *more, *lines[place:]]) + "\n")
    if found is not None:
        assert pairs(read(as_text(found) + "\n")) == pairs(found)
        again = read(as_text(found).encode())
        assert pairs(again) == pairs(found)


@given(st.lists(TALKATIVE, min_size=1, max_size=6))
@examples(200)
def test_no_word_is_lost_in_silence(said):
    """Every word of a pasted talk is in a turn, is a name, or stands in a note."""
    talk = "Bo: So it is.\nAna: Yes.\nBo: Fine.\n" + "\n".join(said) + "\nAna: The end.\n"
    found = read_or_none(talk)
    if found is None or "\t" in talk or talk.count('"') or found.notes:
        return
    kept = " ".join(f"{turn.speaker} {turn.text} {turn.start}" for turn in found)
    lost = {word for word in ("text", "speaker", "Hi.", "First", "https") if word in talk} - {
        word for word in ("text", "speaker", "Hi.", "First", "https") if word in kept
    }
    assert not lost


@given(st.binary(max_size=300), st.sampled_from(["a.docx", "a.csv", "a.json", "a.vtt", ""]))
def test_any_bytes_under_any_name(data, name):
    for head in (
        b"",
        b"PK\x03\x04",
        b"@UTF8\n*A:\t",
        b'{"segments": [',
        b"WEBVTT\n\n00:01.000 --> ",
    ):
        read_or_none(head + data, name=name)


KEYS = st.sampled_from(["speaker", "text", "start", "end", "segments", "elements", "value"])


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner),
    max_leaves=12,
))  # fmt: skip
def test_any_json(value):
    read_or_none(json.dumps(value) + "\n")
    read_or_none(json.dumps({"segments": [value, {"speaker": "A", "text": "Hi."}]}) + "\n")


READERS = {
    "pasted": lambda text: pasted.read_pasted(f"Ines: {text}\nZoe: {text}\n"),
    "first line": lambda text: read_or_none(text + "\n"),
    "captions": lambda text: read_or_none(f"WEBVTT\n\n00:01.000 --> 00:02.000\nIt: {text}\n"),
    "voices": lambda text: read_or_none(f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v It>{text}\n"),
    "chat": lambda text: chat.read_chat(f"@Begin\n*A:\t{text}\n"),
    "message": lambda text: read_or_none(f"1/2/26, 10:03 - Bo: {text}\n"),
    "table": lambda text: read_or_none(f"speaker;text\nInes;{text[:99_000]}\n"),
    "tabs": lambda text: read_or_none(f"Ines\t{text}\nZoe\t{text}\n"),
    "json": lambda text: read_or_none('{"segments": [' + text),
    "label": labels.split_label,
    "shape": shapes.shape,
    "times": marks.without_times,
    "header": headers._header,
    "lines": lambda text: read_or_none((text[:9] + "\n") * (len(text) // 9)),
    "form": lambda text: forms.same_form([text] * 3),
    "page": lambda text: pages.without_pages([headers.Line(1, text, True)] * 3),
    "number": pages.NUMBERED.match,
    "day": messages.MESSAGE.match,
    "note": directions.NOTED.fullmatch,
    "span": times.ends_of,
    "webex": lambda text: read_or_none(f'WEBVTT\n\n1 "{text}\n00:01.000 --> 00:02.000\nIt.\n'),
    "cues": lambda text: read_or_none(
        "WEBVTT\n\n" + f"00:01.000 --> 00:02.000\nIt: {text[:9]}\n\n" * (len(text) // 50)
    ),
    "inline": lambda text: inline.at_names([headers.Line(1, f"A: {text}. B: {text}", True)]),
    "letters": lambda text: letters.letters_of(f"é{text}".encode("cp1252", "replace"), ""),
    "tiers": lambda text: read_or_none(f"Begin\tIt\tBo\n0:01\t{text}\t\n0:02\t\tHi\n"),
    "second": lambda text: _no_error(times.seconds, text),
}
SIGNS = ["a", "A ", "1", "1:", ":", "[", "(", "<v", "<", "#", "**", ">", "-", "–", "0:05 "]
SIGNS += ["[0:05] ", "a.", ", ", '"', "\t", "|", "-->", "_", "&amp;", "\x15", "1_1", "{", "1 h "]


def _no_error(call, text):
    with contextlib.suppress(ValueError):
        call(text)


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
def test_every_reader_takes_time_in_proportion(reader, in_proportion):
    for sign in SIGNS:
        in_proportion(lambda n, sign=sign: READERS[reader](sign * (n // len(sign))), small=4_000)


def test_turns_by_nobody_are_written_with_a_question_mark():
    turns = [Turn(1, "", "Hello."), Turn(2, "Bo", "Who is it?"), Turn(3, "", "Me.")]
    assert pairs(read(as_text(turns) + "\n")) == pairs(turns)
