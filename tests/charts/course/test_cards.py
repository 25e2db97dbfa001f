"""The charts of invented cards: what both sides put, and what may not be worked out."""

import shutil

import pytest

from workbook.charts import load
from workbook.charts.course import cards as drawing
from workbook.charts.course import m03_both_sides
from workbook.charts.kit.page import bundle
from workbook.errors import ContentError
from workbook.measures.rating import batch, mirror, read_cards
from workbook.words import word

MIRROR = mirror()
LINES = MIRROR.lines
OVER_TIME = "03/over_time"


@pytest.fixture(scope="module")
def cards(datasets):
    return read_cards(datasets / "mirror_cards.csv", instrument=MIRROR)


def test_the_pair_is_drawn_as_it_was_put(built, cards):
    chart = built["03/both_sides"]
    both = {c.side: c.answers for c in cards if c.pair == m03_both_sides.PAIR}
    for row, name in zip(chart.rows, _order(chart), strict=True):
        assert (row[2], row[3]) == (str(both["person"][name]), str(both["practitioner"][name]))
    higher = sum(both["practitioner"][name] > both["person"][name] for name in LINES)
    opening = word(chart.id, "opening")
    assert chart.title == word(chart.id, "title", opening=opening, more=higher, all=10)


def _order(chart):
    labels = {MIRROR.label(name).casefold(): name for name in LINES}
    return [labels[row[1].casefold()] for row in chart.rows]


def test_the_pair_is_grouped_by_the_places_of_the_course(built):
    places = list(dict.fromkeys(row[0] for row in built["03/both_sides"].rows))
    assert places == [place.capitalize() for place in MIRROR.places]
    assert len(places) == 6
    assert all(row[4] for row in built["03/both_sides"].rows)


def test_blocks_with_fewer_than_five_cards_are_not_averaged(built):
    chart = built["03/over_time"]
    block = word(OVER_TIME, "weeks", first=7, last=8)
    hidden = [row for row in chart.rows if row[0] == block]
    few, not_shown = word(OVER_TIME, "few"), word(OVER_TIME, "not_shown")
    assert [row[2] for row in hidden] == [few, few, not_shown]
    drawn = [row for data in chart.spec["datasets"].values() for row in data if "said" in row]
    assert drawn
    assert not any(row["said"].startswith(block) for row in drawn)


def test_the_averages_over_all_do_not_give_the_hidden_block_away(built, cards):
    everything = batch(cards, instrument=MIRROR)
    chart = built["03/over_time"]
    averages = [row[2] for row in chart.rows if row[2].name == "average"]
    counts = [said.values["count"] for said in averages]
    people, practitioners = sum(counts[::2]), sum(counts[1::2])
    assert chart.sentence.index(f"n = {people};") < chart.sentence.index(f"n = {practitioners}.")
    assert people <= everything.person.cards - 3


def test_every_average_comes_with_its_interval_and_count(built):
    names = {"side": {"average", "few"}, "difference": {"gap", "not_shown"}}
    for _, what, said in built[OVER_TIME].rows:
        assert said.name in names[what.name]
        if said.name in ("average", "gap"):
            assert {"low", "high"} <= set(said.values)
            assert ("count" in said.values) == (what.name == "side")


def status_line():
    """Give what the source line says beside where the data are from."""
    return drawing.source_line().removeprefix(word("cards", "made")).removeprefix(". ")


@pytest.mark.parametrize("name", ["03/both_sides", "03/over_time", "04/three_pairs"])
def test_only_the_data_are_called_made_up_and_the_status_stands_by_itself(built, name):
    said = bundle(built[name])[0]
    made, kind, status = word("cards", "made"), word("cards", "made_up"), status_line()
    assert f"{made} ({kind})." in said["text/html"]
    for text in said.values():
        assert f"{status} " in text
        assert f"{status[:-1]} ({kind}" not in text


def test_missing_cards_are_told_as_a_sentence(tmp_path, datasets):
    folder = shutil.copytree(datasets, tmp_path / "datasets")
    (folder / "mirror_cards.csv").unlink()
    with pytest.raises(ContentError) as error:
        load(OVER_TIME, folder)
    assert error.value.message.identifier == "chart_errors.no_table"
