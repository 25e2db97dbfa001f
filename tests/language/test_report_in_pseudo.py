"""The report of `workbook evaluate` in a language that nobody speaks: no English, nothing cut."""

import functools
import json

import pytest
from language.pseudo import LANGUAGE, accented, write_words
from language.visible import english

from workbook.evaluation import Question, as_json, evaluate, page, read_sessions
from workbook.measures.randomization import draw_starts
from workbook.measures.rating import mirror
from workbook.measures.single_case import INDICES
from workbook.words import use

# What is no word of the interface: sources of formulas, and the status in the instrument's file.
KEPT = [mirror().status, *(index.reference for index in INDICES.values())]
KEPT.sort(key=len, reverse=True)
LONG = "ňúmbéř óf čóňťáčťš ťháť péóplé bégáň ťhémšélvéš ďúříňg ťhé wééík běfóřé ťhé víšíť"
HEAD = "case,session,phase,őútčómé,person,practitioner,person_cards,practitioner_cards,cards"
CASES = {"ňóřťh": 7, "šóúťh": 9, "wéšť": 11, "éášť": 13}
CUT = """() => [...document.querySelectorAll('svg')].filter((s) => s.checkVisibility())
  .flatMap((svg) => { const box = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].filter((t) => t.textContent.trim()).map((t) => {
      const own = t.getBoundingClientRect();
      return own.left < box.left - 1 || own.right > box.right + 1 || own.top < box.top - 1
        || own.bottom > box.bottom + 1 ? t.textContent : ''; }); }).filter(Boolean)"""


def table(cases, last=20):
    rows = [
        f"{case},{t},{'AB'[t >= start]},{t % 3 + 2 * (t >= start)},55,{60 + t},6,{4 + t % 5},6"
        for case, start in cases.items()
        for t in range(1, last + 1)
        if t != 5
    ]
    return "\n".join([HEAD, *rows]).encode()


def four():
    names = ("A1", "B1", "A2", "B2")
    return "\n".join([HEAD, *(f"ň,{t},{names[(t - 1) // 4]},{t % 4},,,,,6" for t in range(1, 17))])


def lots():
    return draw_starts(
        list(CASES), 20, min_baseline=5, min_treatment=5, scheme="orders_and_starts", seed=3
    )


def made(data, outcome="őútčómé", **more):
    data = data.replace("őútčómé".encode(), outcome.encode())
    found = read_sessions(data, columns=f"outcome={outcome}")
    report = evaluate(found, Question("increase", goal=4, scale="count", **more))
    return page(report, "2026-01-05"), as_json(report)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory, root):
    folder = tmp_path_factory.mktemp("nobody")
    words = write_words(root / "workbook", folder / "words")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_WORDS", str(words))
        with use(LANGUAGE):
            plan = lots()
            many = {f"č{n:02d}": 6 + n % 8 for n in range(45)}
            long = {f"{name} {LONG}": n for name, n in CASES.items()}
            reports = {
                "one": lambda: made(table({"ň": 8})),
                "short": lambda: made(table({"ň": 2}, last=4)),
                "lots": lambda: made(table(plan.lots), plan=plan),
                "off": lambda: made(table(CASES), plan=plan),
                "four": lambda: made(four().encode()),
                "many": lambda: made(table(many)),
                "long": lambda: made(table(long), LONG),
            }
            yield functools.cache(lambda name: reports[name]())


NAMES = ("one", "short", "lots", "off", "four", "many", "long")
LONG_ONES = [pytest.param(name, marks=pytest.mark.slow) for name in NAMES if name != "one"]


@pytest.mark.parametrize("name", ["one", *LONG_ONES])
def test_no_sentence_of_the_report_is_in_english(name, spoken):
    html, told = spoken(name)
    assert accented(html)
    assert english(html, KEPT) == []
    kept = {key: told[key] for key in ("can_show", "cannot_show", "limits", "notes")}
    assert english(json.loads(json.dumps(kept)), KEPT) == []


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 1000])
@pytest.mark.parametrize("name", NAMES)
def test_no_word_in_a_picture_is_cut(name, width, spoken, chromium, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(spoken(name)[0], encoding="utf-8")
    view = chromium.new_page(viewport={"width": width, "height": 900})
    try:
        view.goto(path.as_uri())
        assert view.locator("svg").count()
        assert view.evaluate(CUT) == []
    finally:
        view.close()
