"""The timeline: every event in one lane, one field, the table, and with its source."""

import re

import pytest

from workbook.charts.course import m01_timeline, m01_timeline_picture
from workbook.charts.kit import tables
from workbook.words import words

KINDS = words("01/timeline")["kinds"]


@pytest.fixture(scope="module")
def line(built):
    return built["01/timeline"]


@pytest.fixture(scope="module")
def events(rows):
    return rows("timeline")


@pytest.fixture(scope="module")
def marks(line):
    layer = next(layer for layer in line.spec["layer"] if layer["mark"]["type"] == "point")
    return line.spec["datasets"][layer["data"]["name"]]


def test_every_event_is_in_the_table_with_its_source(line, events):
    assert sorted(row[2] for row in line.rows) == sorted(event["event"] for event in events)
    by_event = {row[2]: row for row in line.rows}
    for event in events:
        source = by_event[event["event"]][-1]
        assert source.url == event["url"]
        assert source.text.startswith(event["source_title"])
        assert by_event[event["event"]][5] == tables.evidence(event)


def test_the_table_goes_by_decades(line):
    decades = [row[0] for row in line.rows]
    assert decades == sorted(decades)
    assert all(row[1].startswith(row[0][:3]) for row in line.rows)


def test_every_event_since_1815_is_drawn_and_the_note_names_the_others(line, events, marks):
    early = [e["year"] for e in events if int(e["year"]) < m01_timeline.FIRST_DRAWN]
    assert len(marks) == len(events) - len(early)
    assert early
    assert all(year in line.note for year in early)


def test_every_profession_is_in_one_field_and_every_role_and_country_has_a_name(events, rows):
    fields = [row["profession"] for row in rows("professions")]
    assert len(fields) == len(set(fields))
    assert {event["profession"] for event in events} == set(fields)
    assert {event["role"] for event in events} <= set(KINDS) == set(m01_timeline_picture.MARKS)
    assert {event["country"] for event in events} <= set(words("01/timeline")["countries"])


def test_filters_offer_every_value_that_is_drawn(line, marks):
    boxes = {p["name"]: p["bind"]["options"] for p in line.spec["params"] if "bind" in p}
    assert set(boxes) == {"pick_country", "pick_field", "pick_kind", "pick_status"}
    for name, options in boxes.items():
        key = name.removeprefix("pick_")
        every = words(line.id)["boxes"]["all"]
        assert options == [every, *sorted({mark[key] for mark in marks})]


def test_every_mark_names_its_source_and_evidence_when_pointed_at(line, marks):
    layer = next(layer for layer in line.spec["layer"] if layer["mark"]["type"] == "point")
    told = {tip["field"] for tip in layer["encoding"]["tooltip"]}
    assert told == {"years", "event", "kind", "country", "source", "status"}
    assert all(mark["source"] and mark["status"] for mark in marks)
    assert all(mark["link"].startswith("http") or not mark["link"] for mark in marks)


def test_marks_stay_in_their_lane_and_never_cover_each_other(marks):
    places = [(mark["year"], mark["y"]) for mark in marks]
    for n, (year, y) in enumerate(places):
        for other_year, other_y in places[n + 1 :]:
            apart = abs(year - other_year) >= m01_timeline_picture.APART
            assert apart or abs(y - other_y) >= m01_timeline_picture.STEP
    lanes = {}
    for mark in marks:
        lanes.setdefault(mark["kind"], []).append(mark["y"])
    ordered = [lanes[kind] for kind in KINDS.values()]
    for upper, lower in zip(ordered, ordered[1:], strict=False):
        assert max(upper) < min(lower)


def test_harm_and_resistance_stand_side_by_side():
    kinds = list(KINDS)
    assert kinds.index("resistance") - kinds.index("harm") == 1


def test_the_title_holds_in_the_data(events):
    years = {
        role: {int(e["year"]) // 10 for e in events if e["role"] == role}
        for role in ("professionalization", "harm", "resistance")
    }
    assert len(set.intersection(*years.values())) >= 4


def test_packing_uses_as_few_lines_as_will_do():
    assert m01_timeline_picture.pack([1900, 1900, 1900]) == [0, 1, 2]
    assert m01_timeline_picture.pack([1900, 1909, 1918]) == [0, 0, 0]
    assert m01_timeline_picture.pack([]) == []


def test_the_sentence_counts_what_the_file_holds(line, events):
    assert re.findall(r"\d+", line.sentence)[:3] == [f"{len(events)}", "1601", "2026"]
    harm = sum(event["role"] == "harm" for event in events)
    assert f"{KINDS['harm'].lower()} {harm}," in line.sentence
