"""The language is chosen when a thing is shown, not when its program is loaded."""

import pytest

from workbook.content.static import as_text
from workbook.kinds import kind_of, names
from workbook.widgets.exercise import exercise_widget
from workbook.widgets.panels import AnswersWidget, ProgressWidget
from workbook.widgets.transcript import TranscriptWidget
from workbook.words import use

WORDS = {
    "exercise": "exercise:\n  saved: Guardado\n",
    "rank": "rank:\n  up_short: Arriba\n",
    "answers": "answers:\n  title: Tus respuestas\n",
    "progress": "progress:\n  title: Tu avance\n",
    "talk": "talk:\n  title: Contar\n",
    "static": "static:\n  content_note: 'Antes: {note}'\n",
    "mirror": "mirror:\n  person: La persona\n",
    "instrument": "instrument:\n  card_person: La tarjeta\n",
}


@pytest.fixture
def spanish(tmp_path, monkeypatch):
    folder = tmp_path / "words" / "es"
    folder.mkdir(parents=True)
    for name, text in WORDS.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_WORDS", str(folder.parent))
    return "es"


def test_a_view_speaks_the_language_in_which_it_is_shown(samples, desk, spanish):
    english = exercise_widget(samples["09/rank"], desk)
    with use(spanish):
        other = exercise_widget(samples["09/rank"], desk)
    again = exercise_widget(samples["09/rank"], desk)
    for word in ("Guardado", "Arriba"):
        assert word in other._esm
        assert word not in english._esm
    assert again._esm == english._esm


@pytest.mark.parametrize(
    ("panel", "title"),
    [
        (AnswersWidget, "Tus respuestas"),
        (ProgressWidget, "Tu avance"),
        (TranscriptWidget, "Contar"),
    ],
)
def test_a_panel_speaks_the_language_in_which_it_is_shown(panel, title, desk, spanish):
    assert title not in panel(desk)._esm
    with use(spanish):
        assert title in panel(desk)._esm


def test_sheets_say_their_language_and_their_words_in_it(samples, desk, spanish):
    with use(spanish):
        sheet = exercise_widget(samples["09/instrument"], desk).spec["sheets"]["cards"]
    assert '<html lang="es">' in sheet
    assert "La tarjeta" in sheet
    assert (
        '<html lang="en">'
        in exercise_widget(samples["09/instrument"], desk).spec["sheets"]["cards"]
    )


@pytest.mark.parametrize("kind", names())
def test_the_stamp_of_the_wording_is_one_in_every_language(samples, kind, spanish):
    from workbook.content.reader import parse_exercise

    text = (kind_of(kind).folder / "sample.md").read_text(encoding="utf-8")
    with use(spanish):
        assert parse_exercise(text, f"09/{kind}").edition == samples[f"09/{kind}"].edition


def test_the_plain_form_speaks_it_too(samples, spanish):
    with use(spanish):
        assert "\nLa persona\n" in as_text(samples["09/instrument"])
    assert "\nThe person\n" in as_text(samples["09/instrument"])
