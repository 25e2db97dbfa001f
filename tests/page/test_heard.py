"""What a person hears: every kind from its title to its last button, and what each answer says."""

import re
from dataclasses import replace

import pytest
from listening import heard, listen, read, stop
from samples import exercise_of, sorts
from stage import packaged_library

from workbook.words import words

WORDS = words("exercise")
# What can be answered, one after the other, as far as a test needs.
CONTROLS = (
    "[type=radio], [type=checkbox], textarea, [type=range], [data-move=down][aria-disabled=false]"
)
LAST = "[data-act=begin], .sswp-choice, [data-act=add], [data-act=draw]"
SAYS_BY_ITSELF = "polite: ", "assertive: "


@pytest.fixture
def listener(stage):
    """Hear what the page says by itself; nothing is heard any more once the test is over."""
    listen(stage.page, "main")
    heard(stage.page)
    yield stage
    stop(stage.page)


def said(stage):
    """Give what was said without being asked for, whole announcements."""
    spoken = heard(stage.page)
    return [text.split(": ", 1)[1] for text in spoken if text.startswith(SAYS_BY_ITSELF)]


def plain(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).strip()


def texts(found):
    """Give every text in a spec or in words, without its marks."""
    if isinstance(found, dict):
        return [text for value in found.values() for text in texts(value)]
    if isinstance(found, list | tuple):
        return [text for value in found for text in texts(value)]
    return [plain(found)] if isinstance(found, str) and found else []


def words_of(kind):
    """Give the words of a kind's own, if it has any."""
    try:
        return words(kind)
    except KeyError:
        return {}


def spec_of(shown):
    return shown.stage.widgets[shown.name].spec


def asked_in(spec):
    """Give the lines, questions and options that a person is asked about."""
    items = [item["plain"] for item in spec["items"] if item.get("plain")]
    options = [plain(o["html"]) for item in spec["items"] for o in item.get("options", [])]
    return items + options


@pytest.mark.parametrize("kind", sorts())
def test_a_kind_is_read_from_its_title_to_its_last_button(stage, kind):
    shown = stage.exercise(kind)
    spec, spoken = spec_of(shown), read(stage.page, "main")
    title = spoken.index(f"heading, {spec['title']}, level 3")
    assert title < len(spoken) - spoken[::-1].index(plain(spec["prompt"]) or spoken[-1])
    assert f"end of region, {spec['title']}, not busy" in spoken
    for text in asked_in(spec):
        if "{" not in text:  # a number is filled in
            assert any(text in phrase for phrase in spoken), text
    for act in ("undo", "reset"):
        named = [f"button, {told[act]}" for told in (WORDS, words_of(kind)) if act in told]
        assert any(phrase.startswith(tuple(named)) for phrase in spoken), act
    names = [phrase for phrase in spoken if re.match(r"(radio|checkbox|textbox|slider)\b", phrase)]
    assert all(re.match(r"\w+, \S", phrase) for phrase in names), "a control without a name"
    assert not [n for n, p in enumerate(spoken) if p == spoken[n - 1] == "paragraph"], "empty"


@pytest.mark.parametrize("kind", sorts())
def test_an_answer_is_told_once_and_by_name(listener, kind):
    shown = listener.exercise(kind)
    known = {
        text for text in texts(spec_of(shown)) + texts(words_of(kind)) if text != WORDS["saved"]
    }
    told = 0
    for control in [*shown.find(CONTROLS).all()[:6], *shown.find(LAST).all()]:
        if not control.is_visible():
            continue
        before, known = len(shown.history()), known | {*shown.find("h4").all_inner_texts()}
        answer(control)
        listener.pass_time(20)
        shown.settle()
        listener.pass_time(900)
        new = said(listener)
        assert len(new) <= 1, new
        if len(shown.history()) > before:
            [text] = new
            told += 1
            assert WORDS["saved"] in text
            assert any(each[:70] in text for each in known if len(each) > 3), text
    assert told or not shown.history()


def answer(control):
    sort = control.evaluate("(node) => node.type")
    if sort == "textarea":
        control.fill("What I saw.")
    elif sort == "range":
        control.fill(control.get_attribute("max"))
    else:
        control.dispatch_event("click")


def test_a_page_that_opens_again_says_nothing_by_itself(stage):
    first = stage.exercise("rating").answer()
    first.saved()
    stage.open()
    stage.restart()
    listen(stage.page, "main")
    heard(stage.page)
    shown = stage.exercise("rating")
    stage.pass_time(3000)
    assert shown.state() in ("restored", "feedback") and WORDS["restored"] in shown.said()
    assert said(stage) == []
    stop(stage.page)


def test_a_long_hint_is_moved_to_and_not_read_out(stage):
    made = replace(exercise_of("reflection"), hint="Word by word. " * 60)
    shown = stage.exercise(made)
    listen(stage.page, "main")
    shown.find("[data-act=hint]").focus()
    heard(stage.page)
    stage.page.keyboard.press("Enter")
    shown.settle()
    stage.pass_time(900)
    [told] = said(stage)
    assert "Word by word. Word" not in told and len(told) < 400
    assert shown.ask("() => document.activeElement.matches('.sswp-note')")
    stop(stage.page)


def long_ones():
    """Give the exercises of the course with so many questions that they can be taken singly."""
    library = packaged_library()
    every = [library.exercise(each) for each in library.exercise_ids()]
    return [each.id for each in every if len(each.items) >= 6]


@pytest.mark.slow
def test_each_question_of_a_long_exercise_is_a_heading(stage):
    headed = 0
    for exercise_id in long_ones():
        shown = stage.course(exercise_id)
        groups = shown.find("fieldset, div.sswp-part > div.sswp-ask").count()
        heads = shown.find("[role=heading]").all_inner_texts()
        assert len(heads) == (groups if groups >= 6 else 0), exercise_id
        assert all(text.strip() for text in heads), exercise_id
        headed += bool(heads)
        stage.clear_views()
    assert headed > 5


def test_a_long_exercise_goes_from_heading_to_heading(stage):
    shown = stage.course("03/mirror")
    spoken = read(stage.page, "main")
    levels = [int(p[-1]) for p in spoken if re.match(r"heading, .*, level \d$", p)]
    assert levels[0] == 3 and set(levels[1:]) <= {4, 5} and len(levels) > 6
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    assert shown.state() == "untouched"
