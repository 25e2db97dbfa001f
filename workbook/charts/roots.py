"""The charts of module 1, by name."""

from workbook.charts import exam_rates, license_growth, other_side, timeline

__all__ = ["CHARTS"]

CHARTS = {
    "timeline": timeline.build,
    "exam_pass_rates": exam_rates.build,
    "license_growth": license_growth.build,
    "other_side": other_side.build,
}
