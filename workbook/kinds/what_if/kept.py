"""What follows from the numbers that a learner has set: sentences and a picture."""

import html
import math
import re
from collections.abc import Mapping

from ...content.markup import plain_words
from ...content.model import Exercise
from ...html import Markup, element, fragment
from ...words import word
from ..keepsake import picture
from .formula import evaluate

__all__ = ["results"]

FIELD = re.compile(r"\{(\w+)(?::(,?)\.(\d)f)?\}")
RESULT = re.compile(r"\{result(?::[^}]*)?\}")
WIDE, HIGH = 390, 18


def results(exercise: Exercise, moved: Mapping[str, float]) -> Markup:
    """Say what the formula gives, in the sentences of the exercise, beside its start.

    Parameters
    ----------
    exercise : Exercise
    moved : mapping
        Input -> number; an input that was not moved stands at its start.

    Examples
    --------
    >>> one = Exercise("01/x", "what_if", "T", settings={"inputs": {}, "formula": ["num", 2.0],
    ...                                                 "top": 4})
    >>> results(one, {})[:11]
    '<div class='
    """
    start = {name: rule["start"] for name, rule in exercise.settings["inputs"].items()}
    now = {**start, **moved}
    formula = exercise.settings["formula"]
    before, after = evaluate(formula, start), evaluate(formula, now)
    lines = [plain_words(_said(item.text, now | {"result": after})) for item in exercise.items]
    fields = (RESULT.search(item.text) for item in exercise.items)
    form = next((found[0] for found in fields if found), "{result:.1f}")
    rows: list[tuple[str, float, str]] = [
        (word("what_if", name), value, _said(form, {"result": value}))
        for name, value in (("at_start", before), ("now", after))
    ]
    label = "; ".join(f"{name}: {text}" for name, _, text in rows)
    drawn = picture(label, _bars(rows, exercise.settings["top"]))
    return fragment(drawn, *(element("p", line, dir="auto") for line in lines))


def _said(text: str, values: Mapping[str, float]) -> str:
    """Fill in the numbers as the page does."""

    def number(found: re.Match[str]) -> str:
        value = values.get(found[1], math.nan)
        if not math.isfinite(value):
            return "\u2026"
        return f"{value:g}" if found[3] is None else f"{value:{found[2]}.{found[3]}f}"

    return FIELD.sub(number, text)


def _bars(rows: list[tuple[str, float, str]], top: float) -> str:
    drawn = ""
    for n, (name, value, text) in enumerate(rows):
        y = 6 + n * 46
        part = min(1.0, max(0.0, value / top)) if math.isfinite(value) and top else 0.0
        drawn += (
            f'<text x="5" y="{y + 10}">{html.escape(f"{name}: {text}")}</text>'
            f'<rect class="sswp-back" x="5" y="{y + 16}" width="{WIDE}" height="{HIGH}"/>'
            f'<rect class="sswp-bar{n}" x="5" y="{y + 16}" width="{part * WIDE:.1f}" '
            f'height="{HIGH}"/>'
        )
    return f'<svg class="sswp-bars" viewBox="0 0 400 96">{drawn}</svg>'
