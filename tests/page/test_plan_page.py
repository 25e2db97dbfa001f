"""A plan: its examples, and the page that is printed with what stands in it."""

import re

import pytest
from the_course import COURSE

from workbook.kinds import kind_of
from workbook.kinds.answer import Learner

pytestmark = pytest.mark.browser


@pytest.fixture
def plan(stage):
    return stage.exercise("plan")


def printed(plan):
    """Press the button and give the text of the page that is handed to the printer."""
    plan.page.evaluate("window.print = () => {}")
    plan.find("[data-act=print]").dispatch_event("click")
    return plan.page.evaluate("""() => {
      const page = new DOMParser().parseFromString(
        document.querySelector('iframe[data-sswp-sheet]').srcdoc, 'text/html');
      return [...page.querySelectorAll('[data-plan]')].map((p) => p.textContent); }""")


def test_each_field_is_described_by_its_example(plan):
    for area in plan.find("textarea").all():
        example = plan.find(f"[id='{area.get_attribute('aria-describedby')}']").inner_text()
        assert example.split()[-1].endswith((".", "!", "?"))


def test_the_page_to_print_holds_what_was_written_and_no_markup_of_it(plan):
    plan.find("textarea").first.fill("On <b>Mondays</b>\n& Tuesdays")
    assert printed(plan) == ["On <b>Mondays</b>\n& Tuesdays", "", ""]


def test_a_plan_with_a_few_sentences_in_each_field_is_one_page(plan):
    exercise = COURSE.exercise("05/my_plan")
    document = kind_of(exercise).spec(exercise, Learner())["printed"]
    written = "I say the deadline before I ask, and wait until the other has taken it in. " * 4
    page = plan.page.context.new_page()
    page.set_content(re.sub(r"(<p data-plan[^>]*>)", rf"\1{written}", document))
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(format="Letter"))
    page.close()
    assert len(pages) == 1
