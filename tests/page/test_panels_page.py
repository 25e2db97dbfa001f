"""The panels around the exercises: header, progress, recall and the answers file."""

import json

import pytest
from look import look
from stage import packaged_library

from workbook.journal import Entry, Journal
from workbook.record.sections import sections
from workbook.widgets.panels import AnswersWidget, ProgressWidget, RecallWidget, StartWidget
from workbook.words import word, words

ON_PAGE = ["agreements_and_exits", "what_it_claims"]
CHOICE, RATING = "00/what_it_claims", "00/start_line"
PANEL = words("answers")
EVENTS = """() => { if (!window.heard) {
  for (const type of ['sswp-open', 'sswp-progress'])
    document.addEventListener(type, ({ detail }) => window.heard.push([type, detail]));
  document.addEventListener('keydown', (event) => window.heard.push(['key', event.key])); }
  window.heard = []; }"""


@pytest.fixture(autouse=True)
def listening(stage):
    stage.page.evaluate(EVENTS)


def heard(stage, name):
    return [detail for kind, detail in stage.page.evaluate("window.heard") if kind == name]


def start(stage, **more):
    return stage.panel(StartWidget(stage.desk, packaged_library().module("00"), **more))


def answers(stage):
    return stage.panel(AnswersWidget(stage.desk))


def said(root):
    return root.locator("[role=status]").inner_text()


def begin(title):
    return word("module", "begin", title=title)


def press(stage, root, act):
    root.locator(f"[data-act={act}]").click()
    stage.quiet()


def test_the_header_says_what_is_done_and_where_answers_are(stage):
    root = start(stage)
    text = root.inner_text()
    assert words("safety")["lies_computer"] in text
    assert words("safety")["warns_computer"] in text
    assert word("module", "minutes", minutes=packaged_library().module("00").minutes) in text
    assert "00" in [
        module["id"] for [state] in [heard(stage, "sswp-progress")] for module in state["modules"]
    ]
    shown = stage.course(CHOICE)
    shown.answer()
    line = root.locator(".sswp-progress-line").inner_text()
    assert line.startswith("1 of") and len(heard(stage, "sswp-progress")) > 1
    look(stage, "header")


def test_who_may_read_stands_first_as_large_as_the_text_and_leads_to_its_section(stage):
    root = start(stage)
    warned, path = root.locator(".sswp-warned").first, root.locator(".sswp-kept p.sswp-quiet")
    assert warned.bounding_box()["y"] < path.bounding_box()["y"]
    size = "(node) => getComputedStyle(node).fontSize"
    assert warned.evaluate(size) == root.evaluate(size) > path.evaluate(size)
    press(stage, root, "who")
    [place] = heard(stage, "sswp-open")
    page = packaged_library().modules_folder / place["path"].removeprefix("modules/")
    cells = json.loads(page.read_text(encoding="utf-8"))["cells"]
    [found] = [cell for cell in cells if cell["id"] == place["cell"]]
    assert words("module")["who_may_read"] in found["source"][0], "the button is called as it is"


def test_the_path_of_the_answers_stands_behind_a_word(stage):
    root, path = start(stage), str(stage.journal.path)
    assert path not in root.inner_text()
    root.get_by_text(words("safety")["exactly"]).click()
    assert path in root.inner_text()


def test_what_is_hard_stands_before_all_else_in_the_header(stage):
    module = packaged_library().module("01")
    root = stage.panel(StartWidget(stage.desk, module))
    assert module.content_note in root.locator(":scope > :first-child").inner_text()


def test_the_first_page_begins_with_what_is_to_be_read(stage):
    root = start(stage)
    page = packaged_library().modules_folder / "00_start_here.ipynb"
    section = sections(page)[1]
    assert root.locator("[data-act=go-on]").inner_text() == begin(section.title)
    press(stage, root, "go-on")
    assert heard(stage, "sswp-open") == [{"path": f"modules/{page.name}", "cell": section.cell}]


def test_every_other_page_begins_with_its_first_exercise(stage):
    module = packaged_library().module("01")
    root = stage.panel(StartWidget(stage.desk, module))
    first = root.locator("[data-act=go-on]").inner_text()
    known = packaged_library().readable("01")
    [title] = [each.title for each in known if begin(each.title) == first]
    press(stage, root, "go-on")
    [place] = heard(stage, "sswp-open")
    names = {each.id.partition("/")[2].replace("_", "-"): each.title for each in known}
    assert names[place["cell"]] == title


def test_one_press_leads_to_what_is_begun_on_the_page(stage):
    root = start(stage)
    onward = root.locator("[data-act=go-on]")
    stage.course(f"00/{ON_PAGE[0]}").answer()
    title = packaged_library().exercise(f"00/{ON_PAGE[0]}").title
    here = {"title": title, "module": packaged_library().module("00").title}
    here |= {"number": 1, "total": len(stage.desk.counted("00"))}
    assert onward.inner_text() == word("module", "go_on", **here)
    press(stage, root, "go-on")
    there = {"path": "modules/00_start_here.ipynb", "cell": ON_PAGE[0].replace("_", "-")}
    assert heard(stage, "sswp-open") == [there]


def test_on_another_page_it_leads_to_what_is_open_there(stage):
    root = stage.panel(StartWidget(stage.desk, packaged_library().module("02")))
    before = root.locator("[data-act=go-on]").inner_text()
    stage.course(CHOICE).answer()
    assert root.locator("[data-act=go-on]").inner_text() == before
    stage.course("02/two_from_before").answer()
    assert root.locator("[data-act=go-on]").inner_text() != before


def test_a_page_that_begins_with_what_is_optional_leaves_the_choice(stage):
    root = stage.panel(StartWidget(stage.desk, packaged_library().module("06")))
    assert root.locator(".sswp-progress-line").is_visible()
    assert root.locator("[data-act=go-on]").count() == 0


def test_the_header_says_when_all_is_done(stage):
    root = start(stage)
    modules = [{"id": "00", "ahead": {"way": "", "done": 4, "total": 4, "minutes_left": 0}}]
    state = {"path": "x", "trouble": "", "stale": None, "modules": modules}
    stage.tell(root.name, {"did": "state", **state})
    assert root.locator(".sswp-progress-line").inner_text() == word("module", "all_done", total=4)


def test_a_new_edition_is_offered_and_the_button_keeps_the_focus(stage):
    stale = {"old": "1", "new": "2"}
    root = start(stage, stale=stale, open_new=lambda: "edition-2/modules/x.ipynb")
    assert word("module", "stale", **stale) in root.inner_text()
    root.locator("[data-act=open-new]").focus()
    stage.desk.changed()
    stage.push()
    assert stage.page.evaluate("document.activeElement.dataset.act") == "open-new"
    stage.page.keyboard.press("Enter")
    stage.quiet()
    assert heard(stage, "sswp-open") == [{"path": "edition-2/modules/x.ipynb"}]


def test_broken_and_newer_lines_are_told_and_kept(stage):
    made = packaged_library().exercise(CHOICE)
    good = Entry.new(CHOICE, {"chosen": ["b"]}, made.edition).line()
    newer = json.dumps({**json.loads(good), "version": 2, "id": "x"}).encode()
    odd = b"{ not a line\n" + good + newer + b'\n{"version": 1, "id'
    stage.journal.path.parent.mkdir(parents=True, exist_ok=True)
    stage.journal.path.write_bytes(odd)
    stage.restart()
    trouble = " ".join(stage.journal.problems())  # a page that opens writes who reads
    root = start(stage)
    assert trouble and word("module", "trouble", problems=trouble) in root.inner_text()
    shown = stage.course(CHOICE)
    assert shown.state() == "restored"
    shown.find("input:not(:checked)").first.click()
    shown.saved()
    assert stage.journal.path.read_bytes().startswith(odd), "not one byte was changed"
    look(stage, "header with trouble")


def test_a_journal_that_is_a_folder_is_said_in_the_header_and_in_the_exercise(stage):
    stage.journal.path.mkdir(parents=True)
    stage.restart()
    root, name = start(stage), stage.journal.path.name
    assert name in root.locator(".sswp-notice").inner_text()
    shown = stage.course(CHOICE)
    assert shown.at() == "trouble" and name in shown.said()
    shown.answer()
    assert shown.state() == "unsaved" and name in shown.said()
    stage.journal.path.rmdir()
    shown.press("retry")
    assert shown.state() == "feedback" and shown.drafts() == []


def test_progress_is_a_table_that_follows(stage):
    root = stage.panel(ProgressWidget(stage.desk))
    row = root.locator("[data-module='00'] td").first
    before = row.inner_text()
    assert before.startswith("0 ")
    stage.course(CHOICE).answer()
    assert row.inner_text().startswith("1 ")
    assert root.locator("[data-module]").count() == len(stage.desk.progress())
    look(stage, "progress")


def test_a_table_is_not_there_before_it_has_a_line(stage):
    root = stage.panel(ProgressWidget(stage.desk))
    stage.tell(root.name, {"did": "state", "modules": []})
    look(stage, "progress of nothing yet")
    assert not root.locator("table").is_visible()
    stage.tell(root.name, {"did": "state", "modules": stage.desk.progress()})
    assert root.locator("table").is_visible()


def test_the_own_words_of_before_are_there_to_read(stage):
    made = packaged_library().exercise("01/where_i_stand")
    root = stage.panel(RecallWidget(stage.desk, made))
    assert words("recall")["none"] in root.inner_text()
    root.locator("[data-act=go]").click()
    place = f"modules/{packaged_library().module('01').notebook}"
    assert heard(stage, "sswp-open") == [{"path": place}]
    look(stage, "nothing to recall")
    shown = stage.exercise(made)
    shown.answer()
    assert "What I saw." in root.locator("li").first.inner_text()
    assert root.locator("[data-act=go], textarea, input").count() == 0
    start, end = words("recall")["date"].split("{date}")
    assert root.locator(".sswp-quiet").first.inner_text().startswith(start)
    look(stage, "recalled")


def test_the_panel_copies_out_brings_in_and_erases(stage, tmp_path):
    root = answers(stage)
    assert PANEL["none"] in root.inner_text()
    choice, rating = stage.course(CHOICE), stage.course(RATING)
    for shown in (choice, rating):
        shown.answer()
    before = rating.latest()
    text = word("answers", "count", entries=stage.journal.count(), exercises=2)
    assert text in root.inner_text()
    with stage.page.expect_download() as waiting:
        press(stage, root, "export")
    copy = tmp_path / "copy.jsonl"
    waiting.value.save_as(copy)
    assert Journal(copy).count() == stage.journal.count()
    erase_one(stage, root, rating)
    assert rating.at() == "erased" and rating.history() == [] and choice.history() != []
    assert rating.find(":checked").count() == 0
    erase_all(stage, root, choice)
    stage.put_file(root.locator("input[type=file]"), copy)
    assert said(root) == word("answers", "imported", added=Journal(copy).count())
    assert rating.latest() == before
    look(stage, "answers")


def erase_one(stage, root, rating):
    root.locator("select").select_option(RATING)
    press(stage, root, "erase-one")
    question = root.locator("[role=group]")
    assert question.inner_text().startswith(word("answers", "sure_one", title=rating.made.title))
    look(stage, "asked before erasing")
    press(stage, root, "no")
    assert rating.latest() and said(root) == PANEL["kept"]
    assert stage.page.evaluate("document.activeElement.dataset.act") == "erase-one"
    press(stage, root, "erase-one")
    press(stage, root, "yes")


def erase_all(stage, root, choice):
    stage.modes(save="deaf")
    choice.find("input:not(:checked)").first.click()
    stage.pass_time(2600)
    assert choice.state() == "unsaved" and choice.drafts() != []
    stage.modes()
    root.locator("[data-act=erase-all]").focus()
    stage.page.keyboard.press("Enter")
    assert stage.page.evaluate("document.activeElement.dataset.act") == "no", "safe answer first"
    stage.page.keyboard.press("Tab")
    stage.page.keyboard.press("Enter")
    stage.quiet()
    assert choice.at() == "erased"
    assert stage.journal.count() == 0 and choice.drafts() == []
    assert said(root) == PANEL["erased"]
    assert root.evaluate("(node) => node.contains(document.activeElement)")


def test_no_key_of_a_panel_reaches_the_page(stage):
    stage.course(CHOICE).answer()
    root = answers(stage)
    for selector in ("select", "[data-act=export]", "[data-act=erase-all]"):
        root.locator(selector).focus()
        for key in [*"baxdd0", "ArrowDown", "Escape"]:
            stage.page.keyboard.press(key)
    assert heard(stage, "key") == []


def test_a_panel_that_goes_is_heard_no_more(stage):
    root = start(stage)
    model = f"bare.models.get('{root.name}')"
    assert stage.page.evaluate(f"{model}.ears()") == 1
    stage.page.evaluate("document.querySelector('main > div').leave()")
    assert stage.page.evaluate(f"{model}.ears()") == 0
    assert stage.sent(root.name)[-1]["do"] == "gone"


def test_the_start_page_reminds_of_a_log(stage, monkeypatch):
    said = {"00": ["3 weeks since."], "01": []}
    monkeypatch.setattr("workbook.widgets.panels.reminders", lambda _, module: said[module])
    assert start(stage).locator("[data-reminder]").all_inner_texts() == said["00"]
    other = stage.panel(StartWidget(stage.desk, packaged_library().module("01")))
    assert other.locator("[data-reminder]").count() == 0


@pytest.mark.parametrize("mode", ["deaf", "throws"])
def test_a_press_that_nothing_comes_of_is_not_left_in_silence(stage, mode):
    root = answers(stage)
    stage.modes(export=mode)
    press(stage, root, "export")
    stage.pass_time(9_000)
    assert said(root) == ""
    stage.pass_time(2_000)
    assert said(root) == words("safety")["unanswered"]
    stage.modes()
    with stage.page.expect_download():
        root.locator("[data-act=export]").click()


def test_a_press_that_a_dying_kernel_took_along_is_told_when_the_panel_is_back(stage):
    root = answers(stage)
    stage.modes(export="deaf")
    press(stage, root, "export")
    stage.modes()
    stage.leave(root.evaluate("(node) => node.parentElement.id"))
    assert said(answers(stage)) == words("safety")["unanswered"]
    assert said(answers(stage)) == "", "it is said once"
