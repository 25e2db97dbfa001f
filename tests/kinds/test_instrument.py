"""The card with two sides and the practice sheet: what a file may say, what is kept of it."""

import re

import pytest
from asking import clean, in_words, is_done

from workbook.content.model import Exercise
from workbook.content.reader import parse_exercise
from workbook.content.static import as_text
from workbook.errors import ContentError
from workbook.journal import Journal
from workbook.kinds import kind_of
from workbook.kinds.instrument.cards import SIDES, statements
from workbook.measures import rating
from workbook.measures.readability import ari

NOT_SCORED = ["told_limits", "did_me_good", "no_need_to_defend", "on_my_side"]
PERSON_ONLY = {"no_need_to_defend", "on_my_side"}


@pytest.fixture(scope="module")
def mirror(library):
    return library.exercise("03/mirror")


@pytest.fixture(scope="module")
def threes(library):
    return library.exercise("03/practice_in_threes")


def card(exercise, answer="4", lines=None):
    sides = {side: list(statements(exercise, side))[:lines] for side in SIDES}
    return {side: dict.fromkeys(names, answer) for side, names in sides.items()}


# The Mirror -----------------------------------------------------------------------------
def test_the_mirror_scores_the_lines_that_the_measures_know(mirror):
    measured = rating.mirror()
    assert list(mirror.settings["dimensions"].items()) == list(measured.dimensions.items())
    assert (mirror.settings["status"], mirror.settings["version"]) == (
        measured.status,
        measured.version,
    )
    assert mirror.settings["unscored"] == NOT_SCORED
    person, practitioner = (statements(mirror, side) for side in SIDES)
    assert [name for name in person if name not in NOT_SCORED] == list(measured.lines)
    assert set(person) - set(practitioner) == PERSON_ONLY
    assert [name for name in person if name not in PERSON_ONLY] == list(practitioner)


def test_no_line_of_the_mirror_asks_two_things(mirror):
    person = statements(mirror, "person")
    assert person["told_report"] == "I was told what the worker must report."
    assert person["told_limits"] == "I was told what the worker cannot change."
    assert person["knowledge_counted"].endswith("counted.")
    assert person["next_step"].endswith("that I chose, or asked the worker to choose.")
    assert person["no_need_to_defend"] == "I did not have to defend who I am."


def test_the_person_can_read_the_card(mirror):
    words = " ".join(
        [mirror.settings["instructions"]["person"], *statements(mirror, "person").values()]
    )
    assert ari(words) < 6


def test_the_status_stands_wherever_the_mirror_is_read(mirror):
    status = "Not yet validated."
    assert mirror.settings["status"].startswith(status)
    assert mirror.visibility == "private"
    said = in_words(mirror, {"cards": [card(mirror)]})
    assert said[0].startswith(status)
    assert len(said) == 1 + len(mirror.items) - 2  # every line but the two open ones
    assert status in as_text(mirror)


def test_the_two_sides_are_told_apart_in_print(mirror):
    lines = as_text(mirror).splitlines()
    place = {name: lines.index(name) for name in ("The person", "The practitioner")}
    assert place["The person"] < place["The practitioner"]
    assert lines[place["The practitioner"] + 1].strip().startswith("- I told the person")


def test_the_rules_and_the_plan_can_be_read_in_the_file(mirror):
    about = mirror.settings["about"]
    assert list(about) == [
        "how_it_is_scored",
        "how_to_read_a_gap",
        "cautions",
        "rules_of_use",
        "validation_plan",
    ]
    assert "not for staff appraisal" in about["rules_of_use"]
    assert about["validation_plan"].count("Stage ") == 6


# What a file may say ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("there", "put", "line", "identifier"),
    [
        ("- asked: I asked first.\n", "", "## practitioner", "instrument_file.one_side"),
        (
            "  asked: voice\n",
            "  asked: voice\n  near: voice\n",
            "## practitioner",
            "instrument_file.one_side",
        ),
        ("- near: You", "- far: You", "- far", "instrument_file.loose_line"),
        ("- near: You", "- asked: You", "## person", "lines.same_name"),
        ("- near: You", "- [ ] You", "- [ ]", "instrument_file.loose_line"),
        (
            "## instructions_person",
            "## instructions",
            "Rate it",
            "settings.no_part",
        ),
        ("## practitioner\n", "## other\n", "Rate it", "settings.no_part"),
        ("scale: [Never, Often]", "scale: Never", "scale", "instrument_file.scale"),
        ("scale: [Never, Often]", "scale: [Never]", "scale", "instrument_file.scale"),
        ("scale: [Never, Often]", "scale: [Often, Often]", "scale", "instrument_file.scale"),
        ("scale: [Never, Often]", "scale: []", "scale", "instrument_file.scale"),
        ("unscored: [near]", "unscored: near", "unscored", "instrument_file.unscored"),
        ("unscored: [near]", "unscored: []", "- near", "instrument_file.loose_line"),
        (
            "dimensions:\n  asked: voice",
            "dimensions: [asked]",
            "dimensions",
            "instrument_file.dimensions",
        ),
        (
            "status: Not yet validated. For practice only.",
            "status:",
            "status",
            "instrument_file.plain",
        ),
        ("does_not_apply: yes", "does_not_apply: perhaps", "does_not", "settings.flag"),
    ],
)
def test_a_slip_in_an_instrument_is_named_with_its_line(texts, there, put, line, identifier):
    text = texts["instrument"]
    assert text.count(there) == 1
    broken = text.replace(there, put)
    with pytest.raises(ContentError) as caught:
        parse_exercise(broken, "09/x")
    assert caught.value.message.identifier == identifier
    [number] = [n for n, said in enumerate(broken.splitlines(), 1) if said.startswith(line)]
    assert caught.value.line == number


def test_every_line_of_a_card_may_be_scored(texts):
    text = re.sub(r"\n- near: .*", "", texts["instrument"]).replace(
        "unscored: [near]", "unscored: []"
    )
    card = parse_exercise(text, "09/x")
    answer = kind_of(card).read(card, {"cards": [{side: {"asked": "2"} for side in SIDES}]})
    assert card.settings["unscored"] == [] and kind_of(card).done(card, answer)


def test_the_lines_of_both_sides_stand_in_one_order(texts):
    text = texts["instrument"].replace("- more: What else?\n\n## instr", "\n## instr")
    swapped = text.replace("- asked: I was", "- more: What else?\n- asked: I was")
    with pytest.raises(ContentError) as caught:
        parse_exercise(swapped, "09/x")
    assert caught.value.message.identifier == "instrument_file.order"


@pytest.mark.parametrize(
    ("there", "put", "identifier"),
    [
        ("## round_1", "## first_round", ""),
        ("## a_day_off\nA day off.\n", "", "practice_file.no_round"),
        ("minutes_each: 6", "minutes_each: six", "settings.whole_setting_about"),
        ("minutes_each: 6", "minutes_each: 0", "settings.whole_setting_about"),
        ("rules: [Anyone may pause.]", "rules: Anyone", "practice_file.listing"),
        ('  person: "The person: you choose."', "  - The person", "settings.mapping"),
        ("Talk.", "- [ ] Talk.", "reader.line_here"),
        ("Talk.", "Talk.\n  > A note.", "reader.lost_feedback"),
    ],
)
def test_a_slip_in_a_practice_is_named(texts, there, put, identifier):
    text = texts["practice"].replace(there, put, 1)
    assert text != texts["practice"]
    if not identifier:  # a part with another name is a case card
        assert parse_exercise(text, "09/x").settings["rounds"] == ["round_2"]
        return
    with pytest.raises(ContentError) as caught:
        parse_exercise(text, "09/x")
    assert caught.value.message.identifier == identifier


def test_a_practice_without_rounds_is_no_practice(texts):
    text = texts["practice"].replace("## round_", "## turn_")
    with pytest.raises(ContentError) as caught:
        parse_exercise(text, "09/x")
    assert caught.value.message.identifier == "practice_file.no_round"


# What is kept -----------------------------------------------------------------------------
EMPTY = {"about": "", "person": {}, "practitioner": {}, "open": {}}
FILLED = EMPTY | {"status": "Version 0.1. Not yet validated."}


@pytest.mark.parametrize(
    ("cards", "kept"),
    [
        ("none", []),
        ([3, None, []], []),
        ([{}], [EMPTY]),
        ([{}, {"about": "x"}, {}], [FILLED | {"about": "x"}, EMPTY]),
        ([{"about": 3, "person": [], "open": "x"}], [EMPTY]),
        ([{"person": {"asked": "3", "near": 2, "more": "1"}}],
         [FILLED | {"person": {"near": "2"}}]),
        ([{"practitioner": {"near": "2", "asked": "cannot_tell"}}], [EMPTY]),
        ([{"open": {"person": "", "practitioner": "x", "watcher": "y"}}],
         [FILLED | {"open": {"practitioner": "x"}}]),
        ([{"about": "a" * 999}], [FILLED | {"about": "a" * 300}]),
    ],
)  # fmt: skip
def test_of_a_card_only_what_the_instrument_knows_is_kept(samples, cards, kept):
    assert clean(samples["instrument"], {"cards": cards}) == {"cards": kept}


def test_a_copy_of_the_answers_says_that_the_card_is_not_validated(samples, tmp_path):
    kept = clean(samples["instrument"], {"cards": [{"person": {"near": "2"}, "status": "proven"}]})
    journal = Journal(tmp_path / "journal.jsonl")
    journal.save("09/x", kept)
    for name in ("copy.csv", "copy.jsonl"):
        journal.export(tmp_path / name)
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "Not yet validated" in text and "proven" not in text


def test_the_newest_of_very_many_cards_are_kept(samples):
    cards = [{"about": str(n)} for n in range(250)]
    kept = clean(samples["instrument"], {"cards": cards})["cards"]
    assert [kept[0]["about"], kept[-1]["about"], len(kept)] == ["50", "249", 200]


def test_where_nothing_can_not_apply_it_is_no_answer(texts):
    exercise = parse_exercise(texts["instrument"].replace("does_not_apply: yes\n", ""), "09/x")
    kept = clean(exercise, {"cards": [{"person": {"asked": "does_not_apply"}}]})
    assert kept == {"cards": [EMPTY]}


@pytest.mark.parametrize(
    ("lines", "answer", "done"), [(7, "4", False), (8, "4", True), (8, "does_not_apply", True)]
)
def test_a_card_is_filled_in_when_most_lines_of_both_sides_are(mirror, lines, answer, done):
    assert is_done(mirror, {"cards": [card(mirror, answer, lines)]}) is done
    assert is_done(mirror, {"cards": [card(mirror, answer, lines), {}]}) is done


def test_one_side_alone_is_not_done(mirror):
    for side in SIDES:
        assert not is_done(mirror, {"cards": [card(mirror) | {side: {}}]})


def test_nothing_about_people_is_kept_of_a_practice(threes):
    rounds = threes.settings["rounds"]
    response = {"done": [rounds[2], "x", rounds[0]], "names": ["Ana"], "cards": [{}], "tally": {}}
    assert clean(threes, response) == {"done": [rounds[0], rounds[2]]}
    assert is_done(threes, response)
    assert not is_done(threes, {"done": ["x"]})


# The practice sheet -----------------------------------------------------------------------
def test_the_sheet_has_three_rounds_and_a_card_for_each_field(threes):
    cases = [item for item in threes.items if item.key not in threes.settings["rounds"]]
    assert len(threes.settings["rounds"]) == 3
    assert "a_day_when_nothing_is_wrong" in [item.key for item in cases]
    fields = ("Counseling", "Social work", "Nursing", "Teaching", "Legal aid", "Benefits")
    assert sorted(item.text.split(",")[0] for item in cases) == sorted(fields)
    for item in cases:
        for said in ("The practitioner knows", "The person knows", "Fixed"):
            assert item.text.count(f"**{said}:**") == 1, item.key


def test_nobody_plays_an_identity_and_the_person_speaks_first(threes):
    rules = " ".join(threes.settings["rules"])
    assert "by accent or manner. Play the situation, not the identity." in rules
    assert "Afterward the person speaks first, then the watcher" in rules
    assert "pause" in rules


def test_an_edition_follows_the_lines_of_the_card(texts):
    one = parse_exercise(texts["instrument"], "09/x")
    other = parse_exercise(texts["instrument"].replace("I was asked", "I was not asked"), "09/x")
    assert isinstance(one, Exercise)
    assert one.edition != other.edition
