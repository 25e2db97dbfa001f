"""A picture follows the page: every color that a chart draws has a dark form."""

import re

import pytest
from examples import share

from workbook.charts.kit.themed import VALUES, light, rules, themed
from workbook.design import COLORS, colors, stylesheet

DRAWN = re.compile(r'(?:fill|stroke)="(#[0-9a-fA-F]{3,8}|[a-z]+)"')
NO_COLOR = {"none", "transparent"}


def test_colors_have_one_name_each():
    assert len(VALUES) == len(COLORS)


def test_every_color_of_every_chart_follows_the_page(built, svg):
    left = {}
    for name, chart in share(built.items(), 0, 6):
        if chart.spec:
            found = set(DRAWN.findall(themed(svg(name)))) - NO_COLOR
            left |= {name: found} if found else {}
    assert left == {}, "colors that are no token stay light in the dark"


def test_paper_has_the_light_colors_again(svg):
    drawn = svg("01/timeline")
    assert light(themed(drawn)) == drawn


@pytest.mark.parametrize("name", COLORS)
def test_the_page_has_a_rule_for_every_color(name):
    assert f"{{fill:var(--wb-{name})}}" in rules()
    assert f"{{stroke:var(--wb-{name})}}" in rules()


@pytest.mark.parametrize("follows", ["page", "system"])
def test_the_dark_is_for_screens_only(follows):
    made = colors(follows)
    assert made.index("@media screen") < made.index("--wb-ink-dark")
    assert re.search(r"@media print\{:root\{--wb-paper:#f{6}\}\}$", made)
    assert all(
        f"--wb-{name}-{form}:" in stylesheet() for name in COLORS for form in ("light", "dark")
    )
