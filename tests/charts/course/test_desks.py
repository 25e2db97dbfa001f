"""The two invented desks: figures from the transcripts, side by side, and nothing claimed."""

import json
import re
from math import isnan

import pytest

from workbook.charts import load, outputs, talk
from workbook.charts.course import desks, m02_two_desks, m02_two_desks_words
from workbook.charts.kit import render
from workbook.errors import ContentError
from workbook.measures.result import Measure
from workbook.measures.talk import floor_map, marked_words, read_transcript, talk_profile
from workbook.readings import describe
from workbook.words import word, words

CHARTS = ("02/two_desks", "02/two_desks_turns", "02/two_desks_words")
NARROW = {"narrow_name": 29, "narrow_about": 28, "text": 28}  # letters with room at 320 pixels


@pytest.fixture(scope="module")
def meetings(datasets):
    folder = datasets / "transcripts"
    return {desks.name(file): read_transcript(folder / f"{file}.csv") for file in desks.FILES}


def values(chart):
    return [row for data in chart.spec["datasets"].values() for row in data]


def said(chart):
    """Give the words of all marks that can be pointed at, as they are drawn."""
    drawn = re.findall(r"<path[^>]*>", render.svg(chart))
    return [found[1] for tag in drawn if (found := re.search(r'aria-label="([^"]*)"', tag))]


def test_the_speakers_of_the_transcripts_are_those_with_a_role(meetings):
    for turns in meetings.values():
        assert {turn.speaker for turn in turns} == set(desks.ROLES)


@pytest.mark.parametrize("chart_id", CHARTS)
def test_it_is_said_to_be_invented(built, svg, chart_id):
    chart = built[chart_id]
    assert chart.sources == (desks.source(),)
    assert chart.sources[0].kind == word("desks", "made_up")
    assert chart.note
    assert words(chart_id)["source"] in svg(chart_id, render.MOST)


@pytest.mark.parametrize("chart_id", CHARTS)
def test_both_desks_are_shown_and_in_the_table(built, chart_id):
    chart = built[chart_id]
    for desk in map(desks.name, desks.FILES):
        assert any(desk in row for row in chart.rows)
        assert any(str(row.get("desk", row.get("row"))).find(desk) >= 0 for row in values(chart))


@pytest.mark.parametrize("chart_id", CHARTS)
def test_words_have_room_on_a_narrow_page(built, chart_id):
    for row in values(built[chart_id]):
        for key, most in NARROW.items():
            assert len(row.get(key, "")) <= most, row


def test_the_profile_is_that_of_the_measures(built, drawn, meetings):
    shown = drawn(built["02/two_desks"])
    assert len(shown) == len(built["02/two_desks"].rows) == 2 * len(m02_two_desks.TICKS)
    for desk, turns in meetings.items():
        found = {m.name: m for m in talk_profile(turns, desks.ROLES) if m.role == "practitioner"}
        own = [figure for figure in shown if desk in figure["wide_name"]]
        for figure, (name, ticks) in zip(own, m02_two_desks.TICKS.items(), strict=True):
            by = 100 if ticks[-1] == 100 else 1
            for key, end in (("place", "value"), ("low", "low"), ("high", "high")):
                value = by * getattr(found[name], end)
                if figure[key] is None:
                    assert isnan(value)
                else:
                    assert figure[key] == pytest.approx(100 * value / ticks[-1], abs=0.001)
            assert f"n = {found[name].count:,}" in figure["narrow_name"]


def test_every_interval_lies_inside_its_axis_and_a_missing_one_is_said(built, drawn):
    missing = 0
    for figure in drawn(built["02/two_desks"]):
        places = [figure[key] for key in ("low", "place", "high") if figure[key] is not None]
        assert places == sorted(places)
        assert 0 <= places[0] <= places[-1] <= 100
        missing += figure["low"] is None
        nothing = word("02/two_desks", "no_interval")
        assert (figure["low"] is None) == (nothing in figure["wide_name"])
    assert missing == 2, "a count of zero at one desk each"


def test_each_panel_keeps_its_own_unit(built):
    units = [r["wide_label"] for r in values(built["02/two_desks"])
             if str(r.get("row")).endswith("|axis") and "wide_label" in r]  # fmt: skip
    assert len(units) == len(m02_two_desks.TICKS)
    assert len(set(units)) >= 4


def test_the_title_names_what_is_apart_and_not_what_overlaps(built):
    names = words("02/two_desks")["measures"]
    apart = ("directives_per_100", "permissions_per_100", "uptake", "subject_share_common")
    differ = describe.in_words([names[name]["head"].lower() for name in apart])
    assert built["02/two_desks"].title == title("alike_nearly", "60", "62", differ)


def title(alike, first, second, differ):
    parts = {"alike": word("02/two_desks", alike), "first": first, "second": second}
    return word("02/two_desks", "title", **parts, differ=differ)


def test_touching_intervals_are_not_apart_and_a_number_without_one_is_compared_itself():
    one = Measure("uptake", "person", 1.0, 0.5, 2.0, 90, "share", "")
    alone = one._replace(value=0.0, low=float("nan"), high=float("nan"))
    assert not m02_two_desks.apart(one, one._replace(low=2.0, value=3.0, high=4.0))
    assert m02_two_desks.apart(one, alone)
    assert not m02_two_desks.apart(one, alone._replace(value=1.5))


def test_a_talk_share_that_differs_is_not_called_the_same(datasets, tmp_path):
    folder = tmp_path / "transcripts"
    folder.mkdir()
    for file in desks.FILES:
        text = (datasets / "transcripts" / f"{file}.csv").read_text(encoding="utf-8")
        if file == "two_desks_shared":
            swap = {"Tess": "Mr. Silva", "Mr. Silva": "Tess"}
            lines = text.splitlines()
            for n, line in enumerate(lines[1:], 1):
                turn, who, text_ = line.split(",", 2)
                lines[n] = f"{turn},{swap[who]},{text_}"
            text = "\n".join(lines)
        (folder / f"{file}.csv").write_text(text, encoding="utf-8")
    differ = load("02/two_desks", tmp_path).title.rpartition(": ")[2]
    assert load("02/two_desks", tmp_path).title == title("alike_not", "60", "38", differ)


def test_every_turn_is_drawn_on_its_side_as_long_as_its_words(built, meetings):
    rows = values(built["02/two_desks_turns"])
    bars = [row for row in rows if getattr(row.get("said"), "name", "") in ("turn", "turn_asks")]
    assert len(bars) == sum(len(turns) for turns in meetings.values())
    for desk, turns in meetings.items():
        for bar, turn in zip([b for b in bars if b["desk"] == desk], turns, strict=True):
            count = len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", turn.text))
            side = desks.ROLES[turn.speaker]
            about = {"turn": turn.turn, "side": word("chart", side), "words": count}
            assert bar["said"].values == about
            signed = count if side == "practitioner" else -count
            assert (bar["y"] - bar["end"]) / talk.WORD == pytest.approx(signed, abs=0.01)


def test_a_turn_that_asks_has_a_diamond_and_says_so(built, meetings):
    chart = built["02/two_desks_turns"]
    asking = sum("?" in turn.text for turns in meetings.values() for turn in turns)
    marks = [row for row in values(chart) if set(row) == {"turn", "y"}]
    asks = [row["said"] for row in values(chart)
            if getattr(row.get("said"), "name", "") == "turn_asks"]  # fmt: skip
    assert len(marks) == len(asks) == asking
    assert set(asks) <= set(said(chart))
    shapes = {layer["mark"].get("shape") for layer in chart.spec["layer"]}
    assert "diamond" in shapes
    assert sum(row[4] == word(chart.id, "asks_yes") for row in chart.rows) == asking


def test_the_strip_is_the_floor_map_in_place(built, meetings):
    chart = built["02/two_desks_turns"]
    strip = [row for row in values(chart) if getattr(row.get("said"), "name", "") == "windows"]
    for desk, turns in meetings.items():
        windows = floor_map(turns, desks.ROLES, by="words", window=150, step=30, dominance=0.6)
        labels = [window.label for window in windows]
        own = [row for row in strip if row["desk"] == desk]
        drawn = [row["side"] for row in own for _ in range(row["said"].values["n"])]
        assert drawn == labels
        assert all(a["last"] == b["first"] for a, b in zip(own, own[1:], strict=False))
        held = describe.in_words(
            [f"{word('chart', side)} {labels.count(side)}" for side in (*desks.SIDES, "shared")]
        )
        counts = {"desk": desk, "windows": len(labels), "held": held}
        assert word(chart.id, "floor", **counts) in chart.sentence
    tall = {row["side"]: round(row["y"] - row["end"]) for row in strip}
    assert tall["practitioner"] > 0 > tall["shared"]


def test_the_words_are_the_strongest_of_each_side_with_their_z(built, meetings):
    chart = built["02/two_desks_words"]
    for desk, turns in meetings.items():
        every = dict(marked_words(turns, desks.ROLES))
        for side, sign in (("practitioner", 1), ("person", -1)):
            name = word("chart", side)
            own = [row[1] for row in chart.rows if (row[0], row[2]) == (desk, name)]
            assert len(own) == m02_two_desks_words.MOST == 8
            weakest = min(sign * every[each] for each in own)
            assert all(sign * z <= weakest for each, z in every.items() if each not in own)
    labels = set(said(chart))
    for desk, each, side, z in chart.rows:
        found = dict(marked_words(meetings[desk], desks.ROLES))[each]
        assert z == f"{found:.1f}"
        assert word(chart.id, "mark", word=each, side=side, z=found) in labels


def test_the_title_of_the_words_names_all_that_pass_the_limit(built, meetings):
    chance = m02_two_desks_words.CHANCE
    passing = {
        each: z
        for turns in meetings.values()
        for each, z in marked_words(turns, desks.ROLES)
        if abs(z) > chance
    }
    quoted = [word("02/two_desks_words", "quoted", word=each) for each in passing]
    beyond = describe.in_words(quoted)
    shown = built["02/two_desks_words"].title
    assert shown == word("02/two_desks_words", "title", beyond=beyond, chance=chance)


def test_place_says_the_side_too(built):
    sides = {"practitioner": set(), "person": set()}
    for row in values(built["02/two_desks_words"]):
        if "z" in row and "side" in row:
            sides[row["side"]].add(row["z"] > 0)
    assert sides == {"practitioner": {True}, "person": {False}}


@pytest.mark.parametrize("chart_id", CHARTS)
def test_a_missing_transcript_is_said(chart_id, tmp_path):
    with pytest.raises(ContentError) as error:
        load(chart_id, tmp_path)
    assert error.value.file.endswith("two_desks_kept.csv")
    assert error.value.message.identifier == "chart_errors.no_transcript"


@pytest.mark.parametrize("chart_id", CHARTS)
def test_two_builds_are_equal(built, datasets, chart_id):
    again = outputs(load(chart_id, datasets))
    assert json.dumps(again) == json.dumps(outputs(built[chart_id]))
