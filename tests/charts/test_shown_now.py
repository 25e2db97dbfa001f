"""After a filter the headline tells what is shown: in every chart that has a filter."""

import dataclasses

import pytest
from examples import share

from workbook.charts.kit.render import svg
from workbook.words import word

START = word("chart", "shown_now").strip()


def boxes(chart):
    params = chart.spec.get("params", ())
    return [p for p in params if p.get("bind", {}).get("input") == "select"]


@pytest.fixture
def filtered(built):
    found = [chart for chart in built.values() if boxes(chart)]
    assert len(found) > 1
    return found


def chosen(chart, name, value):
    """Draw a chart as it is once a value is chosen in one of its boxes."""
    params = [p | {"value": value} if p["name"] == name else p for p in chart.spec["params"]]
    return svg(dataclasses.replace(chart, spec={**chart.spec, "params": params}))


def test_the_headline_of_every_filtered_chart_tells_what_is_shown(filtered):
    for chart in share(filtered, 0, 2):
        assert START in svg(chart), chart.id
        for box in boxes(chart):
            value = box["bind"]["options"][-1]
            line = chosen(chart, box["name"], value).partition(START)[2].partition("</")[0]
            assert value.replace("&", "&amp;") in line, (chart.id, box["name"], line)
