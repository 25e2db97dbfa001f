"""Each form in which talk is written comes to the same turns; nobody's words go to another."""

import zipfile

import pytest
from talk_forms import BLANK, GOES_ON, LABELS, SAME_TALK, TALK, A, B, C

from workbook.measures.talk import TranscriptError, as_text, read


def spoken(turns):
    """Join neighbouring turns of one speaker, with plain spaces."""
    found = []
    for turn in turns:
        said = " ".join(turn.text.split())
        if found and found[-1][0] == turn.speaker:
            found[-1] = (turn.speaker, f"{found[-1][1]} {said}")
        else:
            found.append((turn.speaker, said))
    return found


def pairs(turns):
    return [(turn.speaker, " ".join(turn.text.split())) for turn in turns]


@pytest.mark.parametrize("form", SAME_TALK)
def test_every_form_gives_the_same_talk(form, tmp_path):
    text = SAME_TALK[form]
    found = read(text + "\n")
    assert spoken(found) == TALK
    assert not found.asked
    assert spoken(read(text.encode())) == TALK
    path = tmp_path / ("talk.csv" if form.startswith("csv") else "talk.txt")
    path.write_bytes(text.encode())
    assert spoken(read(path)) == spoken(read(str(path))) == TALK
    assert pairs(read(as_text(found) + "\n")) == pairs(found)


@pytest.mark.parametrize(
    "form", ["{who}: {said}", "[00:{s}] {who}: {said}", "{who} (00:{s}):\n{said}"]
)
def test_every_name_is_a_name_in_any_place(form):
    talks = [[(name, A), ("Bo", B), (name, C)] for name in LABELS]
    talks += [[("Bo", A), (name, B), ("Bo", C)] for name in LABELS]
    for talk in talks:
        rows = enumerate(talk)
        text = "\n".join(form.format(who=who, said=said, s=10 + n) for n, (who, said) in rows)
        found = read(text + "\n")
        assert spoken(found) == talk
        assert pairs(read(as_text(found) + "\n")) == pairs(found)


def test_every_name_is_a_name_in_captions():
    for name in LABELS:
        is_a_name_in_captions(name)


def is_a_name_in_captions(name):
    talk = [("Bo", A), (name, B), ("Bo", C)]
    for form in ("{who}: {said}", "<v {who}>{said}", ">> {who}: {said}", "[{who}]: {said}"):
        cues = [f"00:1{n}.000 --> 00:1{n}.900\n" + form.format(who=who, said=said)
                for n, (who, said) in enumerate(talk)]  # fmt: skip
        if "[" in name + form and "[" in name:
            continue
        assert spoken(read("WEBVTT\n\n" + BLANK.join(cues))) == talk


@pytest.mark.parametrize("line", GOES_ON)
def test_a_line_that_goes_on_is_nobody_elses_in_silence(line):
    found = read(f"Bo: {A}\nAmadou: It is so.\n{line}\nBo: {C}\n")
    assert spoken(found) == [("Bo", A), ("Amadou", f"It is so. {line}"), ("Bo", C)]
    tagged = f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bo>{A}\n{line}</v>"
    assert spoken(read(tagged)) == [("Bo", f"{A} {line}")]


def test_what_is_unsure_is_asked_and_the_answer_holds():
    text = f"Bo: {A}\nAmadou: Two things.\nFirst: the heating.\nFirst: the bus.\n"
    found = read(text)
    (asked,) = found.asked
    assert (asked.label, asked.row, asked.voice) == ("First", 3, False)
    assert [note.identifier for note in found.notes] == ["talk_notes.asked_words"]
    answered = read(text, voices={"First": True})
    assert [turn.speaker for turn in answered] == ["Bo", "Amadou", "First", "First"]
    assert not answered.asked
    assert not read(text, voices={"first": False}).asked


def test_nothing_is_lost_above_the_talk_without_a_word():
    found = read("Visit three\nDate: today\n\nBo: Hello.\nAmadou: Good morning.\n")
    assert spoken(found) == [("Bo", "Hello."), ("Amadou", "Good morning.")]
    said = " ".join(found.notes)
    assert "Visit three" in said
    assert "Date: today" in said


def test_captions_named_only_where_the_speaker_changes():
    text = "WEBVTT\n\n" + BLANK.join(
        f"00:0{n}.000 --> 00:0{n}.900\n{line}"
        for n, line in enumerate(["Bo: One.", "Two.", "Three: four.", "Amadou: Five.", "Six."])
    )
    found = read(text)
    assert spoken(found) == [("Bo", "One. Two. Three: four."), ("Amadou", "Five. Six.")]
    assert "talk_notes.carried" in [note.identifier for note in found.notes]
    assert [each.label for each in found.asked] == ["Three"]


def test_arrows_without_a_name_are_somebody_else():
    assert spoken(read(">> BO: One.\n>> Two.\n>> ANA: Three.\n")) == [
        ("BO", "One."), ("", "Two."), ("ANA", "Three.")]  # fmt: skip


def test_words_behind_an_empty_line_in_a_caption_are_kept():
    first = "1\n00:00:01,000 --> 00:00:02,000\nBo: One.\n\nTwo."
    text = first + "\n\n2\n00:00:03,000 --> 00:00:04,000\nAna: Six."
    assert spoken(read(text)) == [("Bo", "One. Two."), ("Ana", "Six.")]


def test_an_arrow_in_speech_is_speech():
    first = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bo>From A --> B."
    text = first + "\n\n00:03.000 --> 00:04.000\n<v Ana>Yes."
    assert spoken(read(text)) == [("Bo", "From A --> B."), ("Ana", "Yes.")]
    assert spoken(read("Bo: From A --> B.\nAna: Yes.\n"))[0] == ("Bo", "From A --> B.")


def test_rolling_captions_are_read_once():
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n \n>> BO: one<00:00:01.500><c> two</c>\n\n"
        "00:02.000 --> 00:02.010\n>> BO: one two\n \n\n"
        "00:02.010 --> 00:03.000\n>> BO: one two\nthree<00:00:02.500><c> four</c>\n"
    )
    assert spoken(read(text)) == [("BO", "one two three four")]


@pytest.mark.parametrize("time", ["soon", "00:00:011", "12h:3", "-1", "1e9", "999999", "00:99x"])
def test_a_bad_time_drops_itself_and_no_word(time):
    found = read(f"speaker,text,start\nBo,One.,1\nAna,Two.,{time}\nBo,Three.,3\n")
    assert pairs(found) == [("Bo", "One."), ("Ana", "Two."), ("Bo", "Three.")]
    assert [turn.start for turn in found] == [1, None, 3]
    assert len(found.notes) == 1
    assert str(found.notes[0].values["row"]) == "3"


def test_times_that_run_backwards_drop_as_few_as_can_be():
    rows = "\n".join(f"Bo,word {n},{9000 if n == 2 else n}" for n in range(6))
    found = read(f"speaker,text,start\n{rows}\n")
    assert [turn.start for turn in found] == [0, 1, None, 3, 4, 5]
    assert [note.identifier for note in found.notes] == ["talk_notes.backwards"]


def test_captions_with_a_slip_in_a_time_are_read():
    text = "1\n00:00:01,000 --> soon\nBo: One.\n\n2\n00:00:o3,000 --> 00:00:04,000\nAna: Two."
    found = read(text)
    assert spoken(found) == [("Bo", "One."), ("Ana", "Two.")]
    assert [turn.start for turn in found] == [1, None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('File type = "ooTextFile"\nObject class = "TextGrid"\n', "textgrid"),
        ("<?xml version='1.0'?>\n<ANNOTATION_DOCUMENT>\n", "xml"),
        ("<!DOCTYPE html>\n<html>\n", "web_page"),
        ("[Script Info]\nTitle: x\nDialogue: 0,0:00:05.79,x\n", "subtitles"),
        ('{"segments": [{"start": 1, "text": "Hi."}]}\n', "json_nobody"),
        ('{"segments": [{"start": 1, "text"\n', "json_broken"),
        ("@UTF8\n@Begin\n@End\n", "chat_nobody"),
    ],
)
def test_other_forms_are_refused_by_their_name(text, name):
    with pytest.raises(TranscriptError) as caught:
        read(text)
    assert caught.value.message.identifier == f"talk_errors.{name}"


@pytest.mark.parametrize("count", [24, 120])
def test_a_town_meeting_is_read(count):
    text = "\n".join(f"Neighbor {n}: I say {n}." for n in range(count))
    assert len({turn.speaker for turn in read(text)}) == count


def test_a_first_line_of_any_length_is_read_or_refused_in_words():
    long = "word " * 40_000
    assert read(f"Bo: {long}\nAna: Yes.\n")[1].text == "Yes."
    for text in (long + "\n", f"speaker,text\nBo,{long}\n", long.replace(" ", ",") + "\nx"):
        try:
            assert read(text)
        except TranscriptError as error:
            assert str(error).endswith(".")


def test_a_number_that_is_said_is_no_name_of_a_caption():
    text = "00:01.000 --> 00:02.000\nBo: Which room?\n\n00:03.000 --> 00:04.000\nAna: Room\n12\n"
    more = text + "\n00:05.000 --> 00:06.000\nBo: Thanks.\n"
    assert spoken(read("WEBVTT\n\n" + more))[1] == ("Ana", "Room 12")
    numbered = "1\n" + more.replace("\n\n00:0", "\n\n2\n00:0").replace("12\n\n2\n", "twelve\n\n3\n")
    assert spoken(read(numbered))[1] == ("Ana", "Room twelve")


def test_notes_are_shown_and_nobodys_words(say, measured):
    found = read(
        "Bo: [laughs] The school. [unintelligible 00:03:21] #00:03:25-5#\nAna: [name] said.\n"
    )
    assert "[unintelligible 00:03:21]" in found[0].text
    assert found[0].stop == 205.5
    shares = measured(found, {"Bo": "practitioner", "Ana": "person"})
    assert shares["talk_share", "practitioner"].value == 2 / 3


def test_a_word_file_is_opened_as_it_is(tmp_path):
    def paragraph(*runs):
        inner = "".join(f"<w:r>{run}</w:r>" for run in runs)
        return f"<w:p>{inner}</w:p>"

    def text(words):
        return f'<w:t xml:space="preserve">{words}</w:t>'

    body = "".join(
        paragraph(
            text(who), text(f"   0:{10 + n}"), "<w:br/>", text(said), "<w:delText>no</w:delText>"
        )
        for n, (who, said) in enumerate(TALK)
    )
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(text(who))}</w:tc><w:tc>{paragraph(text(said))}</w:tc></w:tr>"
        for who, said in TALK
    )
    for content in (body, f"<w:tbl>{rows}</w:tbl>"):
        path = tmp_path / "talk.docx"
        _pack(path, content)
        assert spoken(read(path)) == spoken(read(path.read_bytes(), name="talk.docx")) == TALK


def _pack(path, content, name="word/document.xml", head=""):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(
            name, f'<?xml version="1.0"?>{head}<w:document xmlns:w="{space}">'
            f"<w:body>{content}</w:body></w:document>"
        )  # fmt: skip


def test_other_office_files_and_damaged_ones_are_refused_in_words(tmp_path):
    path = tmp_path / "talk.docx"
    for settings in ({"name": "xl/workbook.xml"}, {"head": "<!DOCTYPE x>"}, {"content": "<open>"}):
        _pack(path, **{"content": "", **settings})
        with pytest.raises(TranscriptError) as caught:
            read(path)
        assert caught.value.message.group == "talk_errors"
    path.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(TranscriptError):
        read(path)


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        (f"Q. {A}\nA. {B}\nQ. {C}", [("Q", A), ("A", B), ("Q", C)]),
        (f"[SPEAKER_00] {A}\n[SPEAKER_01] {B}", [("SPEAKER_00", A), ("SPEAKER_01", B)]),
        (f"1\n00:00:01,000 --> 00:00:02,000\n- Bo: {A}\n- Ana: {B}", [("Bo", A), ("Ana", B)]),
        (f"Participants: Bo, Ana\nBo: {A}\nAna: {B}", [("Bo", A), ("Ana", B)]),
        (
            "Bo: See you at\n12:30\nAna: At\n12:45",
            [("Bo", "See you at 12:30"), ("Ana", "At 12:45")],
        ),
        ("I: One.\nR: Two.\nI: Three.", [("I", "One."), ("R", "Two."), ("I", "Three.")]),
    ],
)
def test_smaller_forms(text, talk):
    found = read(text + "\n")
    assert spoken(found) == talk
    assert not found.asked


def test_a_name_in_a_further_line_of_a_caption_is_never_lost_in_silence():
    first = "1\n00:00:01,000 --> 00:00:02,000\nBO: Hi.\nANA: Hello.\n"
    (asked,) = read(first).asked
    assert (asked.label, asked.voice) == ("ANA", False)
    assert spoken(read(first, voices={"ANA": True})) == [("BO", "Hi."), ("ANA", "Hello.")]
    again = first + "\n2\n00:00:03,000 --> 00:00:04,000\nBO: So.\nANA: Yes.\n"
    assert [who for who, _ in spoken(read(again))] == ["BO", "ANA", "BO", "ANA"]


def test_a_column_of_names_is_told_from_one_of_words():
    text = "Speaker 1\tHello there: you\nSpeaker 2\tHi\nSpeaker 1\tBye\n"
    assert spoken(read(text))[0] == ("Speaker 1", "Hello there: you")
