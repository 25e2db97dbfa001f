"""What single kinds do beyond an answer: a map, an order, a number out of reach, an agreement."""

from dataclasses import replace

from mouse import click
from samples import exercise_of, text_of

from workbook.content.reader import parse_exercise
from workbook.words import word, words

WORDS = words("exercise")


def placed(shown):
    return shown.ask(
        """(root) => Object.fromEntries([...root.querySelectorAll('[data-item]')]
          .map((i) => [i.dataset.item, i.querySelector(':checked')?.value]).filter(([, v]) => v))"""
    )


def test_a_power_map_follows_each_answer(stage):
    shown = stage.course("02/power_map")
    marks = shown.find(".sswp-map td", has_text="1")
    assert marks.count() == 0
    click(shown.find("[data-item=the_hour] [data-choice=system]"))
    shown.saved()
    assert shown.find("[data-dimension=setting] td").all_inner_texts()[3].endswith("1")
    assert marks.count() == 1 and shown.find(".sswp-note[data-note]").count() == 1
    shown.press("reveal")
    everywhere = shown.find("[data-item]").count()
    assert shown.find(".sswp-note[data-note]").count() == everywhere
    assert marks.count() == 1, "the map is the learner's own"
    shown.press("reset")
    assert marks.count() == 0
    shown.press("undo")
    assert marks.count() == 1


def test_undo_and_a_cleared_answer_over_a_reload(stage):
    shown = stage.course("00/what_it_claims")
    first, second = (shown.find("input").nth(n).get_attribute("value") for n in (0, 2))
    for n in (0, 2):
        click(shown.find("label > span").nth(n))
        shown.saved()
    shown = stage.reload(shown)
    assert shown.find(":checked").get_attribute("value") == second
    shown.press("undo")
    assert shown.said() == WORDS["undone"]
    assert shown.latest()["chosen"] == [shown.find(":checked").get_attribute("value")] == [first]
    shown.press("reset")
    assert shown.said() == WORDS["was_reset"]
    shown = stage.reload(shown)
    assert (shown.state(), shown.said()) == ("untouched", "")
    assert shown.find("[data-act=reset]").get_attribute("aria-disabled") == "true"
    shown.find("[data-act=reset]").dispatch_event("click")
    shown.settle()
    assert len(shown.history()) == 4, "a button that is off does nothing"
    shown.press("undo")
    assert shown.find(":checked").get_attribute("value") == first


def test_a_code_of_a_match_is_used_once(stage):
    shown = stage.course("01/what_was_counted")
    items = shown.find("[data-item]")
    for n in (0, 1):
        click(items.nth(n).locator("label > span").first)
        shown.saved()
    assert list(placed(shown)) == [items.nth(1).get_attribute("data-item")]
    bucket = items.nth(1).locator("label > span").first.inner_text()
    assert word("exercise", "taken", bucket=bucket) in shown.heard()


def test_a_number_out_of_reach_goes_back(stage):
    shown = stage.course("01/who_answered")
    field = shown.find("[type=number]").last
    field.fill("4.5")
    shown.saved()
    assert "78.3" in shown.find(".sswp-result").inner_text()
    field.fill("99")
    field.press("Tab")
    assert field.input_value() == "4.5"
    assert shown.latest()["inputs"]["times_likelier"] == 4.5
    field.fill("")
    field.press("Tab")
    assert field.input_value() == "4.5" and "…" not in shown.find(".sswp-result").inner_text()


def test_the_result_is_read_out_once_the_slider_rests(stage):
    shown = stage.course("01/who_answered")
    slider = shown.find("[type=range]").last
    slider.focus()
    for _ in range(3):
        stage.page.keyboard.press("ArrowRight")
        stage.pass_time(200)
    assert shown.heard() == ""
    stage.pass_time(600)
    assert " ".join(shown.find(".sswp-result").all_inner_texts()) in shown.heard()


def order(shown):
    return shown.find("[data-item]").evaluate_all("(all) => all.map((node) => node.dataset.item)")


def test_order_is_changed_and_told_by_keys(stage):
    shown = stage.course("01/weigh_the_roots")
    first, second, *rest = order(shown)
    plain = next(i["plain"] for i in stage.widgets[shown.name].spec["items"] if i["key"] == first)
    shown.enter()
    shown.tab_to("[data-move=down]")
    stage.page.keyboard.press("Enter")
    assert shown.has_focus() == f"{first}:down", "the focus goes with the line"
    shown.saved()
    assert word("rank", "moved", item=plain, place=2, all=5) in shown.heard()
    assert order(shown) == shown.latest()["order"] == [second, first, *rest]
    for _ in range(3):
        stage.page.keyboard.press("Space")
        shown.has_focus()
    shown.saved()
    assert order(shown) == [second, *rest, first]
    stage.page.keyboard.press("Space")
    assert shown.has_focus() == f"{first}:down", "at the end the button stays, and does nothing"
    assert order(shown) == [second, *rest, first]


def test_arrows_look_and_leaving_answers(stage):
    shown = stage.course("00/what_it_claims")
    shown.enter()
    shown.tab_to("input")
    stage.page.keyboard.press("ArrowDown")
    stage.page.keyboard.press("ArrowDown")
    shown.settle()
    assert shown.state() == "untouched" and shown.history() == [], "an arrow key answers nothing"
    looked_at = shown.find(":checked").get_attribute("value")
    stage.page.keyboard.press("Tab")
    shown.settle()
    assert shown.state() == "feedback" and shown.latest()["chosen"] == [looked_at]


def test_agreement_with_the_reference_reader_is_said(stage):
    shown = stage.exercise("annotate")
    click(shown.find("[data-item=l1] [data-choice=asks]"))
    shown.settle()
    assert shown.find(".sswp-told").inner_text() == ""
    stage.pass_time(2000)
    shown.press("reveal")
    start = word("exercise", "agreement", same=2, lines=3)
    assert shown.find(".sswp-told").inner_text().startswith(start)
    assert start in shown.heard()
    titles = shown.find(".sswp-note[data-note] strong").all_inner_texts()
    assert word("exercise", "reference", codes="Asks first") in titles
    assert WORDS["reference_none"] in titles


def test_a_press_with_the_mouse_takes_the_focus_without_a_ring(stage):
    shown = stage.exercise("choice")
    click(shown.find("[data-act=skip]"))
    assert shown.root.get_attribute("data-pointer") == ""
    assert shown.ask("() => document.activeElement.dataset.act") == "skip"
    ring = "() => getComputedStyle(document.activeElement).outlineStyle"
    assert stage.page.evaluate(ring) == "none"
    stage.page.keyboard.press("Tab")
    stage.page.keyboard.press("Shift+Tab")
    assert shown.root.get_attribute("data-pointer") is None
    assert shown.has_focus() == "skip"


def test_a_text_below_the_lines_is_kept_and_comes_back(stage):
    text = text_of("annotate").replace("\ncodes:", '\nwrite: "Write one line anew."\ncodes:', 1)
    shown = stage.exercise(parse_exercise(text, "09/annotate"))
    shown.find("[data-field=write]").fill("Ours, with the person's words.")
    stage.pass_time(3000)
    shown.settle()
    again = stage.reload(shown)
    assert again.find("[data-field=write]").input_value() == "Ours, with the person's words."


def test_a_question_taken_up_again_leads_back_once_it_is_answered(stage):
    made = exercise_of("again")
    earlier = {"title": "Before", "book": "01_before.ipynb", "id": "01/the_place"}
    shown = stage.exercise(replace(made, settings={"again": {}, "places": {"place": earlier}}))
    back = shown.find("[data-act=go]")
    assert not back.is_visible()
    click(shown.find("[data-item=place] [data-choice=b]"))
    shown.settle()
    assert back.is_visible()
    assert back.inner_text() == word("again", "look_again", title="Before")
