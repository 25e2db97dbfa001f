"""The other side of module 2: findings for and against its claims."""

from pathlib import Path

from workbook.charts.course.findings import panel
from workbook.charts.kit.chart_words import chart_id
from workbook.charts.kit.model import Chart

__all__ = ["build"]

ID = chart_id(__name__)


def build(datasets: Path) -> Chart:
    """Build the panel of findings on the claims of this module."""
    return panel(ID, datasets)
