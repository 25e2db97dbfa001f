"""Word files as people and programs write them: bold names, tables, boxes, what was moved away."""

import io
import zipfile

import pytest
from test_talk_forms import spoken

from workbook.measures.talk import TranscriptError, read

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RIGHT = [("Ines", "Hello."), ("Dalia", "Hard."), ("Ines", "So?")]


def text(words):
    return f'<w:t xml:space="preserve">{words}</w:t>'


def line(*runs):
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"


def table(*rows):
    cells = ("".join(map(cell, row)) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def cell(*parts):
    return f"<w:tc>{line(text(parts[0]))}{''.join(parts[1:])}</w:tc>"


def word_file(body):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(
            "word/document.xml", f"<w:document {SPACE}><w:body>{body}</w:body></w:document>"
        )
    return packed.getvalue()


def bold(words):
    return f"<w:rPr><w:b/></w:rPr>{text(words)}"


def each(form):
    return "".join(form(who, said) for who, said in RIGHT)


BOX = "<w:txbxContent>" + line(text("Dalia: Hard.")) + "</w:txbxContent>"
FORMS = {
    "bold names": each(lambda who, said: line(bold(f"{who}:"), text(f" {said}"))),
    "bold names and no colon": each(lambda who, said: line(bold(who), text(f" {said}"))),
    "tabs": each(lambda who, said: line(text(who), "<w:tab/>", text(said))),
    "breaks": each(lambda who, said: line(text(f"{who}   0:03"), "<w:br/>", text(said))),
    "table": table(*RIGHT),
    "table below a title": line(text("Visit 4")) + table(*RIGHT),
    "table in a control": f"<w:sdt><w:sdtContent>{table(*RIGHT)}</w:sdtContent></w:sdt>",
    "table in cells of a control": "<w:tbl>" + each(
        lambda who, said: f"<w:tr><w:sdt><w:sdtContent>{cell(who)}</w:sdtContent></w:sdt>"
        f"{cell(said)}</w:tr>"
    ) + "</w:tbl>",
    "table with times": table(*((f"{who} 0:0{n}", said) for n, (who, said) in enumerate(RIGHT))),
    "box that is there twice": line(text("Ines: Hello.")) + line(
        f"<w:AlternateContent><w:Choice>{BOX}</w:Choice><w:Fallback>{BOX}</w:Fallback>"
        "</w:AlternateContent>"
    ) + line(text("Ines: So?")),
    "moved away": line(text("Ines: Hello.")) + "<w:p><w:moveFrom><w:r>" + text("Bo: Gone.")
    + "</w:r></w:moveFrom></w:p>" + line(text("Dalia: Hard.")) + line(text("Ines: So?")),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_each_form_gives_the_same_talk(form):
    assert spoken(read(word_file(FORMS[form]), name="talk.docx")) == RIGHT


def test_words_of_a_table_inside_a_cell_are_said_once():
    inner = table(("The notice", "came."))
    rows = [("Ines", "Hello."), ("Dalia", "Hard."), ("Ines", "So?")]
    body = "".join(f"<w:tr>{cell(who)}{cell(said, inner)}</w:tr>" for who, said in rows[:1])
    body += "".join(f"<w:tr>{cell(who)}{cell(said)}</w:tr>" for who, said in rows[1:])
    found = read(word_file(f"<w:tbl>{body}</w:tbl>"))
    assert spoken(found) == [("Ines", "Hello. The notice came."), *RIGHT[1:]]


def test_bold_words_of_a_sentence_stay_as_they_are():
    body = line(text("Ines: Hello.")) + line(bold("No"), text(" I will."))
    body += line(text("Bo: So?"))
    assert read(word_file(body))[0].text == "Hello. No I will."


def test_a_file_that_is_built_to_be_deep_is_refused():
    with pytest.raises(TranscriptError):
        read(word_file("<w:sdt>" * 20_000 + "</w:sdt>" * 20_000))
