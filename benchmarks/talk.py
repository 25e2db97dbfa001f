"""How fast the measures of talk are, as ratios within one run: ``python benchmarks/talk.py``."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

from workbook.measures.talk import Turn, find_identifiers, floor_map, marked_words, talk_profile

REFERENCE = Path(__file__).parents[1] / "tests/measures/talk/conversation_reference.json"
ROLES = {"worker": "practitioner", "tenant": "person"}
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
ENCOUNTER = 200  # utterances
ROUNDS = 25


def measure() -> list[dict]:
    """Return one dict (name, value, bar, unit) per measure; bar None means that none is set."""
    turns, long = _turns(ENCOUNTER), _turns(10 * ENCOUNTER)
    text = "\n".join(turn.text for turn in turns)
    split, plain, whole, ten = _in_turns(
        lambda: WORD.findall(text),
        lambda: talk_profile(turns, ROLES, resamples=0),
        lambda: talk_profile(turns, ROLES, resamples=400),
        lambda: talk_profile(long, ROLES, resamples=0),
    )
    others = _in_turns(
        lambda: floor_map(turns, ROLES, by="words"),
        lambda: marked_words(turns, ROLES),
        lambda: find_identifiers(text),
    )
    names = ("floor map", "marked words", "check for names and numbers")
    return [
        _row("talk profile without intervals / splitting into words", plain / split, 13, "ratio"),
        _row("400 resamples / profile without intervals", (whole - plain) / plain, 30, "ratio"),
        _row("10 times the talk / the talk", ten / plain, 12, "ratio"),
        *(
            _row(f"{name} / splitting into words", each / split, None, "ratio")
            for name, each in zip(names, others, strict=True)
        ),
        _row(f"talk profile of {ENCOUNTER} utterances", 1000 * plain, None, "ms"),
        _row("the same with 400 resamples", 1000 * whole, None, "ms"),
        _row("utterances a second, without intervals", ENCOUNTER / plain, None, "1/s"),
        _row("third-party modules that the import adds", _modules(), 0, "modules"),
    ]


def _turns(count: int) -> list[Turn]:
    """Repeat the four fictional transcripts with two voices in turn."""
    items = json.loads(REFERENCE.read_text(encoding="utf-8"))["items"][:4]
    texts = [text for item in items for _, text, *_ in item["utterances"] if text]
    voices = list(ROLES)
    return [Turn(n + 1, voices[n % 2], texts[n % len(texts)]) for n in range(count)]


def _in_turns(*actions) -> list[float]:
    """Give the best time of each, taken in turns so that a busy machine slows all alike."""
    best = [float("inf")] * len(actions)
    for _ in range(ROUNDS):
        for place, action in enumerate(actions):
            start = time.perf_counter()
            action()
            best[place] = min(best[place], time.perf_counter() - start)
    return best


def _modules() -> int:
    """Count modules that are neither ours nor Python's after importing the measures."""
    code = (
        "import sys; before = set(sys.modules); import workbook.measures.talk;"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before};"
        "print(len(new - set(sys.stdlib_module_names) - {'workbook'}))"
    )
    line = [sys.executable, "-c", code]
    return int(subprocess.run(line, capture_output=True, text=True, check=True).stdout)


def _row(name: str, value: float, bar: float | None, unit: str) -> dict:
    return {"name": name, "value": value, "bar": bar, "unit": unit}


def main() -> int:
    """Print the table; exit 1 if a bar is missed."""
    rows = measure()
    for row in rows:
        bar = "" if row["bar"] is None else f"  (bar {row['bar']:g})"
        print(f"{row['name']:<55} {row['value']:10.3f} {row['unit']}{bar}")
    return int(any(row["bar"] is not None and row["value"] > row["bar"] for row in rows))


if __name__ == "__main__":
    raise SystemExit(main())
