"""Encounter files: what is written comes back, and every mistake is named with its line."""

import random

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from workbook.content.reader import parse_exercise
from workbook.errors import ContentError
from workbook.kinds.encounter.model import DIMENSIONS
from workbook.words import word

B1 = '- ["One week, as always. I\'ll put the date in."](#the_door)'
BAD = [  # what stands there, what an author wrote, the line that is named, its identifier
    # Where choices lead
    ('in."](#the_door)', 'in."](#the_dor)', B1.replace("door", "dor"), "encounter_file.target"),
    (
        'in."](#the_door)',
        'in."](#all_his)',
        B1.replace("the_door", "all_his"),
        "encounter_file.target",
    ),
    ('in."](#the_door)', 'in."](#)', B1.replace("the_door", ""), "encounter_file.target"),
    ('in."](#the_door)', 'in."](#the_form)', B1.replace("door", "form"), "encounter_file.back"),
    (
        'in."](#the_door)',
        'in."](#the_counter)',
        B1.replace("door", "counter"),
        "encounter_file.back",
    ),
    ('in."](#the_door)', 'in."]', B1.replace("(#the_door)", ""), "document.choice"),
    ('in."](#the_door)', 'in."](#the_door) so', B1 + " so", "document.choice"),
    ('in."](#the_door)', 'in."](#the_door) if', B1 + " if", "document.choice"),
    ("## the_form\n", "## the_end\nOver.\n\n## the_form\n", "## the_end", "encounter_file.choices"),
    # Fields of a choice
    ("\n  - minutes: 0", "", '- ["Help yourself, ', "encounter_file.lacks"),
    ("  - minutes: 0", "  - minutes: soon", "  - minutes: soon", "settings.whole_line"),
    ("  - minutes: 0", "  - minutes: 61", "  - minutes: 61", "settings.whole_line"),
    ("  - minutes: 0", "  - minutes: -1", "  - minutes: -1", "settings.whole_line"),
    ("  - minutes: 0", "  - minutes: 0\n  - mood: good", "  - mood: good", "encounter_file.fields"),
    ("  - minutes: 0", "  - minutes: 0\n  - minutes: 1", "  - minutes: 1", "encounter_file.fields"),
    ('person: "Good door."', "person:", "  - person:", "encounter_file.fields"),
    ("  - minutes: 0", "  - minutes: 0\n  > Well.", "  > Well.", "document.after_choice"),
    ("  - minutes: 0", "  - minutes: 0\n  so", "  so", "document.after_choice"),
    ("  - minutes: 0", "  - minutes: 0\n  - Minutes: 0", "  - Minutes: 0", "document.after_choice"),
    ("  - minutes: 0", "  - minutes: 0\nAnd so on.", "And so on.", "document.after_choice"),
    ("looks.\n", "looks.\n\n- say: no\n", "- say: no", "encounter_file.passage_rule"),
    ("- [You hold", "- [x] No\n- [You hold", "- [x] No", "encounter_file.passage_rule"),
    # Pulls
    ("held 2, voice", "held 4, voice", None, "encounter_file.pull_strengths"),
    ("held 2, voice", "took 2, voice", None, "encounter_file.pull_directions"),
    ("pulls: decisions held 2", "pulls: role held 2", None, "encounter_file.pull_sides"),
    ("held 2, voice", "held, voice", None, "encounter_file.pull"),
    ("held 2, voice", "held 2; voice", None, "encounter_file.pull"),
    ("held 2, voice", "held 2, decisions", None, "encounter_file.pull_twice"),
    ("  - pulls: none", "  - pulls: nothing", "  - pulls: nothing", "encounter_file.pull"),
    ("you: ", "role_held_by: all\nyou: ", "role_held_by: all", "encounter_file.role"),
    # Flags and conditions
    ("sets: told_rule", "sets: shared", "  - sets: shared", "encounter_file.flag"),
    ("sets: told_rule", "sets: Told", "  - sets: Told", "encounter_file.flag"),
    ("sets: told_rule", "sets: told rule", "  - sets: told rule", "encounter_file.flag"),
    ("sets: told_rule", "sets:", "  - sets:", "encounter_file.flag"),
    ("(#end) if told_rule", "(#end) if told", None, "encounter_file.unknown_flag"),
    ("(#end) if told_rule", "(#end) unless voice", None, "encounter_file.condition_other"),
    ("(if decided_alone)", "(if decided)", None, "encounter_file.unknown_flag"),
    ("(minutes >= 9)", "(minutes >= nine)", None, "encounter_file.no_number"),
    ("  your_form: decided_alone", "  your_form: alone", None, "encounter_file.unknown_flag"),
    ("voice in 40..65)", "voice in 40)", None, "encounter_file.condition_other"),
    (
        "handed_off >= 1",
        "handed_off >=",
        "  all_his: handed_off >=",
        "encounter_file.condition_unread",
    ),
    # Endings
    ("the_usual_talk: otherwise", "the_usual_talk: told_rule", None, "encounter_file.last_ending"),
    ("all_his: handed_off >= 1", "all_his: otherwise", None, "encounter_file.last_ending"),
    ("  all_his: handed", "  all_hers: handed", None, "encounter_file.ending_part"),
    ("  all_his: handed_off >= 1\n", "", '- person: "I carried', "encounter_file.passage_rule"),
    ("- note: Room", "- notes: Room", "## all_his", "encounter_file.ending_fields"),
    ("- note: Room", "- you: Room", "## all_his", "encounter_file.ending_fields"),
    ("- note: Room", "So.\n- note: Room", "So.", "document.after_option"),
    ("## all_his\n", "## all_his\nSo it ends.\n", "## all_his", "encounter_file.ending_fields"),
    (
        "## all_his\n",
        "## all_his\n- [Go.](#end)\n## so\n",
        "- [Go.](#end)",
        "encounter_file.ending_rule",
    ),
    ("- note: Room", "  > Well.\n- note: Room", '- you: "I thought', "encounter_file.ending_rule"),
    (
        "look_again: the_form, the_door",
        "look_again: the_form, door",
        "## as_equal_as_",
        "encounter_file.look_again",
    ),
    # The top
    ("record: 15}", "record: 115}", None, "settings.whole_line"),
    ("record: 15}", "record: [1]}", None, "settings.mapping"),
    ("record: 15}", "role: 15}", None, "encounter_file.start"),
    (", record: 15}", "}", None, "encounter_file.start"),
    ("budget: 6", "budget: 0", "budget: 0", "settings.whole_line"),
    ("budget: 6", "budget: [6]", "budget: [6]", "reader.plain"),
    ("budget: 6\n", "", "---", "reader.missing"),
    ("you: Ines", "you: Ines\nthem: Ana", "them: Ana", "reader.unknown_setting"),
    ("## known_to_you", "## known_to_us", "---", "encounter_file.no_known"),
    ("- You must", "- must: you", "- must: you write down", "encounter_file.known_rule"),
    ("You are Ines", "- [Go.](#end)\n\nYou are Ines", "You are Ines", "document.after_choice"),
    ("\n## facilitator", "\n- [Go.](#end)\n\n## facilitator", "- [Go.](#end)", "reader.prose"),
    ("He lifts the chair. It is heavier than it looks.", "", "## the_door", "encounter_file.scene"),
    (
        "The form has a line",
        "(if told_rule) The form has a line",
        "## the_form",
        "encounter_file.scene",
    ),
]


@pytest.mark.parametrize(("there", "wrote", "at", "identifier"), BAD)
def test_a_mistake_is_named_with_file_and_line(story_text, there, wrote, at, identifier):
    text = story_text.replace(there, wrote, 1)
    assert text != story_text
    with pytest.raises(ContentError) as caught:
        parse_exercise(text, "03/try", "encounters/try.md")
    named = text.splitlines()[caught.value.line - 1]
    assert caught.value.message.identifier == identifier
    assert named.startswith(at) if at else wrote.splitlines()[0].split("(")[0].strip() in named
    assert caught.value.message.endswith(".")


def test_a_story_without_passages_or_endings_is_named(story_text):
    a, b = story_text.index("endings:"), story_text.index("\n---\nYou are")
    one, end = "endings: {the_usual_talk: otherwise}", story_text.index("## the_usual_talk")
    top = story_text[:a] + one + story_text[b : story_text.index("## the_counter")]
    with pytest.raises(ContentError) as caught:
        parse_exercise(top + story_text[end:], "03/x")
    assert caught.value.message.identifier == "encounter_file.no_passage"
    wrong = {"endings: {}": "encounter_file.no_ending", "endings: [a]": "settings.mapping"}
    for wrote, identifier in wrong.items():
        with pytest.raises(ContentError) as caught:
            parse_exercise(story_text[:a] + wrote + story_text[b:], "03/x")
        assert caught.value.message.identifier == identifier
        assert caught.value.line == story_text[:a].count("\n") + 1


def test_a_passage_that_nothing_leads_to_is_named(story_text):
    lost = "## lost\nNobody comes here.\n\n- [Go.](#end)\n  - pulls: none\n  - minutes: 0\n"
    lost += "".join(f"  - {name}: x\n" for name in ("shift", "person", "you", "fits"))
    text = story_text.replace("## your_form", lost + "\n## your_form")
    with pytest.raises(ContentError) as caught:
        parse_exercise(text, "03/x")
    assert caught.value.message == word("encounter_file", "unled", name="lost")
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


@examples(150)
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
