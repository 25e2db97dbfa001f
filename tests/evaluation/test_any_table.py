"""Whatever a table holds, it is read, or asked about in a sentence: never a traceback."""

from agency import text
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.errors import WorkbookError
from workbook.evaluation import Options, read_outcomes

SESSIONS = (
    "1", "2", "0", "-1", "week 3", "W2", "2026-01-05", "5.1.2026", "3/4/2026", "Jan 2026",
    "2026-W02", "KW 3/2026", "Q1 2026", "", "20260105", "Total", "5.1.", "Mon 5 Jan 2026", "x",
)  # fmt: skip
PHASES = (
    "A", "B", "BL", "Tx", "Basline", "A1", "B2", "", "C", "follow-up", "0", "1", "pre",
    "A (baseline)", "Phase 1", "True", "1.0", "post 2",
)  # fmt: skip
OUTCOMES = (
    "1", "3.5", "3,5", "1,020", "1.020", "99", "-9", "NA", "", "4%", "$5", "5 €", "yes", "4/5",
    "0:30", "2026-01-01", "1'000", "½", "inf", "=1",
)  # fmt: skip
CASES = ("north", "North", "", "a, b", "Total", "north total", "1")
KINDS = (CASES, SESSIONS, PHASES, OUTCOMES)
HEADS = (
    ("case", "session", "phase", "outcome"),
    ("Client", "Week", "Phase", "Score"),
    ("client", "W1", "W2", "W3"),
    ("week", "phase", "north", "south"),
)
SAID = st.fixed_dictionaries(
    {},
    optional={
        "before": st.sampled_from(["W1, W2", "1-2", "A", "BL"]),
        "columns": st.sampled_from(["session=Date", "outcome=Score", "outcome=north"]),
        "decimal": st.sampled_from(["point", "comma"]),
        "count_on": st.booleans(),
        "average": st.booleans(),
    },
)


@st.composite
def tables(draw):
    """Give an orderly table of one case in which some cells are whatever tables hold."""
    length = draw(st.integers(0, 8))
    rows = [["north", str(n + 1), "AB"[n >= length // 2], str(n % 4)] for n in range(length)]
    for _ in range(draw(st.integers(0, 4)) if length else 0):
        place = draw(st.integers(0, 3))
        rows[draw(st.integers(0, length - 1))][place] = draw(st.sampled_from(KINDS[place]))
    return text(rows, draw(st.sampled_from(";\t")), draw(st.sampled_from(HEADS)))


@settings(max_examples=80, deadline=None)
@given(tables(), SAID)
def test_a_table_is_read_or_asked_about(data, said):
    try:
        found = read_outcomes(data, Options(**said))
    except WorkbookError as error:
        assert len(str(error)) > 20
        return
    for each in found:
        assert (each.columns["session"] > 0).all()
        assert set(each.columns["phase"].tolist()) <= {0, 1, 2, 3, 4}
