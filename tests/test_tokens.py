"""The tokens: every one that is used exists, and every pair of colors can be read."""

import re
from pathlib import Path

import pytest

import workbook
from workbook.design import COLORS, stylesheet, token

FOLDER = Path(workbook.__file__).parent


def luminance(color):
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
@pytest.mark.parametrize(
    ("name", "least"),
    [("ink", 7), ("quiet", 4.5), ("accent", 4.5), ("second", 4.5), ("line", 2.9)],
)
def test_colors_can_be_read(theme, ground, name, least):
    assert contrast(token(f"{name}-{theme}"), token(f"{ground}-{theme}")) >= least


def test_every_token_that_a_style_uses_is_there():
    styles = [path.read_text("utf-8") for path in FOLDER.rglob("*.css")]
    used = {name for text in styles for name in re.findall(r"var\(--wb-([a-z-]+)", text)}
    assert used
    assert used <= set(re.findall(r"--wb-([a-z-]+):", stylesheet())) | set(COLORS)


def test_an_unknown_token_is_an_error():
    with pytest.raises(KeyError):
        token("no-such-color")
