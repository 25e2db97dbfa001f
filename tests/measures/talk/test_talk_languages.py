"""Talk in other scripts and languages: what is counted there, and what is left out."""

import pytest
from transcripts import ROLES

from workbook.measures.talk import talk_profile
from workbook.words import word


def test_a_curly_apostrophe_is_an_apostrophe(say, measured):
    straight = measured(say("worker: We're here and you've come.", "tenant: I'm not."))
    curly = measured(say("worker: We’re here and you’ve come.", "tenant: I’m not."))
    assert [repr(each) for each in straight.values()] == [repr(each) for each in curly.values()]
    assert curly["pronoun_we", "practitioner"].value == 20


def test_words_of_every_script_count(say, measured):
    found = measured(say("worker: 你好 世界", "tenant: Здравствуйте"))
    assert found["talk_share", "practitioner"].value == 2 / 3


SPANISH = (
    "buenos días señora qué necesita usted hoy para su familia porque la oficina está cerrada y "
    "tengo que pedirle los papeles del niño antes de hablar con la directora de la escuela"
)


GERMAN = (
    "guten Tag was brauchen Sie heute für Ihre Familie weil das Amt geschlossen ist und ich muss "
    "Sie um die Papiere bitten bevor wir mit der Leiterin der Schule reden will ich das wissen"
)


FRENCH = (
    "bonjour madame de quoi avez vous besoin pour votre famille car le bureau est fermé et je dois "
    "vous demander les papiers de votre fils avant de parler avec la directrice de son école"
)


@pytest.mark.parametrize("text", [GERMAN, FRENCH])
def test_another_language_leaves_only_what_needs_no_list(say, measured, text):
    found = measured(say(*[f"worker: {text}?", f"tenant: {text}."] * 3))
    for key in (("directives_per_100", "practitioner"), ("uptake", "person")):
        assert found[key].reason == word("talk_reasons", "no_list", share=12)
    assert found["talk_share", "person"].value == 1 / 2
    assert found["question_share", "practitioner"].value == 1


def test_english_talk_is_taken_for_english(reference, measured):
    item, turns, roles = reference
    reason = measured(turns, roles)["pronoun_you", "practitioner"].reason
    assert item["name"].startswith("synthetic") or getattr(reason, "name", "") != "no_english"


def test_the_grade_is_for_english_only(say):
    turns = say(f"worker: {SPANISH}. {SPANISH}. {SPANISH}. {SPANISH}.", "tenant: hola")
    grade = next(m for m in talk_profile(turns, ROLES) if m.name == "readability_ari")
    assert grade.count >= 100
    assert grade.reason == word("talk_reasons", "no_english", share=12)
