"""A talk as a picture, and the name by which scripts from outside read one."""

from workbook.charts import talk
from workbook.readings.floor import Piece, TurnCounts
from workbook.words import word

TURNS = [TurnCounts(1, "practitioner", 10, 0), TurnCounts(2, "person", 30, 1)]
FLOOR = [
    Piece(0.5, 1.0, "practitioner"),
    Piece(1.0, 1.5, "practitioner"),
    Piece(1.5, 2.0, "person"),
]


def rows(drawn):
    return [row for layer in drawn for row in layer.data.values]


def test_a_transcript_is_read_by_the_name_that_others_call():
    found = talk.look("Worker: Call me at 555-0134.\nTenant: I will.")
    assert found["speakers"] == [["Worker", 1], ["Tenant", 1]]
    assert found["findings"][0]["text"] == "555-0134"


def test_each_turn_is_as_long_as_its_words_and_says_whether_it_asks():
    drawn, height = talk.layers([talk.Meeting("One", TURNS, FLOOR, "invented")])
    bars = [row for row in rows(drawn) if "end" in row and "first" in row][:2]
    assert [round((bar["y"] - bar["end"]) / talk.WORD) for bar in bars] == [10, -30]
    assert [bar["said"].name for bar in bars] == ["turn", "turn_asks"]
    assert all(0 <= row["y"] <= height for row in rows(drawn))


def test_pieces_of_one_side_are_joined_and_counted():
    drawn, _ = talk.layers([talk.Meeting("One", TURNS, FLOOR, "invented")])
    strip = [row for row in rows(drawn) if getattr(row.get("said"), "name", "") == "windows"]
    about = {"holder": word("chart", "practitioner"), "first": 0.5, "last": 1.5}
    assert strip[0]["said"] == word("chart_talk", "windows", n=2, **about)
    assert [row["side"] for row in strip] == ["practitioner", "person"]


def test_talks_stand_below_each_other():
    one = talk.Meeting("One", TURNS, FLOOR, "invented")
    _, single = talk.layers([one])
    _, double = talk.layers([one, one._replace(name="Two")])
    assert double == 2 * single
