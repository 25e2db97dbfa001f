"""Exercises of the light edition in a browser; answers go to other editions and back."""

import pytest
from axe import RULES
from kept import until_kept
from static_host import given_out

from workbook.journal import Journal
from workbook.words import word, words

pytestmark = pytest.mark.slow  # the whole site is built first

READY = "html[data-ready]"
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
HEADED = """(place) => document.activeElement.matches('h2, h3, h4')
  && document.activeElement.closest(place) !== null"""
CHOICE = "[data-exercise='00/what_it_claims']"


@pytest.fixture
def visitor(chromium, light_address):
    """A browser that has never been here; a fault on a page fails the test."""
    context = chromium.new_context(
        base_url=light_address, viewport={"width": 1000, "height": 800}, accept_downloads=True
    )
    context.set_default_timeout(60_000)
    page = context.new_page()
    faults, outside = [], []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("request", lambda r: None if r.url.startswith(light_address) else outside.append(r.url))
    yield page
    context.close()
    assert faults == []
    assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []


def open_page(page, name):
    page.goto(name)
    page.wait_for_selector(READY)


def state(page, exercise, *values):
    page.wait_for_selector(", ".join(f"{exercise}[data-state='{value}']" for value in values))


def test_an_answer_is_noted_saved_and_there_again(visitor):
    open_page(visitor, "00_start_here.html")
    visitor.locator(f"{CHOICE} input").first.check()
    state(visitor, CHOICE, "feedback")
    assert visitor.locator(f"{CHOICE} [data-note]").count() == 1
    open_page(visitor, "00_start_here.html")
    state(visitor, CHOICE, "restored")
    assert visitor.locator(f"{CHOICE} input:checked").count() == 1
    assert visitor.locator("[data-panel=progress] [data-module='00']").inner_text().count("1 ") > 0


def test_the_button_of_the_header_leads_to_what_is_open(visitor, library):
    onward, title = "[data-panel=start] [data-act=go-on]", library.exercise("00/start_line").title
    open_page(visitor, "00_start_here.html")
    first = "[data-exercise='00/agreements_and_exits']"
    visitor.locator(f"{first} input").nth(1).check()
    state(visitor, first, "saved")
    visitor.locator(f"{first} .sswp-main").click()
    state(visitor, first, "feedback")
    visitor.locator(f"{CHOICE} input").first.check()
    state(visitor, CHOICE, "feedback")
    open_page(visitor, "00_start_here.html")
    visitor.locator(onward, has_text=title).press("Enter")
    visitor.wait_for_function(HEADED, arg="#start-line")
    assert visitor.evaluate("location.hash") == "#start-line"
    visitor.locator("[data-exercise='00/start_line'] [data-choice='2']").first.check()
    state(visitor, "[data-exercise='00/start_line']", "saved", "feedback")
    open_page(visitor, "00_start_here.html")
    visitor.get_by_text(word("module", "all_done", total=3)).wait_for()
    assert visitor.locator(onward).count() == 0


def test_answers_to_erase_are_named_by_their_titles(visitor, library):
    open_page(visitor, "00_start_here.html")
    visitor.locator(f"{CHOICE} input").first.check()
    state(visitor, CHOICE, "feedback")
    open_page(visitor, "answers.html")
    options = visitor.locator("[data-panel=answers] option")
    title = library.exercise("00/what_it_claims").title
    options.get_by_text(title).wait_for(state="attached")
    assert not [text for text in options.all_inner_texts() if "/" in text]


def test_what_is_chosen_before_a_script_has_come_is_an_answer(visitor):
    held = []

    def hold(route):
        held.append(route)

    visitor.route("**/views/choice.js", hold)
    visitor.goto("00_start_here.html", wait_until="commit")
    agreements = visitor.locator("#agreements-and-exits")
    agreements.locator("label").nth(1).click()
    agreements.locator("label").nth(2).click()
    assert agreements.locator("[data-state]").count() == 0
    for route in held:
        route.continue_()
    visitor.unroute("**/views/choice.js")
    state(visitor, "[data-exercise='00/agreements_and_exits']", "saved")
    assert agreements.locator("input:checked").count() == 2


def copy_out(page, path):
    with page.expect_download() as download:
        page.locator("[data-panel=answers] [data-act=export]").click()
    download.value.save_as(path)
    return path


def copy_in(page, path):
    page.locator("[data-panel=answers] input[type=file]").set_input_files(path)


def test_answers_go_to_the_journal_and_back(visitor, tmp_path):
    open_page(visitor, "00_start_here.html")
    visitor.locator(f"{CHOICE} input").first.check()
    state(visitor, CHOICE, "feedback")
    out = copy_out(visitor, tmp_path / "copy.jsonl")
    journal = Journal(tmp_path / "journal.jsonl")
    assert journal.merge(out) == 1
    entry = journal.latest("00/what_it_claims")
    assert list(entry.response) == ["chosen"]
    journal.save("05/my_plan", {"texts": {"when": "On Monday, «é» \u2028 so"}}, edition="old")
    journal.save("00/what_it_claims", {"chosen": ["c"]}, edition=entry.edition)
    back = tmp_path / "back.jsonl"
    journal.export(back)
    copy_in(visitor, back)
    visitor.wait_for_selector(f"{CHOICE} [data-elsewhere]")
    open_page(visitor, "00_start_here.html")
    assert visitor.locator(f"{CHOICE} input[value=c]").is_checked()
    again = Journal(tmp_path / "again.jsonl")
    again.merge(copy_out(visitor, tmp_path / "again_out.jsonl"))
    assert list(again.entries()) == list(journal.entries())


def test_a_file_that_holds_no_answers_is_refused_in_words(visitor, tmp_path):
    open_page(visitor, "answers.html")
    assert visitor.locator("[data-act=portfolio], [data-act=hand-in-show]").count() == 0
    wrong = tmp_path / "letter.jsonl"
    wrong.write_text("Dear all,\n")
    copy_in(visitor, wrong)
    name = words("light_script")["copy_name"]
    visitor.wait_for_function("(n) => document.body.innerText.includes(n)", arg=name)


def test_two_windows_hear_of_each_other(visitor):
    open_page(visitor, "00_start_here.html")
    other = visitor.context.new_page()
    open_page(other, "00_start_here.html")
    visitor.locator(f"{CHOICE} input").first.check()
    other.wait_for_selector(f"{CHOICE} [data-elsewhere]")


def test_erased_answers_are_gone(visitor):
    open_page(visitor, "00_start_here.html")
    visitor.locator(f"{CHOICE} input").first.check()
    state(visitor, CHOICE, "feedback")
    visitor.locator("[data-act=erase-all]").click()
    visitor.locator("[data-act=yes]").click()
    state(visitor, CHOICE, "untouched")
    open_page(visitor, "00_start_here.html")
    assert visitor.locator("input:checked").count() == 0


def test_a_draft_that_was_not_saved_comes_back(visitor):
    open_page(visitor, "05_action_plan.html")
    field = visitor.locator("[data-exercise='05/my_plan'] textarea").first
    field.fill("When I open the door")
    open_page(visitor, "05_action_plan.html")
    field = visitor.locator("[data-exercise='05/my_plan'] textarea").first
    assert field.input_value() == "When I open the door"


def test_a_line_of_the_log_is_kept_read_again_and_erased(visitor):
    log = "[data-exercise='05/log']"
    open_page(visitor, "05_action_plan.html")
    visitor.locator(f"{log} [data-choice=yes]").check()
    visitor.locator(f"{log} [data-field=text]").fill("I asked first.")
    visitor.locator(f"{log} [data-act=add]").click()
    visitor.locator(f"{log} [data-act=save-anyway]").click()
    visitor.wait_for_selector(f"{log} [data-line]")
    visitor.locator(f"{log} [data-act=erase-line]").click()
    visitor.locator(f"{log} [data-act=yes]").click()
    visitor.wait_for_selector(f"{log} [data-line]", state="detached")


@pytest.mark.parametrize("module", ["01_colonial_roots", "03_modeling_equality", "04_evaluation"])
def test_every_place_of_a_page_comes_alive(visitor, module):
    open_page(visitor, f"{module}.html")
    assert visitor.locator("[data-view]").count() == visitor.locator("[data-alive]").count() > 5
    assert visitor.locator("[aria-busy=true]").count() == 0


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (1100, "light")])
@pytest.mark.parametrize(
    "name", ["index", "03_modeling_equality", "05_action_plan", "03-two_weeks"]
)
def test_a_page_is_sound_for_eyes_ears_and_fingers(visitor, name, width, theme):
    from axe_playwright_python.sync_playwright import Axe

    visitor.set_viewport_size({"width": width, "height": 800})
    visitor.emulate_media(color_scheme=theme)
    visitor.goto(f"{name}.html")
    if name in ("03_modeling_equality", "05_action_plan"):
        visitor.wait_for_selector(READY)
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(visitor, options=options).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    assert visitor.evaluate(WIDER) <= 0


def test_a_finger_chooses_on_the_smallest_phone(chromium, light_address):
    phone = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
    context = chromium.new_context(base_url=light_address, **phone)
    context.set_default_timeout(60_000)
    page = context.new_page()
    open_page(page, "00_start_here.html")
    option = page.locator(f"{CHOICE} .sswp-option").first
    assert option.bounding_box()["height"] >= 24
    option.locator("label").tap()
    state(page, CHOICE, "feedback")
    context.close()


FONT = "() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"


def test_large_print_stays_and_holds_on_paper_where_buttons_go(visitor):
    open_page(visitor, "00_start_here.html")
    before = visitor.evaluate(FONT)
    visitor.locator("#large").check()
    assert visitor.evaluate(FONT) == pytest.approx(1.5 * before)
    open_page(visitor, "01_colonial_roots.html")
    assert visitor.locator("#large").is_checked()
    visitor.emulate_media(media="print")
    points = visitor.evaluate("parseFloat(getComputedStyle(document.body).fontSize) / 96 * 72")
    assert points == pytest.approx(16, abs=0.01)
    assert not visitor.locator("[data-print]").is_visible()
    assert not visitor.locator("header nav").is_visible()
    assert visitor.locator("main h2").first.is_visible()


def test_a_scene_leads_to_the_next_by_links_alone(chromium, light_address):
    context = chromium.new_context(base_url=light_address, java_script_enabled=False)
    page = context.new_page()
    page.goto("03-two_weeks.html")
    page.locator("a[href$='-the_waiting_room']").first.click()
    page.locator("#two_weeks-the_waiting_room li a").first.click()
    scene = page.locator(".scene:target")
    assert scene.get_attribute("id") == "two_weeks-the_waiting_room-a"
    page.goto("00_start_here.html")
    assert page.locator("noscript").count() > 0
    context.close()


def test_pages_open_without_a_network_after_the_first_visit(chromium, light_site):
    context = chromium.new_context()
    page = context.new_page()
    with given_out(light_site) as address:
        page.goto(f"{address}00_start_here.html")
        page.wait_for_selector(READY)
        until_kept(page)
    page.goto(f"{address}02_hierarchy.html")
    page.wait_for_selector(READY)
    assert page.locator("[data-away]").count() == 0
    page.locator("[data-exercise='02/power_map'] input").first.check()
    page.wait_for_selector("[data-exercise='02/power_map'][data-state=feedback]")
    context.close()


def test_a_browser_that_keeps_nothing_says_so_and_takes_no_answers(visitor):
    visitor.add_init_script("indexedDB.open = () => { throw new Error('No.'); }")
    visitor.goto("00_start_here.html")
    visitor.wait_for_selector("html[data-no-storage]")
    assert visitor.locator(".no-storage").is_visible()
    assert visitor.locator("[data-alive]").count() == 0


def test_an_answer_is_recalled_beside_earlier_ones(visitor):
    open_page(visitor, "00_start_here.html")
    visitor.locator("[data-exercise='00/start_line'] [data-choice='2']").first.check()
    state(visitor, "[data-exercise='00/start_line']", "saved", "feedback")
    open_page(visitor, "05_action_plan.html")
    visitor.locator("[data-exercise='05/start_line_now'] [data-choice='4']").first.check()
    state(visitor, "[data-exercise='05/start_line_now']", "saved", "feedback")
    recalled = visitor.locator("[data-recall='05/start_line_now'] li").first
    names = [word("rating_said", "at", name=name, said="") for name in ("At the start", "Now")]
    recalled.get_by_text(names[0].strip()).wait_for()
    assert all(name.strip() in recalled.inner_text() for name in names)
