"""Who talks and who decides: published figures, each on the axis of its own unit."""

from pathlib import Path

from workbook.charts.course.encounters import table
from workbook.charts.kit import tables
from workbook.charts.kit.chart_words import chart_id, chart_words
from workbook.charts.kit.model import Chart
from workbook.charts.kit.panels import Panel, Row, counted, figure
from workbook.charts.kit.panels_picture import picture
from workbook.charts.kit.tables import TableRow
from workbook.readings import describe
from workbook.words import word, words

__all__ = ["SHARES", "build"]

ID = chart_id(__name__)
SHARES = {"E040": "E039", "E042": "E041", "E044": "E043"}  # the share, derived from the ratio
SCORE, TAUGHT = "E062", "E064"
BY_RACE = ("E037", "E046")
HUNDRED = (0, 25, 50, 75, 100)


def build(datasets: Path) -> Chart:
    """Build the chart of talk shares and shared-decision scores."""
    pairs = [key for share, ratio in SHARES.items() for key in (ratio, share)]
    rows = tables.pick(datasets, "encounter_figures", [*pairs, SCORE, TAUGHT, *BY_RACE])
    shares = sorted(float(rows[key]["value"]) for key in SHARES)
    talk, score = rows[next(iter(SHARES))], rows[SCORE]
    text = chart_words(
        ID,
        talk=talk,
        counted=counted(talk),
        least=shares[0],
        most=shares[-1],
        shares=describe.in_words([_phrase(rows, key) for key in SHARES]),
        score=score,
        taught=rows[TAUGHT],
        race=rows[BY_RACE[0]],
    )
    figures = [_share(rows[key], rows[ratio]) for key, ratio in SHARES.items()]
    panels = [
        Panel(rows=tuple(figures), ticks=HUNDRED, **text.parts["talk"]),
        Panel(rows=(_score(score),), ticks=HUNDRED, **text.parts["deciding"]),
    ]
    return text.chart(tables.sources(rows.values()), table(rows.values()), picture(panels, text))


def _share(row: TableRow, ratio: TableRow) -> Row:
    about = {"name": words(ID)["names"][row["id"]], "share": row["value"], "ratio": ratio["value"]}
    return figure(
        row,
        name=(word(ID, "share_wide", **about), word(ID, "share_narrow", **about)),
        words=word(ID, "share", **about),
        counted=word(ID, "share_counted", counted=counted(row), setting=row["setting"]),
    )


def _score(row: TableRow) -> Row:
    ends = {name: row[name] for name in ("value", "low", "high")}
    place = {name: row[name] for name in ("setting", "place")}
    return figure(
        row,
        name=(word(ID, "score_wide"), word(ID, "score_narrow")),
        words=word(ID, "score", **ends),
        counted=word(ID, "score_counted", counted=counted(row), **place),
    )


def _phrase(rows: dict[str, TableRow], key: str) -> str:
    name, ratio = words(ID)["names"][key].lower(), rows[SHARES[key]]["value"]
    return word(ID, "share_short", share=rows[key]["value"], name=name, ratio=ratio)
