"""The Mirror and the practice sheet as the page is told of them: results, sheets to print."""

import html
import json
import re
from itertools import pairwise

import pytest

from workbook.content.markup import plain_words
from workbook.kinds.instrument.cards import SIDES, badge, statements
from workbook.kinds.instrument.picture import over_time, strip
from workbook.measures import rating
from workbook.widgets.page import script
from workbook.words import words

MIRROR, THREES = "03/mirror", "03/practice_in_threes"
WORDS = words("instrument")


@pytest.fixture
def mirror(library):
    return library.exercise(MIRROR)


SECRET = "a sentence that only the learner may see"


@pytest.fixture
def whole(mirror):
    """Both cards with every line, and words in private."""
    sides = {one: dict.fromkeys(statements(mirror, one), "4") for one in SIDES}
    about = {"about": SECRET, "open": {"person": SECRET}, "status": badge(mirror)}
    return {"cards": [{**about, **sides}], "hinted": True}


@pytest.fixture
def told(shown, desk):
    """Give what the page hears of some cards."""

    def tell(*cards):
        page = shown(MIRROR)
        [saved] = [m for m in page.save({"cards": list(cards)}) if m["did"] == "saved"]
        return saved["feedback"]["mirror"]

    return tell


def side(answer, lines=10):
    return dict.fromkeys(rating.mirror().lines[:lines], answer)


# Results ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "card",
    [
        {},
        {"person": side("3", 7)},
        {"person": side("3", 7), "practitioner": side("4", 7)},
        {"person": side("does_not_apply")},
        {"person": side("3", 7) | {"told_limits": "5", "did_me_good": "5", "on_my_side": "5"}},
    ],
)
def test_seven_lines_give_no_result(told, card):
    assert told(card) == {"now": None, "over": None}


@pytest.mark.parametrize("one", SIDES)
def test_one_side_shows_itself_and_nothing_of_the_other(told, one):
    [other] = [name for name in SIDES if name != one]
    now = told({one: side("3", 8), other: side("5", 7)})["now"]
    assert now["scores"] == [f"{words('mirror')[one]}: 50 of 100, from 8 of 10 lines."]
    assert (now["gap"], now["questions"]) == ("", [])
    assert len(now["heads"]) == 3
    assert {row[1] for row in now["rows"]} <= {"3", "no answer", "not asked"}
    assert all(row[2].count('class="sswp-person"') <= (one == "person") for row in now["rows"])
    assert "5" not in [row[1] for row in now["rows"]]


def test_both_sides_show_the_person_first_a_gap_and_questions(told):
    now = told({"person": side("2"), "practitioner": side("4") | {"on_my_side": "4"}})["now"]
    assert [text.split(":")[0] for text in now["scores"]] == ["The person", "The practitioner"]
    assert now["heads"][1:3] == ["The person", "The practitioner"]
    assert "larger than the assumed measurement error" in now["gap"]
    assert "2.00" in now["gap"]
    assert 1 <= len(now["questions"]) <= 3
    assert all(question.endswith("?") for question in now["questions"])
    assert now["status"] == rating.mirror().status
    rows = {row[0]: row[1:3] for row in now["rows"]}
    assert rows["The worker was on my side. (not in the score)"] == ["no answer", "not asked"]
    assert rows["We talked as equals."] == ["2", "4"]
    assert len(rows) == 14


def test_two_sides_that_share_few_lines_have_scores_and_no_gap(told):
    names = rating.mirror().lines
    now = told(
        {"person": dict.fromkeys(names[:8], "3"), "practitioner": dict.fromkeys(names[2:], "4")}
    )["now"]
    assert len(now["scores"]) == 2
    assert now["gap"].startswith("There is no gap to show.")


def test_no_result_praises_or_blames(told):
    for person in "12345":
        said = json.dumps(told({"person": side(person), "practitioner": side("4")})).lower()
        assert not re.search(r"\b(good job|well done|failed|bad|excellent|poor|correct)\b", said)


def test_kept_cards_are_laid_side_by_side_in_their_order(told):
    first = {"about": "the <b>intake</b>", "person": side("2"), "practitioner": side("4")}
    found = told(first, {"person": side("3")}, {"person": side("5", 3)})
    assert found["now"] is None
    assert found["over"]["rows"] == [
        ["the <b>intake</b>", "25", "75"],
        ["Card 2", "50", "no score"],
    ]
    assert found["over"]["heads"] == ["Card", "The person", "The practitioner"]
    assert found["over"]["picture"].count("<circle") == 2
    assert "intake" not in found["over"]["picture"]
    assert told(first, {})["over"] is None, "one card is no course"


def test_the_mirror_is_found_again_and_its_answers_are_in_no_trait(shown, whole):
    page = shown(MIRROR)
    page.save(whole)
    [restored] = shown(MIRROR, "v2").tell("open")
    assert restored["feedback"]["mirror"]["now"]["scores"]
    assert restored["entry"]["response"] == whole
    assert page.widget.spec == shown(MIRROR).widget.spec
    assert SECRET not in json.dumps(page.widget.spec)


# Pictures ---------------------------------------------------------------------------------
def places(svg, name):
    found = re.findall(rf'class="sswp-{name}" (?:cx="|d="M)([\d.]+)', svg)
    return [float(x) for x in found]


def test_a_strip_puts_the_answers_at_equal_distances():
    at = [places(strip({"person": n}, 5), "person")[0] for n in range(1, 6)]
    assert len({b - a for a, b in zip(at, at[1:], strict=False)}) == 1
    assert at == sorted(at)
    both = strip({"person": 2, "practitioner": 2}, 5)
    assert places(both, "person") == places(both, "practitioner")
    assert "sswp-between" not in strip({"person": None, "practitioner": None}, 5)


def test_a_course_draws_higher_scores_higher_and_leaves_gaps_out():
    svg = over_time([{"person": 0, "practitioner": None}, {"person": 100, "practitioner": 50}])
    low, high = map(float, re.findall(r'cy="([\d.]+)"', svg))
    assert low - high == 100
    assert len(places(svg, "practitioner")) == 1
    assert over_time([{"person": 10, "practitioner": 20}]).count("<circle") == 1


def test_cards_of_a_course_stand_at_equal_steps_from_edge_to_edge():
    svg = over_time([{"person": 10, "practitioner": None}] * 5)
    across = [float(x) for x in re.findall(r'cx="([\d.]+)"', svg)]
    steps = {round(b - a, 6) for a, b in pairwise(across)}
    assert len(across) == 5
    assert len(steps) == 1
    wide = float(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    assert across[0] == pytest.approx(wide - across[-1])


# Sheets to print --------------------------------------------------------------------------
def plain(document):
    return html.unescape(re.sub(r"<[^>]+>", "", document.partition("<body")[2]))


@pytest.fixture(params=["cards", "large"])
def printed(request, shown, whole):
    page = shown(MIRROR)
    page.save(whole)
    return page.widget.spec["sheets"][request.param]


def test_a_sheet_needs_nothing_from_anywhere(printed, shown):
    for sheet in (printed, shown(THREES).widget.spec["printed"]):
        assert sheet.casefold().startswith("<!doctype html>")
        assert not re.search(r"https?:|<script|<link|@import|url\(|<img", sheet)


def test_each_printed_card_holds_its_lines_and_what_must_never_be_missing(printed, mirror):
    person, practitioner = printed.split("<article>")[1:]
    for one, card in zip(SIDES, (person, practitioner), strict=True):
        assert WORDS[f"card_{one}"] in card
        for line in statements(mirror, one).values():
            assert re.search(rf"(<div>|</svg> ){re.escape(html.escape(line))}</div>", card)
        for said in (mirror.settings["status"], "Version 0.1.", mirror.settings["license"]):
            assert html.escape(said) in card
        assert WORDS["skip_line"] in card
        assert mirror.item(f"{one}.more_equal").text in card
        assert card.count("<span>5 ") == len(statements(mirror, one))
        assert card.count(words("exercise")["does_not_apply"]) == len(statements(mirror, one)) + 1


def test_a_printed_card_is_blank(printed):
    assert "checked" not in printed
    assert SECRET not in printed


def test_cards_lie_beside_each_other_and_large_type_is_large(shown):
    sheets = shown(MIRROR).widget.spec["sheets"]
    assert "size: landscape" in sheets["cards"]
    assert '<body class="cards">' in sheets["cards"]
    large = re.search(r"^\.large \{ font-size: (\d+)pt", sheets["large"], re.MULTILINE)
    assert int(large[1]) >= 18
    assert '<body class="large">' in sheets["large"]


def test_the_practice_sheet_holds_everything_a_group_needs(shown, library):
    exercise = library.exercise(THREES)
    flat = " ".join(plain(shown(THREES).widget.spec["printed"]).split())
    settings = exercise.settings
    texts = [*settings["roles"].values(), *settings["rules"], *settings["tally"]]
    texts += [
        exercise.title,
        settings["alone"],
        exercise.content_note,
        *settings["headings"].values(),
    ]
    texts += [line for item in exercise.items for line in plain_words(item.text).splitlines()]
    assert [text for text in texts if " ".join(plain_words(text).split()) not in flat] == []
    assert "facilitator" not in flat.lower()
    assert exercise.debrief.splitlines()[0] not in flat


def test_each_case_card_is_cut_into_two_halves_that_keep_their_secrets(shown, library):
    exercise = library.exercise(THREES)
    cards = shown(THREES).widget.spec["printed"].split('<section class="case">')[1:]
    items = [item for item in exercise.items if item.key not in exercise.settings["rounds"]]
    assert len(cards) == len(items)
    for card, item in zip(cards, items, strict=True):
        title = exercise.settings["headings"][item.key]
        one, other = (plain(f"<body{half}") for half in card.split("<div>")[1:])
        assert f"{title}. For the practitioner only" in one
        assert f"{title}. For the person only" in other
        assert "The practitioner knows" in one and "The person knows" not in one
        assert "The person knows" in other and "The practitioner knows" not in other
        assert "Fixed:" in one and "Fixed:" in other


def test_every_round_has_a_tally_of_its_own(shown, library):
    exercise = library.exercise(THREES)
    tables = shown(THREES).widget.spec["printed"].split("<table>")[1:]
    assert [plain(f"<body{t}").split("Practitioner")[0] for t in tables] == [
        "Round 1",
        "Round 2",
        "Round 3",
    ]
    for table in tables:
        assert table.count("<td></td><td></td>") == len(exercise.settings["tally"])


def test_a_sheet_on_paper_does_not_speak_of_this_page(shown):
    printed = plain(shown(THREES).widget.spec["printed"])
    assert "this page" not in printed
    assert 'the page "Modeling equality"' in printed


def test_the_page_and_the_sheet_of_a_practice_say_the_same(shown, library):
    spec, exercise = shown(THREES).widget.spec, library.exercise(THREES)
    for rule in exercise.settings["rules"]:
        assert html.escape(rule, quote=False).split('"')[0] in spec["sheet"]
    cases = len(exercise.items) - 3
    assert spec["sheet"].count("<details>") == 3 * cases, "each role unfolds its own lines"
    assert [name for name, _ in spec["rounds"]] == exercise.settings["rounds"]
    assert spec["minutes_each"] == exercise.settings["minutes_each"]


def test_words_of_a_kind_hide_no_word_of_the_frame():
    for group in ("instrument", "practice"):
        frame = script("dom", "draft", "exercise", groups=("exercise",))
        used = set(re.findall(r"\bWORDS\.(\w+)", frame)) | {"does_not_apply"}
        assert used & set(words(group)) == set(), group


def test_of_a_round_that_was_done_only_its_name_is_kept(shown, journal):
    page = shown(THREES)
    [saved] = [m for m in page.save({"done": ["round_1"]}) if m["did"] == "saved"]
    assert saved["feedback"]["done"] and "Mirror cards" in saved["feedback"]["debrief"]
    assert journal.latest(THREES).response == {"done": ["round_1"]}
