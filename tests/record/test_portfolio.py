"""Everything in one file to keep: what is in it, in which order, and what is left out."""

import html
import json
import random
import re
from datetime import UTC, datetime

import pytest
from page_tags import Page
from simulated import answer
from test_export import ARABIC, MARKUP, ODD

from workbook.errors import WorkbookError
from workbook.journal import Entry, Journal
from workbook.journal.export import read_export
from workbook.kinds import kind_of, names
from workbook.kinds.answer import Learner
from workbook.record.portfolio import gather, portfolio_page
from workbook.words import word, words

NOW = datetime(2026, 11, 29, 12)


def page(library, journal, **more):
    return portfolio_page(gather(library, journal, **more), NOW).decode("utf-8")


def shown(text):
    """Give the page without the answers that it carries unseen."""
    return text.partition("<script")[0]


def add(journal, exercise, response, *, time="2026-10-07T10:00:00.000000+00:00", edition=None):
    """Write one answer of that time."""
    stamp = exercise.edition if edition is None else edition
    line = Entry.new(exercise.id, response, stamp, time).line()
    journal.path.parent.mkdir(parents=True, exist_ok=True)
    with journal.path.open("ab") as file:
        file.write(line)


def one(library, kind):
    return next(e for i in library.exercise_ids() if (e := library.exercise(i)).kind == kind)


def plain(text):
    return html.unescape(re.sub(r"<[^>]+>", "\n", shown(text)))


def tags_of(text):
    return re.findall(r"<(\w+)", text)


@pytest.fixture
def all_kinds(every, journal):
    """Answers to one exercise of every kind, the whole sample of each."""
    samples = {}
    for exercise_id in every.exercise_ids():
        exercise = every.exercise(exercise_id)
        [sample, *_] = json.loads((kind_of(exercise).folder / "sample.json").read_text("utf-8"))
        add(journal, exercise, sample["response"])
        samples[exercise.kind] = exercise, sample
    return samples


def test_every_kind_has_its_part(every, journal, all_kinds):
    assert set(all_kinds) == set(names())
    found = plain(page(every, journal))
    titles = [exercise.title for exercise, _ in all_kinds.values()]
    assert all(title in found for title in titles)
    told = ("log", "encounter")  # these two say it in other ways
    lines = [s["words"] for k, (_, s) in all_kinds.items() if k not in told]
    assert [line for each in lines for line in each if line not in found] == []


def test_an_encounter_tells_each_whole_play_with_both_voices(every, journal, all_kinds):
    exercise, _ = all_kinds["encounter"]
    for seed in (1, 2):
        add(journal, exercise, answer(exercise, random.Random(seed)),
            time=f"2026-11-0{seed}T10:00:00.000000+00:00")  # fmt: skip
    story = kind_of(exercise).kept(exercise, *_play(exercise, 2))
    assert story in page(every, journal)
    encounter = exercise.settings["encounter"]
    you = word("encounter", "you", you=encounter.you)
    for name in (encounter.person, you):
        assert story.count(f"<strong>{word('encounter_said', 'kept_voice', name=name)}") > 1


def _play(exercise, seed):
    kind = kind_of(exercise)
    read = kind.read(exercise, answer(exercise, random.Random(seed)))
    return read, Learner(), kind.say(exercise, read)


def test_a_play_that_is_not_over_tells_its_steps_and_no_voice(every, journal, all_kinds):
    exercise, _ = all_kinds["encounter"]
    whole = answer(exercise, random.Random(1))["path"]
    kind = kind_of(exercise)
    begun = kind.read(exercise, {"path": whole[:1]})
    lines = kind.say(exercise, begun)
    text = kind.kept(exercise, begun, Learner(), lines)
    assert len(lines) == 1 and text.count("<p") == 1
    both = kind.read(exercise, {"path": whole[:1], "kept": [whole]})
    assert len(kind.kept(exercise, both, Learner(), lines)) > len(text)


def test_the_log_gives_every_line_and_its_pictures(every, journal, all_kinds):
    exercise, sample = all_kinds["log"]
    for n in range(6):
        line = {"line": f"l{n}", "week": f"2026-W4{n}", "gave": str(1 + n % 5), "text": f"Line {n}"}
        add(journal, exercise, line)
    text = shown(page(every, journal))
    assert all(f"Line {n}" in text for n in range(6))
    assert text.count("<circle") >= 6 and 'class="sswp-' not in text


def test_pictures_say_by_themselves_how_they_are_drawn(every, journal, all_kinds):
    text = shown(page(every, journal))
    assert "<svg" in text
    assert all("sswp-" not in part.partition("</svg>")[0] for part in text.split("<svg")[1:])


def test_dates_are_weeks(every, journal, all_kinds):
    text = shown(page(every, journal))
    assert word("portfolio", "week", week=41, year=2026) in text
    assert word("portfolio", "week", week=48, year=2026).partition(" ")[2] in text
    assert "2026-10-07" not in text


def test_earlier_words_of_other_weeks_are_kept_and_the_same_words_are_not(every, journal):
    exercise = one(every, "reflection")
    for day, text in (
        (5, "First words."),
        (6, "Then these."),
        (13, "Now this."),
        (14, "Now this."),
    ):
        time = f"2026-10-{day:02}T10:00:00.000000+00:00"
        add(journal, exercise, {"texts": {"moment": text}}, time=time)
    text = shown(page(every, journal))
    assert "First words." not in text  # of a week the last answer counts; the file carries all
    assert text.count("Then these.") == text.count("Now this.") == 1
    week = word("portfolio", "week", week=41, year=2026)
    assert word("portfolio", "earlier", week=week) in text


def test_nothing_that_was_written_becomes_markup(every, journal):
    exercise = one(every, "reflection")
    hard = f"{MARKUP} {ARABIC} {ODD} </script></style>"
    add(journal, exercise, {"texts": {"moment": hard}})
    gone = Entry.new("01/gone_for_good", {"text": MARKUP}, "x")
    with journal.path.open("ab") as file:
        file.write(gone.line())
        file.write(b'{"version": 1, "id": "\xff\xfe\n')
    made = page(every, journal)
    tags = tags_of(made)
    assert tags.count("script") == 1 and "b" not in tags
    assert word("portfolio", "unread", n=1) in made
    assert word("record", "wording_gone") in made


def test_a_very_long_answer_is_whole(every, journal):
    exercise = one(every, "reflection")
    add(journal, exercise, {"texts": {"moment": "word " * 10_000}})
    assert "word " * 9_999 in shown(page(every, journal))


def test_an_answer_to_another_wording_says_so(every, journal):
    exercise = one(every, "choice")
    add(journal, exercise, {"chosen": ["no_such_option"]}, edition="000000000000")
    text = shown(page(every, journal))
    assert word("record", "wording_changed") in text and "no_such_option" in text


# What is private ---------------------------------------------------------------------------------
def test_without_private_no_private_word_is_there(every, journal, all_kinds):
    private = [e for e, _ in all_kinds.values() if e.visibility == "private"]
    assert private
    for exercise in private:
        add(journal, exercise, {"texts": {i.key: "SECRET" for i in exercise.items}})
    with journal.path.open("ab") as file:
        file.write(Entry.new("01/gone_for_good", {"text": "SECRET"}).line())
        file.write(Entry.new("00/section:title", {"marked": ["here"], "note": "SECRET"}).line())
    found = gather(every, journal, without_private=True)
    text = portfolio_page(found, NOW).decode("utf-8")
    assert "SECRET" not in text and "application/json" not in text
    assert len(found.parts) == len(all_kinds) - len(private)
    assert dict(found.left) == {"exercises": len(private), "gone": 1, "bookmarks": 1}
    assert all(word("portfolio", f"left_{k}", n=n) in text for k, n in found.left.items())


def test_cards_to_share_do_not_say_what_they_are_about(every, journal, all_kinds):
    exercise, sample = all_kinds["instrument"]
    card = {**sample["response"]["cards"][0], "about": "A Tuesday with Ms. B."}
    kind = kind_of(exercise)
    read = kind.read(exercise, {"cards": [card]})
    assert "Ms. B." in str(read.cards)
    assert "Ms. B." not in str(kind.shareable(exercise, read).cards)


@pytest.mark.parametrize("without", [False, True])
def test_an_empty_journal_gives_one_kind_sentence(every, journal, without):
    with pytest.raises(WorkbookError) as caught:
        gather(every, journal, without_private=without)
    assert caught.value.args[0].identifier == "portfolio.nothing"


def test_only_private_answers_give_nothing_to_share(every, journal, all_kinds):
    exercise, sample = all_kinds["plan"]
    only = Journal(journal.path.with_name("other.jsonl"))
    add(only, exercise, sample["response"])
    with pytest.raises(WorkbookError) as caught:
        gather(every, only, without_private=True)
    assert caught.value.args[0].identifier == "portfolio.nothing_shared"


# Back again --------------------------------------------------------------------------------------
def test_the_page_brings_back_the_same_journal(every, journal, all_kinds, tmp_path):
    exercise = all_kinds["reflection"][0]
    add(journal, exercise, {"texts": {"moment": f"{MARKUP} {ARABIC} {ODD} \u0085 </script>"}})
    file = tmp_path / "mine.html"
    file.write_text(page(every, journal), encoding="utf-8", newline="\r\n")  # as by a mail program
    again = Journal(tmp_path / "again.jsonl")
    assert again.merge(file) == journal.count()
    assert again.path.read_bytes() == journal.path.read_bytes()
    assert again.merge(file) == 0
    assert read_export(file)[1] == []


def test_a_week_is_that_of_this_computer(every, journal, far_east):
    exercise = one(every, "choice")
    sunday = datetime(2026, 11, 22, 20, tzinfo=UTC)  # Monday morning in Tokyo
    add(journal, exercise, {"chosen": ["a"]}, time=sunday.isoformat(timespec="microseconds"))
    assert gather(every, journal).parts[0].week == (2026, 48)


def test_the_page_is_sound(every, journal, all_kinds, tmp_path):
    file = tmp_path / "mine.html"
    file.write_text(page(every, journal), encoding="utf-8")
    assert Page(file).quotes
    assert words("portfolio")["private"] in file.read_text("utf-8")


def test_a_power_map_stands_as_the_room_and_ratings_on_their_scale(every, journal, all_kinds):
    exercise, sample = all_kinds["rating"]
    put = [n for n in sample["response"]["ratings"].values() if n.isdigit()]
    points = len(exercise.settings["scale"])
    found = page(every, journal)
    for n in put:
        assert f'aria-label="{word("rating_said", "point", n=n, all=points)}"' in found
    assert found.count('class="wb-room"') == 1 and ".wb-room {" in found
