"""The word lists of each language: their shape, their words, and which of them fits."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.measures.talk import Turn, talk_profile
from workbook.measures.talk.languages import Speech, language_of, speech_of
from workbook.measures.talk.lists import FILES, FOLDER, LANGUAGES, lists, phrase_kinds
from workbook.measures.talk.turns import words_of

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
    assert language_of(speech_of(words_of(text)), Speech()) == language


@given(st.lists(st.sampled_from(sorted(lists("es").stop)), max_size=30))
def test_any_run_of_words_has_phrases_within_it(words):
    for language in LANGUAGES:
        assert len(phrase_kinds(words, language)) <= len(words)


ROLES = {"trabajadora": "practitioner", "inquilina": "person"}
WORKER = (
    "Usted tiene que firmar los papeles hoy, porque sin la firma no hay ayuda.",
    "No tiene que decidir ahora; si quiere, podemos hablar de la carta del dueño.",
    "¿Qué le parece si llamamos juntas a la escuela de su hijo?",
)
PERSON = (
    "Yo tengo miedo de que el dueño nos saque de la casa con los niños.",
    "La carta dice que debo tres meses, pero yo pagué la renta de enero.",
    "Nosotros vivimos aquí desde hace seis años y mi hijo va a la escuela cerca.",
)


def spanish(person=PERSON):
    pairs = [
        turn for n in range(15)
        for turn in (("trabajadora", WORKER[n % 3]), ("inquilina", person[n % 3]))
    ]  # fmt: skip
    turns = [Turn(n, speaker, text) for n, (speaker, text) in enumerate(pairs, 1)]
    return {(m.name, m.role): m for m in talk_profile(turns, ROLES, resamples=0)}


def test_a_spanish_meeting_is_measured():
    found = spanish()
    assert found["permission_balance", "practitioner"].value == pytest.approx(16 / 20)
    assert found["directives_per_100", "person"].value == 0
    assert found["questions_per_100", "practitioner"].value > 0
    assert found["subject_share", "person"].reason.identifier == "talk_reasons.too_few"
    pronouns = found["pronoun_you", "practitioner"]
    assert pronouns.value > 0
    assert pronouns.reason.identifier == "talk_reasons.dropped_pronouns"
    ari = found["readability_ari", "practitioner"]
    assert ari.reason.identifier == "talk_reasons.no_english", "its formula is made for English"


def test_two_languages_share_no_words():
    english = (
        "I am afraid that the landlord will put us out of the house with the kids.",
        "The letter says that we owe three months, but I paid the rent in January.",
        "We have lived here for six years and my son goes to the school close by.",
    )
    found = spanish(english)
    assert found["uptake", "person"].reason.identifier == "talk_reasons.other_language"
    assert found["pronoun_i", "person"].value > 0
    assert found["permission_balance", "practitioner"].defined
