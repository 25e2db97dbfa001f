"""Charts: rows of `datasets/` in; one sentence, one table and, for most, one picture out.

`kit` holds what charts are made of, `course` one file for each chart of the course, and `talk` and
`single_case` draw what a learner or a report brings.
"""

import workbook.spared  # noqa: F401  before Altair comes, with the first picture
from workbook.charts.kit.catalog import chart_ids, check, load
from workbook.charts.kit.model import Chart, Source
from workbook.charts.kit.output import outputs

__all__ = ["Chart", "Source", "chart_ids", "check", "load", "outputs"]
