"""A part may have a title of its own, in any script; its name stays the key of what is kept."""

import pytest

from workbook.content.reader import parse_exercise
from workbook.kinds import Learner, kind_of
from workbook.words import word

TITLE = "Die Tür: «здесь»"


def with_title(texts, kind, name):
    there = f"## {name}\n"
    assert there in texts[kind]
    return parse_exercise(texts[kind].replace(there, f"## {name}: {TITLE}\n"), f"09/{kind}")


def spec(exercise):
    return kind_of(exercise).spec(exercise, Learner("7"))


def test_a_passage_and_an_ending_show_their_title(texts, samples):
    first = samples["encounter"].settings["encounter"].first
    shown = spec(with_title(texts, "encounter", first))["play"]["here"]
    assert (shown["passage"], shown["title"]) == (first, TITLE)
    ending = next(iter(samples["encounter"].settings["encounter"].endings))
    story = with_title(texts, "encounter", ending).settings["encounter"]
    assert story.endings[ending].title == TITLE


def test_a_round_shows_its_title_and_is_kept_by_its_name(texts):
    exercise = with_title(texts, "practice", "round_1")
    kind = kind_of(exercise)
    answer = kind.read(exercise, {"done": ["round_1"]})
    assert answer.response == {"done": ["round_1"]}
    assert kind.say(exercise, answer)[0].startswith(f"{TITLE}: ")
    assert TITLE in spec(exercise)["sheet"] + str(spec(exercise)["rounds"])


def test_a_part_about_a_card_shows_its_title(texts):
    exercise = with_title(texts, "instrument", "how_it_is_scored")
    assert TITLE in [title for title, _ in spec(exercise)["about"]]


@pytest.mark.parametrize("kind", ["encounter", "practice", "instrument"])
def test_a_title_that_says_what_the_name_says_changes_nothing(texts, samples, kind):
    part = next(
        name for name in ("how_it_is_scored", "round_1", "desk") if f"## {name}\n" in texts[kind]
    )
    assert spec(with_title(texts, kind, part)) != spec(samples[kind])
    same = texts[kind].replace(
        f"## {part}\n", f"## {part}: {part.replace('_', ' ').capitalize()}\n"
    )
    assert spec(parse_exercise(same, f"09/{kind}")) == spec(samples[kind])


def test_a_card_is_cut_in_two_by_the_words_of_the_language(texts, monkeypatch, tmp_path):
    (tmp_path / "es").mkdir()
    own = "practice:\n  knows_person: persona\n  knows_practitioner: profesional\n"
    (tmp_path / "es" / "w.yaml").write_text(own, encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_WORDS", str(tmp_path))
    from workbook.kinds.practice.reader import paragraphs

    card = "**La persona sabe:** uno.\n\n**El profesional sabe:** dos.\n\n**Fixed:** tres."
    assert [whose for whose, _ in paragraphs(card)] == ["", "", ""]
    monkeypatch.setenv("WORKBOOK_LANGUAGE", "es")
    assert [whose for whose, _ in paragraphs(card)] == ["person", "practitioner", ""]
    assert paragraphs("**The person knows:** one.")[0][0] == "person"
    assert word("practice", "knows_person") == "persona"
