"""Both sides of one invented pair of cards, for module 3."""

from pathlib import Path

from workbook.charts.course.card_pair import pair_chart
from workbook.charts.kit.chart_words import chart_id
from workbook.charts.kit.model import Chart

__all__ = ["PAIR", "build"]

ID = chart_id(__name__)
TABLE, PAIR = "mirror_cards", "blue-26"


def build(datasets: Path) -> Chart:
    """Build the chart of both sides of the pair."""
    return pair_chart(ID, datasets, TABLE, PAIR)
