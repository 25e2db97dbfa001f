"""Who is served or held, against the population, with what rounding does to a ratio."""

from workbook.charts import describe, tables
from workbook.charts.model import Chart
from workbook.charts.panels import Panel, figure
from workbook.charts.panels_picture import picture

__all__ = ["build", "rounding_range"]

RATIOS = {  # share in foster care, share of all children, derived ratio, names
    "American Indian": ("S010", "S020", "S025"),
    "Black": ("S004", "S018", "S023"),
    "White": ("S002", "S017", "S022"),
    "Hispanic": ("S006", "S019", "S024"),
}
INVESTIGATED = {"S035": "All children", "S036": "African American", "S037": "Asian or Pacific Islander"}
PRISON = {"S044": "Black", "S046": "White", "S048": "Hispanic", "S050": "American Indian"}
CASEWORKERS, SOCIAL_WORKERS, WHY = "S054", "W038", ("C030", "C031")
TOPICS = {
    "foster_care": "Foster care",
    "comparator": "All children, to compare",
    "disproportionality": "Ratio of the two shares",
    "foster_care_trend": "Foster care over the years",
    "cps_contact": "Child protection",
    "prison": "Prison",
    "child_welfare_workforce": "Child welfare workers",
    "child_removal": "Children removed",
}
COLUMNS = ("Topic", "Who", "Group", "Figure", "Where and when", "Evidence", "Source")
