"""One learner works the whole course in twelve weeks, in a real browser, and loses nothing.

The clock is set from week to week, the program behind the page dies five times in the middle of a
sentence, half of the weeks are worked on another computer, and the language changes half-way.
"""

from datetime import datetime, timedelta

import pytest
from axe import RULES
from axe_playwright_python.sync_playwright import Axe
from language.pseudo import LANGUAGE, write_words
from mouse import click
from stage import StageJournal, packaged_library

from workbook.kinds import kind_of
from workbook.record.desk import Desk
from workbook.record.order import course_order
from workbook.record.portfolio import gather, portfolio_page, statement_page
from workbook.widgets.panels import AnswersWidget

pytestmark = pytest.mark.slow
COURSE = packaged_library()
WEEKS, DEATHS, WEEK = 12, 5, 7 * 24 * 3600
LOG, SPOKEN = "05/log", "eo"
ALL = [name for name in course_order(COURSE) if name != LOG]


class Learner:
    """Whoever works the course; keeps a list of all that the page has sent to be saved."""

    def __init__(self, stage, tmp_path):
        self.stage, self.folder = stage, tmp_path
        self.sent = []  # (exercise, response)
        self.deaths = 0
        self.at = "home"
        self.began = stage._now - (WEEKS + 1) * WEEK
        self.sit_down("home")

    def sit_down(self, computer):
        """Go on at a computer, whose browser and answers file are its own."""
        self.at = computer
        self.stage.journal = StageJournal(self.folder / computer / "journal.jsonl", self.stage)
        self.stage.desk = Desk(COURSE, self.stage.journal)

    def week(self, number):
        """Set the clock to the begin of a week."""
        self.stage.clear_views()
        self.stage._now = self.began + number * WEEK
        self.stage.page.evaluate("(now) => bare.clear(now)", self.stage._now * 1000)

    def work(self, name):
        """Answer an exercise as it is shown; of the first five texts the program dies midway."""
        shown = self.stage.course(name)
        if shown.find("textarea:visible").count() and self.deaths < DEATHS:
            shown = self.die(shown)
        shown.answer()
        self.look_at_the_notes(shown)
        self.note(shown)
        self.stage.clear_views()

    def die(self, shown):
        """Lose the program while a sentence is typed; open the page again."""
        self.deaths += 1
        words_of_mine = f"Half a sentence, {self.deaths}"
        self.stage.modes(all="deaf")
        field = shown.find("textarea:visible").first
        field.fill(words_of_mine)
        shown.settle()
        self.stage.modes()
        again = self.stage.reload(shown)
        again.settle()
        assert words_of_mine in str(again.latest()), "what was typed is lost"
        return again

    def look_at_the_notes(self, shown):
        reveal = shown.find("[data-act=reveal]:visible:not([aria-disabled=true])")
        if reveal.count():
            shown.press("reveal")

    def note(self, shown):
        saves = self.stage.sent(shown.name, "save")
        self.sent += [(shown.id, each["response"]) for each in saves]

    def move(self, computer):
        """Download the answers here and bring them in there, on the page."""
        with self.stage.page.expect_download() as found:
            self.panel("export")
        copy = self.folder / f"{self.at}-{computer}.jsonl"
        found.value.save_as(copy)
        self.stage.clear_views()
        self.sit_down(computer)
        root = self.panel()
        self.stage.put_file(root.locator("input[type=file]"), copy)
        self.stage.clear_views()

    def panel(self, act=""):
        root = self.stage.panel(AnswersWidget(self.stage.desk))
        if act:
            click(root.locator(f"[data-act={act}]"))
        return root


def portions():
    """Share the course out over the weeks."""
    size = -(-len(ALL) // WEEKS)
    return [ALL[n * size : (n + 1) * size] for n in range(WEEKS)]


@pytest.fixture
def learner(stage, tmp_path, monkeypatch, root):
    """One who speaks another language from the seventh week on."""
    found = Learner(stage, tmp_path)
    found.other = write_words(root / "workbook", tmp_path / "words")
    (found.other / LANGUAGE).rename(found.other / SPOKEN)
    found.speak = lambda: (
        monkeypatch.setenv("WORKBOOK_WORDS", str(found.other))
        or (monkeypatch.setenv("WORKBOOK_LANGUAGE", SPOKEN))
    )
    return found


def test_one_learner_works_the_whole_course_in_twelve_weeks(learner, chromium, tmp_path):
    moves = {3: "work", 6: "home", 9: "work"}
    for number, names in enumerate(portions()):
        learner.week(number)
        if number in moves:
            learner.move(moves[number])
        if number == WEEKS // 2:
            learner.speak()
        for name in names:
            learner.work(name)
        learner.work(LOG)
    learner.move("home")
    journal, desk = learner.stage.journal, learner.stage.desk
    assert learner.deaths == DEATHS
    nothing_is_lost(journal, learner.sent)
    both_computers_agree(learner, tmp_path)
    the_count_is_that_of_the_journal(desk, journal)
    the_portfolio_is_whole(journal, learner, chromium, tmp_path)


def nothing_is_lost(journal, sent):
    """See that each answer the page has sent is in the file, as its kind reads it."""
    assert len({name for name, _ in sent}) == len(ALL) + 1
    kept = {}
    for entry in journal.entries():
        kept.setdefault(entry.exercise, []).append(entry.response)
    for name, response in sent:
        exercise = COURSE.exercise(name)
        kind = kind_of(exercise)
        meant = kind.read(exercise, response).response
        assert meant in [kind.read(exercise, each).response for each in kept[name]], name


def both_computers_agree(learner, tmp_path):
    home = {entry.id: entry.line() for entry in learner.stage.journal.entries()}
    work = StageJournal(tmp_path / "work" / "journal.jsonl", learner.stage)
    assert {entry.id: entry.line() for entry in work.entries()} == home


def the_count_is_that_of_the_journal(desk, journal):
    """Recount what is done from the entries alone."""
    latest = {entry.exercise: entry for entry in sorted(journal.entries(), key=lambda e: e.time)}
    for module in desk.progress():
        for each in module["exercises"]:
            exercise = COURSE.exercise(each["id"])
            kind = kind_of(exercise)
            response = latest[each["id"]].response
            assert each["done"] == kind.done(exercise, kind.read(exercise, response)), each["id"]
    assert sum(m["done"] for m in desk.progress()) > 0.9 * sum(m["total"] for m in desk.progress())


def the_portfolio_is_whole(journal, learner, chromium, tmp_path):
    """Open it in a browser without scripts, narrow and dark: nothing cut off, axe finds nothing."""
    now = datetime.fromtimestamp(learner.stage._now) + timedelta(days=1)
    found = gather(COURSE, journal)
    titles = {part.title for part in found.parts}
    assert {COURSE.exercise(name).title for name in ALL} <= titles
    assert len({part.week for part in found.parts}) >= WEEKS - 1
    assert list(found.entries) == list(journal.entries())
    file = tmp_path / "portfolio.html"
    file.write_bytes(portfolio_page(found, now))
    statement = tmp_path / "statement.html"
    statement.write_bytes(statement_page(COURSE, journal, "Ada Person", now))
    context = chromium.new_context(viewport={"width": 320, "height": 700}, color_scheme="dark")
    page = context.new_page()
    outside = []
    page.on("request", lambda request: outside.append(request.url))
    for path in (file, statement):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        axe = Axe().run(page, options=options).response
        assert axe["passes"]
        assert [(r["id"], [n["html"][:120] for n in r["nodes"]]) for r in axe["violations"]] == []
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1, "the statement is one page"
    assert set(outside) == {file.as_uri(), statement.as_uri()}
    context.close()
