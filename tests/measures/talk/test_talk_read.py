"""Transcripts from files, pasted text and rows; and what is said when one cannot be read."""

import csv
import io

import pytest

from workbook.measures.decode import LARGEST
from workbook.measures.talk import TranscriptError, Turn, read_transcript
from workbook.measures.talk.reading.door import MOST_SPEAKERS
from workbook.words import word

ROWS = [
    ("Ines", "Hello, what matters most?"),
    ("Zoë", "“The school”; it’s near – I can't move."),
]


def table(delimiter, header=("speaker", "text"), end="\r\n"):
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator=end)
    writer.writerows([header, *ROWS])
    return file.getvalue()


def pairs(source):
    return [(turn.speaker, turn.text) for turn in read_transcript(source)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_tables_in_any_usual_delimiter_and_encoding(tmp_path, delimiter, encoding):
    path = tmp_path / "visit.csv"
    path.write_bytes(table(delimiter).encode(encoding))
    assert pairs(path) == pairs(str(path)) == ROWS
    assert pairs(path.read_bytes()) == ROWS


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end):
    assert pairs(table(",", end=end).encode()) == ROWS


@pytest.mark.parametrize(
    "header", [("Speaker", "Text"), (" NAME ", "Words"), ("interlocutor", "utterance_text")]
)
def test_other_usual_names_of_columns(header):
    assert pairs(table(",", header).encode()) == ROWS


def test_excel_says_its_separator_first():
    assert pairs(("sep=;\r\n" + table(";")).encode("utf-8-sig")) == ROWS


def test_a_header_in_curly_quotes():
    assert pairs("“speaker”,“text”\nInes,Hello.\n") == [("Ines", "Hello.")]


def test_talk_with_commas_in_curly_quotes_or_none_is_put_together_again():
    text = "speaker,text\nInes,“Well, yes, do.”\nZoë,Now, please\n"
    assert pairs(text) == [("Ines", "Well, yes, do."), ("Zoë", "Now, please")]


def test_all_columns():
    text = 'turn,speaker,text,start,stop,code\n1,Ines,Hello.,0:01,"2,5",asks\n2,Zoë,Hi.,3,,\n'
    assert read_transcript(text) == [
        Turn(1, "Ines", "Hello.", 1.0, 2.5, "asks"),
        Turn(2, "Zoë", "Hi.", 3.0, None, ""),
    ]


def test_a_speaker_that_nobody_knows_stays_empty():
    assert pairs("speaker,text\n,Hello.\nInes,Hi.\n")[0] == ("", "Hello.")


VTT = """WEBVTT - a visit

NOTE made by hand

1
00:00:01.000 --> 00:00:02.500 align:start
<v.loud Ines Moreno>Hello &amp; <i>welcome</i>.</v>

00:03.000 --> 00:04.000
Zoë: It's near,
I can't move.

00:05.000 --> 00:06.000
<v Ines Moreno>Yes.</v> <v Zoë>No.</v>

00:07.000 --> 00:08.000
(a door)
"""
SRT = "1\r\n00:00:01,000 --> 00:00:02,500\r\nInes: Hello.\r\n\r\n2\r\n" + (
    "00:00:03,000 --> 00:00:04,000\r\nZoë: Hi.\r\n"
)


def test_captions_of_the_web():
    turns = read_transcript(VTT.encode())
    assert [tuple(turn[1:5]) for turn in turns] == [
        ("Ines Moreno", "Hello & welcome.", 1.0, 2.5),
        ("Zoë", "It's near, I can't move.", 3.0, 4.0),
        ("Ines Moreno", "Yes.", None, None),
        ("Zoë", "No.", None, None),
        ("", "(a door)", 7.0, 8.0),
    ]


def test_captions_of_the_older_kind(tmp_path):
    path = tmp_path / "visit.srt"
    path.write_bytes(SRT.encode("cp1252"))
    assert read_transcript(path)[1] == Turn(2, "Zoë", "Hi.", 3.0, 4.0)


def test_captions_without_empty_lines_between_them():
    turns = read_transcript(SRT.replace("\r\n\r\n", "\r\n"))
    assert [turn.text for turn in turns] == ["Hello.", "Hi."]


def test_pasted_text():
    text = "Ines: What matters: the school?\n\n[00:12] Ms. Abara (mother): Yes,\nit is near."
    assert [tuple(turn[1:4]) for turn in read_transcript(text)] == [
        ("Ines", "What matters: the school?", None),
        ("Ms. Abara (mother)", "Yes, it is near.", 12.0),
    ]


def test_pasted_text_that_mentions_a_column_is_not_a_table():
    assert pairs("Ines: Yes, no\nZoë: speaker, text\n") == [
        ("Ines", "Yes, no"),
        ("Zoë", "speaker, text"),
    ]


class Frame:
    """As much of a data frame as is used."""

    columns = ("speaker", "text", "start")

    def to_dict(self, orient):
        assert orient == "records"
        return [{"speaker": "Ines", "text": "Hi.", "start": float("nan")}]


def test_rows_turns_and_data_frames():
    assert read_transcript(Frame()) == [Turn(1, "Ines", "Hi.")]
    assert read_transcript([{"Speaker": "Ines", "text": "Hi.", "code": None}]) == [
        Turn(1, "Ines", "Hi.")
    ]
    assert read_transcript([Turn(9, "Ines", "Hi.", 1, 2)]) == [Turn(1, "Ines", "Hi.", 1.0, 2.0)]


def test_a_real_data_frame():
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.StringIO("speaker,text,start,stop\nInes,Hi.,0,1\nZoë,,2,\n,Oh.,,\n"))
    assert read_transcript(frame) == [
        Turn(1, "Ines", "Hi.", 0.0, 1.0),
        Turn(2, "Zoë", "", 2.0, None),
        Turn(3, "", "Oh."),
    ]


def test_one_speaker_only_can_be_read():
    assert len(read_transcript("Ines: Hello.\nInes: Bye.")) == 2


def refused(source):
    with pytest.raises(TranscriptError) as caught:
        read_transcript(source)
    return caught.value


@pytest.mark.parametrize(
    ("text", "row", "name", "values"),
    [
        ("when,text\n1,Hello.\n", 1, "column_speaker", {"columns": "when, text"}),
        ("speaker,remark\nInes,Hello.\n", 1, "column_text", {"columns": "speaker, remark"}),
        ("speaker,text\n", 0, "no_row", {}),
        ("speaker,text\nInes,\nZoë,...\n", 0, "no_word", {}),
        ('speaker,text\nInes,"Hi.\nZoë,Oh.\n', 3, "bad_cell", {}),
        ("text,speaker\nOh, no, never,Ines\n", 2, "more_cells", {"cells": 4, "first": 2}),
        ("A visit in May\nwith nobody\n", 1, "nameless_line", {}),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n", 0, "nameless_captions", {}),
    ],
)
def test_what_cannot_be_read_is_named_with_its_row(text, row, name, values):
    error = refused(text)
    assert error.message.identifier == f"talk_errors.{name}"
    assert error.message.values.items() >= values.items()
    assert error.row == row
    where = {"row": row, "message": error.message}
    assert str(error) == (word("talk_errors", "in_row", **where) if row else error.message)


@pytest.mark.parametrize(
    ("text", "row", "name", "values", "times"),
    [
        ("speaker,text,start\nInes,Hi.,5\n\nZoë,Oh.,4\n", 4, "backwards", {"time": "4"}, (5, None)),
        (
            "speaker,text,start,stop\nInes,Hi.,5,4\nZoë,Oh.,6,7\n",
            2,
            "stop_first",
            {"start": 5, "stop": 4},
            (5, 6),
        ),
        (
            "speaker,text,start\nInes,Hi.,soon\nZoë,Oh.,6\n",
            2,
            "no_time",
            {"time": "soon"},
            (None, 6),
        ),
        ("speaker,text,start\nInes,Hi.,999999\nZoë,Oh.,6\n", 2, "late_time", {}, (None, 6)),
        ("WEBVTT\n\n00:01.000 --> soon\nInes: Hi.\n", 3, "no_time", {"time": "soon"}, (1,)),
    ],
)
def test_a_time_that_cannot_be_used_is_left_empty_and_said(text, row, name, values, times):
    found = read_transcript(text)
    (note,) = found.notes
    assert note.identifier == f"talk_notes.{name}"
    assert note.values.items() >= {"row": row, **values}.items()
    assert tuple(turn.start for turn in found) == times


def test_a_line_above_the_talk_is_left_out_and_said():
    found = read_transcript("A visit in May\nInes: Hello.\n")
    assert [turn.speaker for turn in found] == ["Ines"]
    assert [note.identifier for note in found.notes] == ["talk_notes.head"]


def first(source):
    """Give the first sentence of an error that also says what to choose."""
    message = refused(source).message
    assert message.values["others"] == word("talk_errors", "choose")
    return message.values["first"]


def test_a_column_of_words_is_not_one_of_speakers():
    lines = [f"Person {n}: Hello." for n in range(MOST_SPEAKERS + 1)]
    assert len(read_transcript("\n".join(lines[:MOST_SPEAKERS]))) == MOST_SPEAKERS
    error = refused("\n".join(lines))
    assert error.row == MOST_SPEAKERS + 1
    assert error.message == word("talk_errors", "many", most=MOST_SPEAKERS)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "nothing"),
        (b"\n \n", "nothing"),
        (b"\xef\xbb\xbf\r\n", "nothing"),
        (b"%PDF-1.7\n", "pdf"),
        (bytes(range(256)) * 4, "no_text"),
        (b"\xff\xfeI\x00n\x00\x00", "no_text"),
    ],
)
def test_files_that_are_no_text(tmp_path, data, name):
    path = tmp_path / "visit.csv"
    path.write_bytes(data)
    assert first(path) == word("file_errors", name)
    assert path.read_bytes() == data


def test_a_file_of_50_mb_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "sound.csv"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr("pathlib.Path.open", None)  # reading it would fail in another way
    sizes = {"size": 50, "most": LARGEST / 1e6}
    assert first(path) == word("file_errors", "too_large", file="sound.csv", **sizes)


def test_too_much_pasted_text_is_refused():
    said = first("Ines: Hello.\n" * 800_000)
    assert (said.name, said.values["most"]) == ("too_large", 10)
    assert said.values["file"] == word("file_errors", "this_file")


@pytest.mark.parametrize("source", ["", "nowhere.csv", "bad\0name", "a" * 5000, 7, [7], ["a"]])
def test_what_is_no_transcript_is_refused_in_words(source):
    assert str(refused(source)).endswith(".")


def test_a_folder_is_refused(tmp_path):
    assert first(tmp_path) == word("file_errors", "folder", file=tmp_path.name)


def test_a_csv_whose_columns_have_other_names_says_which_it_has(tmp_path):
    path = tmp_path / "visit.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    assert refused(path).message.values == {"columns": "a, b"}


@pytest.mark.parametrize("slip", ["00:00:514", "[00:00:514]"])
def test_a_slip_in_a_line_that_holds_a_time_alone_refuses_no_file(slip):
    found = read_transcript(
        f"{slip}\nInes: Hello.\n\n0:00:10\nDalia: Good morning.\n\n0:00:12\nInes: Well?"
    )
    assert {turn.speaker for turn in found} == {"Ines", "Dalia"}
    assert [turn.text for turn in found][-2:] == ["Good morning.", "Well?"]
