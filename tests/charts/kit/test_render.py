"""Every picture: drawn by the oldest Vega-Lite, the same each time, nothing fetched."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import vl_convert
from schema import checked_whole
from sweep import first

from workbook.charts import chart_ids, outputs
from workbook.charts.kit import render
from workbook.design import token
from workbook.words import words

ROOT = Path(__file__).resolve().parents[3]
WORDS_ONLY = ("01/other_side", "02/other_side", "04/ladder")
DRAWN = [chart_id for chart_id in chart_ids() if chart_id not in WORDS_ONLY]

BUILD = """
import hashlib, json, sys
from workbook.charts import chart_ids, load, outputs
for chart_id in chart_ids():
    whole = json.dumps(outputs(load(chart_id, sys.argv[1])), ensure_ascii=False)
    print(chart_id, hashlib.sha256(whole.encode()).hexdigest())
    if chart_id < "04":  # from there on charts test their numbers
        heavy = [name for name in ("pandas", "numpy") if name in sys.modules]
print(heavy)
"""


def in_a_fresh_process(code, seed):
    known = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
    call = [sys.executable, "-c", code, str(ROOT / "datasets")]
    done = subprocess.run(
        call, env={**os.environ, **known}, capture_output=True, text=True, check=True
    )
    return done.stdout


def nodes(tree):
    yield tree
    children = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    for child in children:
        yield from nodes(child)


@pytest.mark.parametrize("chart_id", first(4, DRAWN))
@pytest.mark.parametrize("width", [render.LEAST, render.MOST])
def test_it_is_drawn_by_the_oldest_vega_lite(svg, chart_id, width):
    picture = svg(chart_id, width)
    assert picture.startswith("<svg")
    assert picture.count("<path") > 10


@pytest.mark.parametrize("chart_id", DRAWN)
def test_the_width_can_be_measured_where_it_is_embedded(built, chart_id):
    _, metadata = render.bundle(built[chart_id])
    patch = metadata[render.MIME]["embed_options"]["patch"]
    vega = vl_convert.vegalite_to_vega(built[chart_id].spec, vl_version="5.8")
    assert [step["path"] for step in patch] == ["/width", "/signals/0"]
    assert vega["width"] == render.WIDTH
    assert vega["signals"], "there must be a list to add the width to"
    assert "width" not in {signal["name"] for signal in vega["signals"]}


@pytest.mark.parametrize("chart_id", DRAWN)
def test_it_is_said_to_be_version_five_and_drawn_as_svg_without_a_menu(built, chart_id):
    data, metadata = render.bundle(built[chart_id])
    assert set(data) == {"application/vnd.vegalite.v5+json", "text/plain"}
    assert "/v5." in data[render.MIME]["$schema"]
    options = metadata[render.MIME]["embed_options"]
    assert (options["renderer"], options["actions"]) == ("svg", False)


@pytest.mark.parametrize("chart_id", DRAWN)
def test_nothing_is_fetched_and_no_click_leaves_the_page(built, chart_id):
    for node in nodes(built[chart_id].spec):
        if isinstance(node, dict):
            assert "url" not in node
            assert "href" not in node


@pytest.mark.parametrize("chart_id", DRAWN)
def test_it_is_on_warm_paper_with_a_finding_a_source_line_and_other_words(built, chart_id):
    chart = built[chart_id]
    assert chart.spec["config"]["background"] == token("paper-light")
    assert chart.spec["description"].startswith(chart.title)
    assert chart.sentence in chart.spec["description"]
    start = words(chart_id)["source"].partition(":")[0]
    assert start
    assert start in chart.spec["title"]["subtitle"]["expr"]


@pytest.mark.parametrize("chart_id", DRAWN)
def test_every_axis_says_what_it_counts(built, chart_id):
    spec = built[chart_id].spec
    across = [layer["encoding"]["x"] for layer in spec["layer"] if "x" in layer["encoding"]]
    titles = {x["title"] for x in across if x.get("axis")}
    rows = [row for data in spec["datasets"].values() for row in data]
    own = {row["wide_label"] for row in rows if str(row.get("row")).endswith("|axis")
           if "wide_label" in row}  # fmt: skip
    assert bool(titles) != bool(own), "either one axis for all or one for each panel"
    units = "Year|Week|Percent|Ratio|Seconds|Points|Words|Phrases|Turn|Strength"
    assert all(re.match(units, words) for words in titles | own)


def digest(chart):
    whole = json.dumps(outputs(chart), ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()


@pytest.mark.slow
def test_two_builds_are_the_same_to_the_byte_and_load_nothing_heavy(built):
    *other, heavy = in_a_fresh_process(BUILD, "1").splitlines()
    assert other == [f"{chart_id} {digest(chart)}" for chart_id, chart in built.items()]
    assert heavy == "[]"


def test_what_the_schema_of_vega_lite_does_not_know_is_found_by_these_tests():
    import altair as alt

    bad = alt.Chart(alt.Data(values=[{}])).mark_point()
    bad.mark = "no such mark"
    with checked_whole(), pytest.raises(alt.utils.schemapi.SchemaValidationError):
        render.vega_lite([bad], title={"text": "T"}, description="D.", height=40)


def test_asking_for_the_names_of_charts_does_not_load_altair():
    code = "import sys; from workbook.charts import chart_ids; chart_ids(); print(*sys.modules)"
    assert "altair" not in in_a_fresh_process(code, "0").split()


def test_the_saved_size_stays_small(built):
    sizes = {chart_id: len(json.dumps(outputs(chart))) for chart_id, chart in built.items()}
    assert max(sizes.values()) < 150_000


@pytest.mark.parametrize("chart_id", first(4, DRAWN))
def test_every_mark_that_can_be_pointed_at_is_said_in_plain_words(svg, chart_id):
    picture = svg(chart_id)
    said = re.findall(r"<path[^>]*>", picture)
    labels = [found[1] for tag in said if (found := re.search(r'aria-label="([^"]*)"', tag))]
    assert labels
    for label in labels:
        assert re.search(r"\d", label)
        assert not re.search(r"\b(y|kind|rate|row|bound): ", label), label
