"""The other side of module 1: findings on claims often heard beside the seed."""

from pathlib import Path

from workbook.charts.course.findings import panel
from workbook.charts.kit.chart_words import chart_id
from workbook.charts.kit.model import Chart

__all__ = ["build"]

ID = chart_id(__name__)


def build(datasets: Path) -> Chart:
    """Build the panel of findings on claims often heard beside the seed text."""
    return panel(ID, datasets)
