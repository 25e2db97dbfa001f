"""Make the invented tables of this folder again, the same to the byte: python synthesize.py.

Nothing here was measured. The tables show what a chart or a check does with such data; they say
nothing about any person, worker or agency, and nothing about whether the model works.
"""

import csv
import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random

from workbook.measures.rating import LINES

SEED = 615
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


TABLES = {"mirror_cards": (COLUMNS, mirror_cards)}  # file name: columns, and what makes its rows


def main(folder):
    """Write every table; each draws from its own seed, so that a new one changes no other."""
    assert set(LINES) < set(TENDENCY)
    for name, (columns, rows) in TABLES.items():
        with (Path(folder) / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows(Random(f"{SEED}/{name}")))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
