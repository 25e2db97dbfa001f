"""Encounter files: what is written comes back, and every mistake is named with its line."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.content.reader import parse_exercise
from workbook.errors import ContentError
from workbook.kinds.encounter.model import DIMENSIONS

B1 = '- ["One week, as always. I\'ll put the date in."](#the_door)'
BAD = [  # what stands there, what an author wrote, the line that is named, words
    # Where choices lead
    ('in."](#the_door)', 'in."](#the_dor)', B1.replace("door", "dor"), "'#the_dor' is no passage"),
    ('in."](#the_door)', 'in."](#all_his)', B1.replace("the_door", "all_his"), "is no passage"),
    ('in."](#the_door)', 'in."](#)', B1.replace("the_door", ""), "'#' is no passage"),
    ('in."](#the_door)', 'in."](#the_form)', B1.replace("door", "form"), "This leads back"),
    ('in."](#the_door)', 'in."](#the_counter)', B1.replace("door", "counter"), "leads back"),
    ('in."](#the_door)', 'in."]', B1.replace("(#the_door)", ""), "A choice is '- [words]"),
    ('in."](#the_door)', 'in."](#the_door) so', B1 + " so", "A choice is '- [words]"),
    ('in."](#the_door)', 'in."](#the_door) if', B1 + " if", "A choice is '- [words]"),
    ("## the_form\n", "## the_end\nOver.\n\n## the_form\n", "## the_end", "needs choices"),
    # Fields of a choice
    ("\n  - minutes: 0", "", '- ["Help yourself, ', "This choice lacks: minutes"),
    ("  - minutes: 0", "  - minutes: soon", "  - minutes: soon", "whole number from 0 to 60"),
    ("  - minutes: 0", "  - minutes: 61", "  - minutes: 61", "whole number from 0 to 60"),
    ("  - minutes: 0", "  - minutes: -1", "  - minutes: -1", "whole number from 0 to 60"),
    ("  - minutes: 0", "  - minutes: 0\n  - mood: good", "  - mood: good", "has once each"),
    ("  - minutes: 0", "  - minutes: 0\n  - minutes: 1", "  - minutes: 1", "has once each"),
    ('person: "Good door."', "person:", "  - person:", "has once each, with words"),
    ("  - minutes: 0", "  - minutes: 0\n  > Well.", "  > Well.", "comes after a choice"),
    ("  - minutes: 0", "  - minutes: 0\n  so", "  so", "comes after a choice"),
    ("  - minutes: 0", "  - minutes: 0\n  - Minutes: 0", "  - Minutes: 0", "comes after a choice"),
    ("  - minutes: 0", "  - minutes: 0\nAnd so on.", "And so on.", "comes after a choice"),
    ("looks.\n", "looks.\n\n- say: no\n", "- say: no", "In a passage stand choices"),
    ("- [You hold", "- [x] No\n- [You hold", "- [x] No", "In a passage stand choices"),
    # Pulls
    ("held 2, voice", "held 4, voice", None, "'4' is none of the strengths: 1, 2, 3"),
    ("held 2, voice", "took 2, voice", None, "'took' is none of the directions: held"),
    ("pulls: decisions held 2", "pulls: role held 2", None, "'role' is none of the sides: info"),
    ("held 2, voice", "held, voice", None, "A pull reads 'side direction strength'"),
    ("held 2, voice", "held 2; voice", None, "A pull reads 'side direction strength'"),
    ("held 2, voice", "held 2, decisions", None, "pulls each side once at most"),
    ("  - pulls: none", "  - pulls: nothing", "  - pulls: nothing", "A pull reads"),
    # Flags and conditions
    ("sets: told_rule", "sets: shared", "  - sets: shared", "'shared' cannot be a flag"),
    ("sets: told_rule", "sets: Told", "  - sets: Told", "'Told' cannot be a flag"),
    ("sets: told_rule", "sets: told rule", "  - sets: told rule", "'told rule' cannot be a flag"),
    ("sets: told_rule", "sets:", "  - sets:", "'' cannot be a flag"),
    ("(#end) if told_rule", "(#end) if told", None, "No choice sets the flag 'told'"),
    ("(#end) if told_rule", "(#end) unless voice", None, "'voice' cannot stand in a condition"),
    ("(if decided_alone)", "(if decided)", None, "No choice sets the flag 'decided'"),
    ("(minutes >= 9)", "(minutes >= nine)", None, "'nine' is no number"),
    ("  your_form: decided_alone", "  your_form: alone", None, "No choice sets the flag 'alone'"),
    ("voice in 40..65)", "voice in 40)", None, "cannot stand in a condition"),
    ("handed_off >= 1", "handed_off >=", "  all_his: handed_off >=", "cannot be read"),
    # Endings
    ("the_usual_talk: otherwise", "the_usual_talk: told_rule", None, "last ending is 'otherwise'"),
    ("all_his: handed_off >= 1", "all_his: otherwise", None, "The last ending is 'otherwise'"),
    ("  all_his: handed", "  all_hers: handed", None, "There is no part '## all_hers'"),
    ("  all_his: handed_off >= 1\n", "", '- person: "I carried', "'endings' names the endings"),
    ("- note: Room", "- notes: Room", "## all_his", "An ending has once each: person, you, note"),
    ("- note: Room", "- you: Room", "## all_his", "An ending has once each"),
    ("- note: Room", "So.\n- note: Room", "So.", "comes after an option"),
    ("## all_his\n", "## all_his\nSo it ends.\n", "## all_his", "An ending has once each"),
    ("## all_his\n", "## all_his\n- [Go.](#end)\n## so\n", "- [Go.](#end)", "An ending has lines"),
    ("- note: Room", "  > Well.\n- note: Room", '- you: "I thought', "An ending has lines"),
    (
        "look_again: the_form, the_door",
        "look_again: the_form, door",
        "## as_equal_as_",
        "no passage 'door'",
    ),
    # The top
    ("record: 15}", "record: 115}", None, "whole number from 0 to 100"),
    ("record: 15}", "record: [1]}", None, "'start' is a list of lines"),
    ("record: 15}", "role: 15}", None, "'start' has exactly: information"),
    (", record: 15}", "}", None, "look at 'record'"),
    ("budget: 6", "budget: 0", "budget: 0", "whole number from 1 to 600"),
    ("budget: 6", "budget: [6]", "budget: [6]", "'budget' is plain words"),
    ("budget: 6\n", "", "---", "Missing: budget"),
    ("you: Ines", "you: Ines\nthem: Ana", "them: Ana", "'them' is not a setting"),
    ("## known_to_you", "## known_to_us", "---", "There is no '## known_to_you'"),
    ("- You must", "- must: you", "- must: you write down", "plain lines '- text'"),
    ("You are Ines", "- [Go.](#end)\n\nYou are Ines", "You are Ines", "comes after a choice"),
    ("\n## facilitator", "\n- [Go.](#end)\n\n## facilitator", "- [Go.](#end)", "is prose"),
    ("He lifts the chair. It is heavier than it looks.", "", "## the_door", "needs a scene"),
    ("The form has a line", "(if told_rule) The form has a line", "## the_form", "always shown"),
]


@pytest.mark.parametrize(("there", "wrote", "at", "words"), BAD)
def test_a_mistake_is_named_with_file_and_line(story_text, there, wrote, at, words):
    text = story_text.replace(there, wrote, 1)
    assert text != story_text
    with pytest.raises(ContentError) as caught:
        parse_exercise(text, "03/try", "encounters/try.md")
    named = text.splitlines()[caught.value.line - 1]
    assert words in caught.value.message
    assert named.startswith(at) if at else wrote.splitlines()[0].split("(")[0].strip() in named
    assert caught.value.message.endswith(".")


def test_a_story_without_passages_or_endings_is_named(story_text):
    a, b = story_text.index("endings:"), story_text.index("\n---\nYou are")
    one, end = "endings: {the_usual_talk: otherwise}", story_text.index("## the_usual_talk")
    top = story_text[:a] + one + story_text[b : story_text.index("## the_counter")]
    with pytest.raises(ContentError, match="There is no passage yet: write '## name'"):
        parse_exercise(top + story_text[end:], "03/x")
    for wrote, words in (("endings: {}", "no ending 'otherwise'"), ("endings: [a]", "is a list")):
        with pytest.raises(ContentError, match=words) as caught:
            parse_exercise(story_text[:a] + wrote + story_text[b:], "03/x")
        assert caught.value.line == story_text[:a].count("\n") + 1


def test_a_passage_that_nothing_leads_to_is_named(story_text):
    lost = "## lost\nNobody comes here.\n\n- [Go.](#end)\n  - pulls: none\n  - minutes: 0\n"
    lost += "".join(f"  - {name}: x\n" for name in ("shift", "person", "you", "fits"))
    text = story_text.replace("## your_form", lost + "\n## your_form")
    with pytest.raises(ContentError, match="No choice leads to 'lost'") as caught:
        parse_exercise(text, "03/x")
    assert text.splitlines()[caught.value.line - 1] == "## lost"


# What is written comes back --------------------------------------------------------------------
def test_the_small_encounter_comes_back_whole(story, story_text):
    found = story.settings["encounter"]
    assert (found.you, found.person, found.budget) == ("Ines", "Mr. Okafor", 6)
    assert dict(zip(DIMENSIONS, found.start, strict=True))["record"] == 15
    assert list(found.passages) == ["the_counter", "the_form", "the_door"]
    assert (found.first, found.passages["the_form"].title) == ("the_counter", "The form")
    assert list(found.endings)[1] == "as_equal_as_possible"
    assert found.endings["the_usual_talk"].when is None
    assert found.endings["all_his"].look_again == ("the_counter", "the_form")
    assert found.known_to_you.splitlines()[0] == "- A chair can be kept for a second week."
    assert found.opening == story.prompt
    for thing in (*found.passages.values(), *found.choices()):
        line = story_text.splitlines()[thing.line - 1]
        assert line.startswith(("## ", "- ["))


def test_words_and_fields_may_run_over_lines(story):
    choice = story.settings["encounter"].passages["the_counter"].choices[1]
    assert choice.say == (
        'You come round the counter. "The wide one. Who is it for, and until when would you like '
        'it?"'
    )
    assert choice.pulls == (
        ("decisions", "shared", 2),
        ("voice", "shared", 2),
        ("setting", "shared", 1),
    )
    assert (choice.key, choice.target, choice.minutes, choice.sets) == ("b", "the_form", 2, ())


def test_unless_is_the_opposite_of_if(story_text):
    swapped = story_text.replace("(#end) if told_rule", "(#end) unless told_rule")
    found = parse_exercise(swapped, "03/x").settings["encounter"]
    when = found.passages["the_door"].choices[1].when
    assert when.text == "not (told_rule)"
    assert when.test((), 0, frozenset())
    assert not when.test((), 0, frozenset(["told_rule"]))


def test_items_are_the_passages_with_what_each_choice_shifted(story):
    assert [item.key for item in story.items] == ["the_counter", "the_form", "the_door"]
    assert "pen" not in story.items[1].text
    assert [o.key for o in story.items[2].options] == ["a", "b", "c"]
    assert story.items[2].options[0].feedback == "He is out with the chair."
    assert not any(option.fits for item in story.items for option in item.options)


def test_brackets_and_marks_in_the_words_stay(story_text):
    text = story_text.replace(
        '- [You hold the door. "See you."]', "- [You *wave* [slowly] (once).]"
    )
    choice = parse_exercise(text, "03/x").settings["encounter"].passages["the_door"].choices[0]
    assert (choice.say, choice.target) == ("You *wave* [slowly] (once).", "end")


@pytest.mark.parametrize(
    ("there", "wrote"),
    [
        ("See you.", "Good bye."),
        ("minutes: 2\n  - shift: His plan", "minutes: 3\n  - shift: His plan"),
        ("decisions held 2", "decisions held 3"),
        ("if told_rule\n", "if told_rule and minutes < 5\n"),
        ("handed_off >= 1", "handed_off >= 2"),
        ("record: 15}", "record: 16}"),
    ],
)
def test_what_changes_a_play_changes_the_edition(story, story_text, there, wrote):
    assert there in story_text
    changed = parse_exercise(story_text.replace(there, wrote), story.id)
    assert changed.edition != story.edition


def test_a_voice_or_an_empty_line_does_not_change_the_edition(story, story_text):
    for there, wrote in (("Good door.", "Fine door."), ("## the_door", "\n## the_door")):
        same = parse_exercise(story_text.replace(there, wrote), story.id)
        assert same.edition == story.edition


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 2**32), times=st.integers(1, 3))
def test_an_encounter_with_lines_cut_doubled_or_swapped_gives_a_sentence(story_text, seed, times):
    chance, lines = random.Random(seed), story_text.splitlines()
    for _ in range(times):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        change = chance.choice(["cut", "double", "swap", "halve", "empty"])
        if change == "cut":
            del lines[one]
        elif change == "double":
            lines.insert(other, lines[one])
        elif change == "swap":
            lines[one], lines[other] = lines[other], lines[one]
        elif change == "halve":
            lines[one] = lines[one][: len(lines[one]) // 2]
        else:
            lines[one] = lines[one].partition(":")[0] + ":"
    try:
        found = parse_exercise("\n".join(lines), "03/x", "x.md")
    except ContentError as error:
        assert 0 <= error.line <= len(lines) + 1
        assert error.message.endswith(".")
    else:
        assert found.settings["encounter"].passages
