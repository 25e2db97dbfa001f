"""The guide: every exercise has its part, every part appears, and slides and sheets are whole."""

import re
from itertools import pairwise

import pytest
from the_course import COURSE

from workbook.cli import command_line
from workbook.cli.strict import read_policy
from workbook.content.markup import inline_html, labelled
from workbook.evaluation import document
from workbook.guide import book, guide_page, read_plan, sheets, slides
from workbook.guide.part import exercise_part, told
from workbook.guide.shown import shown_part, text_part
from workbook.kinds import kind_of
from workbook.words import word, words

COMMAND = re.compile(r"`workbook ([a-z-]+ [^`]+)`")
BEFORE_AND_AFTER = "06"  # the tests' own page is led by nobody
IDS = COURSE.exercise_ids()
LEADS = read_policy(COURSE)["leads"]
# An exercise that a lecturer adds may say nothing here; `check --strict` holds it for this course.
LED = [name for name in IDS if told(COURSE.exercise(name).facilitator).leads]


@pytest.fixture(scope="module")
def whole():
    return book(COURSE)


def test_every_exercise_has_its_part_and_it_appears(whole):
    for exercise in map(COURSE.exercise, IDS):
        found = told(exercise.facilitator)
        assert list(found.leads) in ([], LEADS), exercise.id
        parts = [f"- **{lead}.** {text}" for lead, text in found.leads.items()]
        parts += [exercise_part(COURSE, exercise, level=3), exercise.purpose]
        parts += [" ".join(exercise.debrief.split())]
        assert [part for part in parts if part not in whole] == [], exercise.id


@pytest.mark.parametrize("name", IDS)
def test_what_follows_a_list_is_no_part_of_its_last_point(name):
    exercise = COURSE.exercise(name)
    lines = "\n".join(kind_of(exercise).text(exercise)).splitlines()
    points = [line for line in text_part(exercise).splitlines() if line.startswith("- ")]
    for before, line in pairwise(lines):
        if before.startswith(("- ", "  ")) and line[:1].isalpha():
            assert not any(point.endswith(f" {line}") for point in points), line


def test_the_exercises_of_this_course_have_their_part():
    assert len(LED) >= 70


def test_each_hard_moment_has_something_to_say_or_to_do():
    for name in LED:
        leads = told(COURSE.exercise(name).facilitator).leads
        hard = [text for lead, text in leads.items() if lead.startswith("Hard")]
        assert len(set(hard)) == 3, name
        assert sum('"' in text for text in hard) >= 2, name
        assert all(len(text.split()) > 6 for text in hard), name


def test_every_command_that_leaders_are_told_to_type_is_one():
    pages = [*(COURSE.modules_folder / "facilitators").rglob("*.md")]
    named = [line for page in pages for line in COMMAND.findall(page.read_text("utf-8"))]
    assert any(line.startswith("cohort") for line in named)
    for line in named:
        command_line().parse_args(line.split())


def test_everything_that_leaders_read_is_in_it(whole):
    folder = COURSE.modules_folder / "facilitators"
    for path in folder.glob("*.md"):
        title = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        assert f"\n## {title}\n" in whole
    assert f"## {words('guide')['standards']}" in whole


@pytest.mark.parametrize("name", ["90min", "self"])
def test_a_plan_has_only_its_exercises(name):
    plan = read_plan(COURSE, name)
    found = book(COURSE, plan)
    for exercise in map(COURSE.exercise, IDS):
        there = exercise_part(COURSE, exercise, level=3) in found
        assert there == (exercise.id in plan.exercises)
    assert found.count(words("guide")["shown"]) == len(plan.exercises)


def test_the_page_has_one_title_and_its_contents_lead_somewhere(whole):
    page = guide_page(whole)
    assert page.count("<h1") == 1
    names = set(re.findall(r' id="([^"]+)"', page))
    links = set(re.findall(r' href="#([^"]+)"', page))
    assert links and links <= names
    assert "<script" not in page
    assert not re.search(r'(?:src|url)\s*[=(]\s*["\']?https?:', page)
    levels = [int(n) for n in re.findall(r"<h([1-6])", page)]
    steps = zip(levels, levels[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps)


def test_text_of_a_leader_is_never_taken_for_html():
    page = guide_page("# A\n\n## <script>alert(1)</script>\n\nB")
    assert "<script" not in page


@pytest.mark.slow  # the book is long; a document itself is tested by tests/evaluation
def test_the_document_for_a_word_processor_is_whole(whole):
    import io

    import docx

    made = docx.Document(io.BytesIO(document(guide_page(whole))))
    texts = "\n".join(p.text for p in made.paragraphs)
    for exercise in map(COURSE.exercise, IDS):
        assert exercise.title in texts
    assert len(made.tables) == whole.count("| ---") - sum(
        line.count("| ---") - 1 for line in whole.splitlines() if line.startswith("| ---")
    )
    assert not [p for p in made.paragraphs if p.style.name == "Caption" and not p.text.strip()]


def test_slides_hold_each_step_and_the_text_of_its_exercise():
    plan = read_plan(COURSE, "90min")
    made = slides(COURSE, plan)
    steps = [step for session in plan.sessions for step in session.steps]
    assert made.count("<section") == len(plan.sessions) + len(steps)
    assert "<img" not in made or 'alt="' in made
    for step in steps:
        assert word("guide", "minutes", n=step.minutes) in made
    last = len(plan.sessions) + len(steps)
    assert f'href="#slide-{last}"' in made and f'href="#slide-{last + 1}"' not in made


def test_no_heading_shows_the_name_of_a_file(whole):
    headings = [line for line in whole.splitlines() if line.startswith("#")]
    assert not [line for line in headings if re.search(r"\d\d_\w+:", line)]


def test_each_assignment_has_four_levels_and_each_module_eight_questions():
    folder = COURSE.modules_folder / "facilitators"
    tasks = (folder / "assignments.md").read_text(encoding="utf-8").split("\n## ")[1:]
    assert len(tasks) == 5
    for task in tasks:
        rows = [line for line in task.splitlines() if line.startswith("| ")]
        assert len(rows) == 6 and all(row.count("|") == 6 for row in rows)
    talks = (folder / "discussion.md").read_text(encoding="utf-8").split("\n## ")[1:]
    names = {talk.partition(":")[0]: talk.count("\n- ") for talk in talks}
    taught = {module.name for module in COURSE.modules() if module.number < BEFORE_AND_AFTER}
    assert taught <= set(names)
    assert set(names.values()) == {8}


@pytest.mark.parametrize("name", [i for i in IDS if COURSE.exercise(i).settings.get("ends")])
def test_strips_do_not_give_the_order_away(name):
    page = sheets(COURSE)[f"{name.replace('/', '-')}.html"]
    texts = [inline_html(item.text) for item in COURSE.exercise(name).items]
    places = [page.index(text) for text in texts]
    assert places != sorted(places)


STORIES = [i for i in IDS if "encounter" in COURSE.exercise(i).settings]


@pytest.mark.parametrize("name", STORIES)
def test_a_story_can_be_led_from_paper(name):
    exercise = COURSE.exercise(name)
    story, made = exercise.settings["encounter"], shown_part(exercise, 4)
    scenes = list(story.passages)
    for n, passage in enumerate(story.passages.values(), 1):
        assert word("guide", "scene", n=n, title=passage.title) in made
        for k, choice in enumerate(passage.choices, 1):
            (line,) = [x for x in made.splitlines() if x.startswith(f"- **{n}.{k}** ")]
            end = choice.target not in scenes
            follows = "" if end else word("guide", "goes_to", n=scenes.index(choice.target) + 1)
            assert line.endswith(f"*{words('guide')['goes_to_end'] if end else follows}*")
    voices = [(e.person, e.you) for e in [*story.choices(), *story.endings.values()]]
    assert all(" ".join(text.split()) in made for both in voices for text in both)


def test_a_condition_names_choices_and_never_a_flag():
    story = COURSE.exercise("03/two_weeks").settings["encounter"]
    made = shown_part(COURSE.exercise("03/two_weeks"), 4)
    flags = {flag for choice in story.choices() for flag in choice.sets if "_" in flag}
    assert flags and not [flag for flag in flags if flag in made]
    assert word("guide", "ending_when", when=f"6.1 {words('guide')['either']} 7.3") in made


@pytest.mark.parametrize("name", ["00/what_it_claims", "03/bad_nights"])
def test_the_fitting_answer_is_marked(name):
    exercise = COURSE.exercise(name)
    (fitting,) = [o for o in exercise.items[0].options if o.fits]
    made = shown_part(exercise, 4)
    assert made.count(words("guide")["fits"]) == 1
    assert f"- {words('guide')['fits']} {labelled(fitting.text, fitting.feedback)}" in made


def test_an_order_says_that_it_is_one_and_an_example_that_it_is_no_source():
    order = COURSE.exercise("03/five_openings")
    assert word("guide", "in_order", **order.settings["ends"]) in shown_part(order, 4)
    plan = COURSE.exercise("05/my_plan")
    begin = str(word("plan", "example", text="")).strip()
    assert shown_part(plan, 4).count(begin) == len(plan.items)
    assert str(word("static", "source", source="")).strip() not in shown_part(plan, 4)


@pytest.mark.parametrize("name", [i for i in IDS if i not in STORIES])
def test_each_note_of_a_choice_names_the_choice(name):
    exercise = COURSE.exercise(name)
    made, labels = shown_part(exercise, 4), kind_of(exercise).labels(exercise)
    for option in (option for item in exercise.items for option in item.options):
        said = labelled(option.text or labels.get(option.key, ""), option.feedback)
        assert not option.feedback or " ".join(said.split()) in made, option.key


@pytest.mark.parametrize("name", ["02/power_map", "02/mark_the_meeting", "05/with_others"])
def test_what_fits_a_line_is_named(name):
    exercise = COURSE.exercise(name)
    made, labels = shown_part(exercise, 4), kind_of(exercise).labels(exercise)
    for item in exercise.items:
        fitting = [labels[option.key] for option in item.options if option.fits]
        head = f"- {words('guide')['fits']} {'; '.join(fitting)}"
        assert not fitting or head.rstrip(".") in made, item.key


@pytest.mark.parametrize("name", ["00/start_line", "01/who_does_it_protect", "04/two_coders"])
def test_what_can_be_chosen_stands_apart_from_numbered_lines(name):
    exercise = COURSE.exercise(name)
    before, _, lines = text_part(exercise).partition(f"\n\n{words('guide')['lines']}\n\n")
    assert re.findall(r"^(\d+)\. ", lines, re.MULTILINE) == [
        str(n) for n in range(1, len(exercise.items) + 1)
    ]
    assert not re.search(r"^\d+\. ", before, re.MULTILINE)


@pytest.mark.parametrize("name", read_plan(COURSE, "90min").exercises)
def test_a_room_without_screens_has_each_choice_with_its_note(name):
    exercise = COURSE.exercise(name)
    made = shown_part(exercise, 4)
    for item in exercise.items:
        notes = [option.feedback for option in item.options if option.feedback]
        assert all(" ".join(note.split()) in made for note in notes)
        if item.text and notes:
            assert made.count("\n" + " ".join(item.text.split()) + "\n") == 1
