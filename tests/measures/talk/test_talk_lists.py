"""The word lists of each language: their shape, their words, and which of them fits."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.measures.talk.lists import FILES, FOLDER, LANGUAGES, language_of, lists, phrase_kinds

KINDS = {"directive", "permission", "neither", "explains"}
SPANISH = """
usted tiene que firmar los papeles porque si no no hay ayuda y la oficina cierra a las cuatro
pero si quiere podemos hablar de lo que le preocupa ahora también es su decisión
"""
PORTUGUESE = """
a senhora precisa de assinar os papéis porque sem eles não há ajuda e o escritório fecha às quatro
mas se quiser podemos falar do que a preocupa agora também a decisão é sua e eu fico à espera
"""
ITALIAN = """
lei deve firmare i documenti perché senza non c'è nessun aiuto e l'ufficio chiude alle quattro
ma se vuole possiamo parlare di quello che la preoccupa adesso anche la decisione è sua davvero
"""
FRENCH = """
vous devez signer les papiers parce que sinon il n'y a pas d'aide et le bureau ferme à quatre heures
mais si vous voulez nous pouvons parler de ce qui vous inquiète maintenant c'est votre décision
"""


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_shape(language):
    words, phrases, marks = FILES[language]
    assert {row["kind"] for row in rows(phrases)} == KINDS
    assert {row["kind"] for row in rows(words)} == {row["kind"] for row in rows(FILES["en"][0])}
    assert len(rows(phrases)) >= 150
    assert len(rows(words)) >= 350
    assert sum(bool(row[marks]) for row in rows(words)) >= 30
    for name, column in ((words, "word"), (phrases, "phrase")):
        listed = [row[column] for row in rows(name)]
        assert len(set(listed)) == len(listed)
    assert all(row["why"] and row["since"] for row in rows(phrases))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_phrase_is_found_as_what_it_is(language):
    for row in rows(FILES[language][1]):
        found = phrase_kinds(row["phrase"].split(), language)
        assert found[:1] == [row["kind"]], row["phrase"]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("usted tiene que firmar", ["directive"]),
        ("no tiene que firmar", ["permission"]),
        ("si tiene que irse dígame", ["neither"]),
        ("esta bien si le pregunto algo", ["permission"]),
        ("qué le parece", ["permission"]),
        ("deberías llamar", ["directive"]),
        ("la casa es grande", []),
    ],
)
def test_spanish_phrases(said, kinds):
    assert phrase_kinds(said.split(), "es") == kinds


def test_spanish_pronouns():
    pronoun = lists("es").pronoun
    assert [pronoun.get(each) for each in ("yo", "nosotras", "usted", "tú", "ella", "su")] == [
        "i", "we", "you", "you", None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [(SPANISH, "es"), (PORTUGUESE, ""), (ITALIAN, ""), (FRENCH, "")],
)
def test_the_language_is_told_from_its_neighbors(text, language):
    assert language_of(text.split()) == language


@given(st.lists(st.sampled_from(sorted(lists("es").stop)), max_size=30))
def test_any_run_of_words_has_phrases_within_it(words):
    for language in LANGUAGES:
        assert len(phrase_kinds(words, language)) <= len(words)
