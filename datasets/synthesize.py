"""Make the invented tables of this folder again, the same to the byte: python synthesize.py.

Nothing here was measured. The tables show what a chart or a check does with such data; they say
nothing about any person, worker or agency, and nothing about whether the model works.
"""

import csv
import json
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from workbook.measures.randomization import draw_starts
from workbook.measures.rating import SIDES, mirror

SEED = 615
LINES = mirror().lines
START = date(2026, 1, 5)  # a Monday
BLOCKS = (6, 6, 6, 3, 6, 6)  # encounters in each two weeks; in the fourth the worker was away
COLORS = ("amber", "blue", "coral", "green", "ivory", "lilac", "olive", "pink", "red", "teal")

# How each line tends to be answered: the person, the practitioner.
TENDENCY = {
    "told_needed": (3.6, 4.1),
    "told_report": (2.7, 3.9),
    "real_say": (3.2, 3.6),
    "time_to_say": (3.4, 3.9),
    "knowledge_counted": (3.3, 3.8),
    "as_equals": (3.2, 3.4),
    "mattered": (4.0, 4.0),
    "time_and_place": (3.7, 3.4),
    "know_record": (2.4, 3.5),
    "next_step": (3.4, 3.9),
    "did_me_good": (3.6, 3.8),
    "told_limits": (3.2, 3.5),
}
PERSON_ONLY = {"no_need_to_defend": 3.5, "on_my_side": 3.7}
COLUMNS = ("side", "pair", "date", "worker", *TENDENCY, *PERSON_ONLY)

# Exercise numbers, written down and not drawn: both sides of one pair, and weekly averages.
SCHOOL_PAIR = {
    "person": (3, 2, 4, 4, 3, 4, 4, 3, 2, 4),
    "practitioner": (4, 4, 4, 5, 4, 4, 5, 4, 4, 4),
}
OPENING = {"A": (2.8, 3.2, 2.6, 3.0, 3.4, 2.9), "B": (3.1, 3.5, 3.3, 3.8, 3.4, 3.9, 3.7, 4.0)}
WEEKLY = ("case", "session", "phase", "outcome", "data")
WEEKLY_BOTH = (*WEEKLY, "person", "practitioner", "person_cards", "practitioner_cards")
INVENTED = {"data": "invented"}
PLANS = {  # table: its workers, its weeks, the fewest weeks in a phase, how the lots are drawn
    "four_workers": ([f"worker {letter}" for letter in "ABCD"], 21, 6, "orders"),
    "clear_change": (["worker E"], 30, 5, "starts"),
    "strong_trend": (["worker F"], 30, 5, "starts"),
}


def plan(name):
    """Draw the lots of a table, as if on the Friday before its first week."""
    cases, weeks, least, scheme = PLANS[name]
    drawn = draw_starts(
        cases, weeks, min_baseline=least, min_treatment=least, scheme=scheme, seed=SEED
    )
    return replace(drawn, date=f"{START - timedelta(days=3)}T09:00:00+00:00")


def bell(random):
    """Draw from about a normal curve by sums alone, so that every machine gives the same."""
    return sum(random.random() for _ in range(12)) - 6


def answer(random, middle):
    """Give one answer from 1 to 5; about one in thirty is left out."""
    drawn = min(5, max(1, round(middle + 0.75 * bell(random))))
    return "" if random.random() < 0.033 else drawn


def mirror_cards(random):
    """Make the cards of one practitioner over twelve weeks, one row for each card."""
    codes = random.sample([f"{color}-{n}" for color in COLORS for n in range(10, 100)], sum(BLOCKS))
    days = [
        START + timedelta(weeks=2 * block, days=day)
        for block, count in enumerate(BLOCKS)
        for day in sorted(random.sample([0, 1, 2, 3, 4, 7, 8, 9, 10, 11], count))
    ]
    for code, day in zip(codes, days, strict=True):
        about = {"pair": code, "date": day.isoformat(), "worker": "w1"}
        shared = 0.35 * bell(random)  # what both felt that day
        if random.random() < 0.9:  # not everyone puts a card into the box
            all_fives = random.random() < 0.06
            yield {"side": "person", **about, **person(random, shared, all_fives)}
        yield {"side": "practitioner", **about, **practitioner(random, shared)}


def person(random, shared, all_fives):
    """Make the answers of one person."""
    own = shared + 0.6 * bell(random)
    middles = {name: both[0] for name, both in TENDENCY.items()} | PERSON_ONLY
    return {
        name: 5 if all_fives else answer(random, middle + own) for name, middle in middles.items()
    }


def practitioner(random, shared):
    """Make the answers of the practitioner about the same meeting."""
    own = shared + 0.3 * bell(random)
    return {name: answer(random, both[1] + own) for name, both in TENDENCY.items()}


def school_pair(_random):
    """Give the pair of cards of a counselor and a parent."""
    for side, answers in SCHOOL_PAIR.items():
        about = {"side": side, "pair": "pair 1", "date": START.isoformat(), "worker": "w2"}
        yield about | dict(zip(LINES, answers, strict=True))


def opening_question(_random):
    """Give fourteen weeks of one counselor's cards; the start was not drawn by lot."""
    weeks = [(phase, outcome) for phase, outcomes in OPENING.items() for outcome in outcomes]
    for week, (phase, outcome) in enumerate(weeks, 1):
        about = {"case": "Lena", "session": week, "phase": phase}
        yield about | {"outcome": outcome} | INVENTED


def four_workers(random):
    """Make the weeks of four workers; each line rises by 0.8 at the start that the lot gave it."""
    drawn = plan("four_workers")
    for case, start in drawn.lots.items():
        level = 2.9 + 0.15 * bell(random)
        for week in range(1, drawn.design.sessions + 1):
            outcome = level + 0.8 * (week >= start) + 0.2 * bell(random)
            about = {"case": case, "session": week, "phase": "B" if week >= start else "A"}
            yield about | {"outcome": f"{min(5, max(1, outcome)):.1f}"} | INVENTED


def one_worker(random, name, outcome, felt_after=(0, 0)):
    """Give the weeks of one worker whose start was drawn by lot, with averages of the Mirror."""
    drawn = plan(name)
    [(case, start)] = drawn.lots.items()
    for week in range(1, drawn.design.sessions + 1):
        after = week >= start
        about = {"case": case, "session": week, "phase": "B" if after else "A"}
        felt = 6 * bell(random)
        for side, base, rise in zip(SIDES, (52, 68), felt_after, strict=True):
            level = base + rise * after
            cards = 4 + int(5 * random.random())  # below five nothing may be shown
            about |= {side: round(level + felt + 3 * bell(random)), f"{side}_cards": cards}
        yield about | {"outcome": f"{outcome(week, after) + 0.25 * bell(random):.2f}"} | INVENTED


def clear_change(random):
    """Make a level that rises by 1.2 at the start, and stays; so do both sides of the Mirror."""
    return one_worker(random, "clear_change", lambda week, after: 2.6 + 1.2 * after, (15, 4))


def strong_trend(random):
    """Make a line that rises by 0.06 each week, whatever the start was."""
    return one_worker(random, "strong_trend", lambda week, after: 2.2 + 0.06 * week)


TABLES = {  # file name: columns, and what makes its rows
    "mirror_cards": (COLUMNS, mirror_cards),
    "school_pair": (("side", "pair", "date", "worker", *LINES), school_pair),
    "opening_question": (WEEKLY, opening_question),
    "four_workers": (WEEKLY, four_workers),
    "clear_change": (WEEKLY_BOTH, clear_change),
    "strong_trend": (WEEKLY_BOTH, strong_trend),
}


def main(folder):
    """Write every table and plan; each has its own seed, so that a new one changes no other."""
    assert set(LINES) < set(TENDENCY)
    for name, (columns, rows) in TABLES.items():
        with (Path(folder) / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows(Random(f"{SEED}/{name}")))
    for name in PLANS:
        path = Path(folder) / "plans" / f"{name}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(plan(name).told(), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
