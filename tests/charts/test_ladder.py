"""The ladder: shares as in the file, and what they do and do not say, put exactly."""

import pytest

COLUMNS = {
    "Black": "black_pct",
    "White": "white_pct",
    "Asian": "asian_pct",
    "Hispanic (any race)": "hispanic_pct",
}


@pytest.fixture(scope="module")
def chart(built):
    return built["02/ladder"]


def test_every_rung_is_drawn_for_every_group_with_the_share_of_the_file(chart, drawn, table_row):
    keys = ["W001", *(key for rungs in ladder.LADDERS.values() for key in rungs)]
    wanted = sorted(
        (group, float(table_row("workforce_shares", key)[column]))
        for key in keys
        for group, column in COLUMNS.items()
    )
    figures = drawn(chart)
    assert sorted((f["group"], f["place"]) for f in figures) == wanted
    assert all(f["wide_label"] == f"{f['place']:.1f}" for f in figures)


def test_the_line_is_the_share_of_all_workers_of_the_same_group(chart, table_row):
    every = table_row("workforce_shares", "W001")
    rows = [r for data in chart.spec["datasets"].values() for r in data]
    lines = {(r["group"], r["place"]) for r in rows if set(r) == {"row", "place", "group"}}
    assert lines == {(g, float(every[column])) for g, column in COLUMNS.items()}


def test_a_group_can_be_picked_and_every_mark_follows(chart):
    (box,) = (p for p in chart.spec["params"] if "bind" in p)
    assert box["bind"]["options"] == list(COLUMNS)
    assert box["value"] == "Black"
    for layer in chart.spec["layer"]:
        values = chart.spec["datasets"][layer["data"]["name"]]
        filters = [t["filter"] for t in layer.get("transform", ()) if "filter" in t]
        assert bool(filters) == ("group" in values[0])
        assert all("pick_group" in test for test in filters)


def test_it_is_said_exactly(chart):
    for words in (
        "Black workers are not scarce in social work: 27.2 percent, against 12.6 of all workers",
        "White workers are fewer there than among all workers: 65.5 against 77.0 percent",
        "scarcer among managers of social services (12.7 percent)",
        "8.4 percent of physicians, 14.5 of registered nurses and 36.0 of nursing assistants",
    ):
        assert words in chart.sentence
    for words in (
        'Neither "the profession is white" nor "the profession looks like those it serves"',
        "no license data",
        "do not sum to 100",
        "of any race",
        "the order of the rungs is ours",
        "For 4 jobs",
    ):
        assert words in chart.note


def test_the_table_holds_every_row_and_withholds_what_the_survey_withholds(chart, rows):
    table = {row[1]: row for row in chart.rows}
    assert len(table) == len(chart.rows) == len(rows("workforce_shares"))
    for row in rows("workforce_shares"):
        shown = table[row["occupation"]]
        columns = ("white_pct", "black_pct", "asian_pct", "hispanic_pct", "women_pct")
        assert list(shown[2:7]) == [row[column] or "withheld" for column in columns]
