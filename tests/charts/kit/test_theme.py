"""Colours pass contrast for everybody; headings keep their words."""

from itertools import combinations

import pytest

from workbook.charts.course.m01_timeline_picture import MARKS
from workbook.charts.kit import theme
from workbook.charts.kit.themed import VALUES
from workbook.design import token

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
BLIND = {
    "nobody": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}


def linear(colour):
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def contrast(one, other):
    """Compute the WCAG contrast of two colours, from 1 (the same) to 21 (black on white)."""
    share = (0.2126, 0.7152, 0.0722)
    lights = [sum(a * b for a, b in zip(share, linear(c), strict=True)) for c in (one, other)]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def lab(rgb):
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.95047, 1.0, 1.08883)
    x, y, z = (
        sum(a * b for a, b in zip(row, rgb, strict=True)) / w
        for row, w in zip(to_xyz, white, strict=True)
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour, matrix):
    rgb = linear(colour)
    return lab([min(max(sum(a * b for a, b in zip(r, rgb, strict=True)), 0), 1) for r in matrix])


def shade(colour, form):
    """Give a colour of the charts as it is in the light or in the dark."""
    return token(f"{VALUES[colour]}-{form}")


@pytest.mark.parametrize("form", ["light", "dark"])
@pytest.mark.parametrize("colour", [theme.INK, theme.MUTED])
def test_words_stand_out_from_the_paper(colour, form):
    assert contrast(shade(colour, form), shade(theme.PAPER, form)) >= 4.5


@pytest.mark.parametrize("form", ["light", "dark"])
@pytest.mark.parametrize(
    "colour",
    [theme.ACCENT, *theme.SIDE_COLORS.values(), *(colour for colour, _ in MARKS.values())],
)
def test_marks_stand_out_from_the_paper(colour, form):
    assert contrast(shade(colour, form), shade(theme.PAPER, form)) >= 3


@pytest.mark.parametrize("form", ["light", "dark"])
@pytest.mark.parametrize("sight", BLIND)
def test_kinds_of_events_differ_for_every_sight(sight, form):
    views = {kind: seen(shade(colour, form), BLIND[sight]) for kind, (colour, _) in MARKS.items()}
    for one, other in combinations(views, 2):
        apart = sum((a - b) ** 2 for a, b in zip(views[one], views[other], strict=True)) ** 0.5
        assert apart > 15, (one, other, apart)


def test_kinds_of_events_also_differ_by_shape():
    assert len({shape for _, shape in MARKS.values()}) == len(MARKS)


def test_contrast_agrees_with_published_values():
    assert contrast("#ffffff", "#ffffff") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_heading_keeps_its_words_at_every_width():
    words = "Don't lose a word of it, however many there are, and whatever the width of the page"
    expression = theme.heading(words)["text"]["expr"]
    variants = expression.split("[")[1:]
    assert len(variants) == len(theme.TIERS)
    for variant in variants:
        lines = variant.split("]")[0][1:-1].split("', '")
        assert " ".join(lines).replace("\\'", "'") == words
