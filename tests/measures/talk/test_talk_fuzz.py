"""Any bytes at all end in turns or in a sentence for a person, and soon."""

import re
import time

import pytest
from examples import examples
from hypothesis import example, given
from hypothesis import strategies as st

from workbook.measures.talk import TranscriptError, find_identifiers, mask, read_transcript

GOOD = [
    b'turn,speaker,text,start,stop\n1,Ines,Hello there.,0,1.5\n2,Zo\xc3\xab,"Yes, I am.",2,3\n',
    "speaker;text\r\nInes;“Hello”\r\n".encode("utf-16"),
    b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ines>Hi.</v>\n\n00:02.000 --> 00:03.000\nZoe: Hi.\n",
    b"1\n00:00:01,000 --> 00:00:02,000\nInes: Hi.\n\n2\n00:00:02,000 --> 00:00:03,000\nZoe: So.\n",
    b"Ines: Hello.\nZoe: Hi.\n[00:12] Ines: So?\n",
]
PIECES = [
    "speaker", "text", "start", ",", ";", "\t", '"', "“", "\n", "\r", "-->", "00:01.000", "WEBVTT",
    "Ines:", "Hi.", "<v A>", "</v>", "<", "&amp;", "1", "-1", "1e999", "nan", "\x00", "\ufeff",
    "😀", "[0:1] ", ":", "sep=;",
]  # fmt: skip


def reads_or_says_why(source):
    try:
        turns = read_transcript(source)
    except TranscriptError as error:
        assert len(str(error)) > 20
        assert "Traceback" not in str(error)
    else:
        assert any(turn.text for turn in turns)
        assert len({turn.speaker for turn in turns}) <= 21


@given(st.binary(max_size=400))
def test_random_bytes(data):
    reads_or_says_why(data)


@given(st.sampled_from(GOOD), st.integers(0, 200))
def test_files_that_were_cut_off(data, length):
    reads_or_says_why(data[:length])


@given(
    st.sampled_from(GOOD), st.lists(st.tuples(st.integers(0, 150), st.integers(0, 255)), max_size=5)
)
def test_files_with_broken_bytes(data, changes):
    broken = bytearray(data)
    for place, byte in changes:
        broken[place % len(broken)] = byte
    reads_or_says_why(bytes(broken))


@given(st.lists(st.sampled_from(PIECES), max_size=40))
@examples(300)
@example(["speaker", ",", "text", "\n", '"', "\n"])
def test_pieces_of_every_format_in_any_order(pieces):
    reads_or_says_why("".join(pieces).encode("utf-8"))
    reads_or_says_why("".join(pieces) + "\n")


@given(
    st.text(max_size=300),
    st.sampled_from(["utf-8", "utf-16", "utf-32", "utf-7", "cp1252", "cp037"]),
)
def test_odd_encodings(text, encoding):
    reads_or_says_why(text.encode(encoding, "replace"))


@given(st.lists(st.dictionaries(st.sampled_from(["speaker", "text", "start", "x"]),
                                st.none() | st.floats() | st.integers() | st.text(max_size=9)),
                max_size=5))  # fmt: skip
def test_rows_with_anything_in_them(rows):
    reads_or_says_why(rows)


@given(st.text(max_size=300))
def test_covering_any_text_keeps_the_rest(text):
    findings = find_identifiers(text)
    assert findings == sorted(findings)
    assert all(a.stop <= b.start for a, b in zip(findings, findings[1:], strict=False))
    covered = mask(text)
    assert all(text[start:stop].strip() for start, stop, _ in findings)
    ends = [0, *(each.stop for each in findings)]
    starts = [*(each.start for each in findings), len(text)]
    kept = [re.escape(text[a:b]) for a, b in zip(ends, starts, strict=True)]
    assert re.fullmatch(r"\[[^\]]+\]".join(kept), covered)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["a", "A", "1", " ", "a.", "1 ", "A ", "(", "-", '"', "<", "a:", "@", "1 A"]
)
def test_long_monotone_text_does_not_hang(piece):
    start = time.perf_counter()
    text = piece * (100_000 // len(piece))
    reads_or_says_why(f"Ines: {text}\nZoe: {text}\n")
    reads_or_says_why(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n")
    reads_or_says_why(f"speaker,text\nInes,{text}\n")
    find_identifiers(text)
    assert time.perf_counter() - start < 20
