"""What makes the page easy: reasons on buttons, long and right-to-left words, one announcement."""

import pytest
from look import look
from mouse import click
from samples import exercise_of, sorts
from stage import packaged_library
from sweep import first
from ways import Learner

from workbook.kinds import kind_of
from workbook.widgets.panels import RecallWidget
from workbook.words import word, words

WORDS = words("exercise")
ARABIC = "\u0645\u0627\u0630\u0627 \u0633\u0645\u0639\u062a\u061f"
WORD = "\u201cThey said\u00a0\u2018no\u2019\u201d\u200b \u2014 caf\u00e9\u2026"
SPOKEN = """() => { window.spoken = []; const region = document.querySelector('[role=status]');
  new MutationObserver((changes) => {
    const element = ({ target }) => (target.nodeType === 3 ? target.parentElement : target);
    const way = (change) => element(change).closest('[aria-live]')?.getAttribute('aria-live');
    const live = changes.some((change) => way(change) !== 'off');
    const text = region.textContent.trim();
    if (live && text && window.spoken.at(-1) !== text) window.spoken.push(text);
  }).observe(region, { childList: true, characterData: true, subtree: true }); }"""


def why(shown):
    return shown.find("[data-wanted]").inner_text()


@pytest.mark.parametrize("kind", sorts())
def test_a_button_that_is_not_ready_says_why(stage, kind):
    shown = stage.exercise(kind)
    for act, name in (("undo", "nothing_to_undo"), ("reset", "nothing_to_reset")):
        shown.press(act)
        assert why(shown) == WORDS[name] and shown.history() == []
        assert WORDS[name] in shown.heard()
    reveal = shown.find("[data-act=reveal][aria-disabled=true]")
    if reveal.count():
        reveal.dispatch_event("click")
        about = shown.find("[data-wanted]").get_attribute("id")
        assert reveal.get_attribute("aria-describedby") == about
        assert why(shown) not in ("", WORDS["nothing_to_reset"])
        look(stage, f"not ready {kind}")
        shown.answer()
        assert why(shown) == ""


def test_how_many_are_still_open_is_counted(stage):
    shown = stage.exercise("sort")
    items = shown.find("fieldset[data-item]")
    all_ = items.count()
    assert why(shown) == word("exercise", "place_first", n=all_, all=all_)
    click(items.first.locator("label > span").first)
    shown.settle()
    assert why(shown) == word("exercise", "place_first", n=all_ - 1, all=all_)


@pytest.mark.parametrize("text", [ARABIC, WORD, "\u202eabc", "a\u00ad\ufeffb\tc"], ids=ascii)
def test_words_are_kept_and_shown_as_they_are(stage, text):
    writer = Learner(stage, "reflection")
    area = writer.open().find("textarea").first
    area.fill(text)
    stage.pass_time(600)
    assert writer.shown.latest()["texts"]["moment"] == text
    assert all(a.get_attribute("dir") == "auto" for a in writer.shown.find("textarea").all())
    again = stage.reload(writer.shown)
    assert again.find("textarea").first.input_value() == text
    way = "rtl" if text == ARABIC else "ltr"
    found = again.find("textarea").first.evaluate("(a) => getComputedStyle(a).direction")
    assert found == way or text.startswith("\u202e")


@pytest.mark.parametrize("width", first(1, [320, 1200]))
def test_a_very_long_answer_scrolls_within_its_box(stage, width):
    made = packaged_library().exercise("01/where_i_stand")
    stage.look(width, "Light")
    shown = stage.exercise(made)
    area = shown.find("textarea").first
    area.fill("A long answer. " * 3400)
    shown.settle()
    box = "(node) => [node.clientHeight, node.scrollHeight, getComputedStyle(node).overflowY]"
    height, inside, flow = area.evaluate(box)
    assert height <= 640 and inside > 2 * height and flow == "auto"
    root = stage.panel(RecallWidget(stage.desk, made))
    height, inside, flow = root.locator("ul").evaluate(box)
    assert height <= 640 and inside > 2 * height and flow == "auto"
    look(stage, f"very long words at {width}")


def test_nothing_moves_for_those_who_want_no_motion(stage):
    stage.page.emulate_media(reduced_motion="reduce")
    shown = stage.exercise("choice")
    found = shown.find(".sswp-option label").first.evaluate(
        "(node) => getComputedStyle(node).transitionDuration"
    )
    stage.page.emulate_media(reduced_motion="no-preference")
    assert found == "0s"


def test_what_is_chosen_is_seen_in_forced_colours(stage):
    shown = stage.exercise("choice")
    click(shown.find("label > span").first)
    stage.page.emulate_media(forced_colors="active")
    label = shown.find(".sswp-option label")
    style = "(node) => getComputedStyle(node).outlineStyle"
    found = [label.nth(n).evaluate(style) for n in (0, 1)]
    stage.page.emulate_media(forced_colors="none")
    assert found == ["solid", "none"]


def test_a_button_that_does_nothing_now_is_quiet_and_seen_in_forced_colours(stage):
    undo = stage.exercise("choice").find("[data-act=undo]")
    style = "(node) => { const s = getComputedStyle(node); return [s.borderStyle, s.borderColor]; }"
    quiet = undo.evaluate(style)
    stage.page.emulate_media(forced_colors="active")
    forced = undo.evaluate(style)
    stage.page.emulate_media(forced_colors="none")
    assert quiet == ["solid", "rgba(0, 0, 0, 0)"]
    assert forced[0] == "solid" and forced[1] != quiet[1]


def test_the_picture_and_the_sentence_say_a_number_in_one_form(stage):
    shown = stage.exercise("what_if")
    said = shown.find(".sswp-result").first.inner_text()
    drawn = shown.find("svg text").all_text_contents()
    number = drawn[-1].rpartition(": ")[2]
    assert number in said and len(number) > 1


def test_a_slider_speaks_in_the_unit_of_its_text():
    made = packaged_library().exercise("01/who_answered")
    assert made.settings["inputs"]["pass_rate"]["start"] == pytest.approx(44.5)
    assert exercise_of("what_if").settings["inputs"]


# What is heard ------------------------------------------------------------------------------
def test_one_answer_is_one_announcement(stage):
    learner = Learner(stage, "choice")
    shown = learner.open()
    stage.page.evaluate(SPOKEN)
    click(shown.find("label > span").first)
    stage.pass_time(20)
    stage.pass_time(80)
    spoken = stage.page.evaluate("window.spoken")
    note = shown.find(".sswp-note").first.inner_text().split("\n")[-1]
    assert len(spoken) == 1, spoken
    assert WORDS["saved"] in spoken[0] and note in spoken[0]


def test_typing_is_heard_once_it_is_saved(stage):
    writer = Learner(stage, "reflection")
    writer.open()
    stage.page.evaluate(SPOKEN)
    for text in ("a", "ab", "abc"):
        writer.shown.find("textarea").first.fill(text)
        stage.pass_time(100)
    stage.pass_time(900)
    stage.pass_time(80)
    [spoken] = stage.page.evaluate("window.spoken")
    assert spoken.startswith(WORDS["saved"])


def test_long_notes_are_moved_to_and_not_read_out(stage):
    shown = long_notes(stage)
    shown.answer()
    stage.pass_time(2000)
    button = shown.find("[data-act=reveal]")
    button.focus()
    stage.page.keyboard.press("Enter")
    shown.settle()
    assert len(shown.heard()) < 400
    assert stage.page.evaluate("document.activeElement.matches('.sswp-note')")


def long_notes(stage):
    """Show an exercise of the course whose notes are long, and are shown when asked for."""
    for exercise_id in packaged_library().exercise_ids():
        made = packaged_library().exercise(exercise_id)
        options = [option for item in made.items for option in item.options]
        notes = sum(len(each.feedback) for each in (*made.items, *options))
        if kind_of(made.kind).reveal and notes > 1500 and made.kind != "rank":
            return stage.exercise(made)
    raise AssertionError("no exercise has long notes")
