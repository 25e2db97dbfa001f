"""What somebody who leads a group needs: the guide, plans to the minute, slides, sheets."""

from .book import book
from .page import guide_page
from .plans import Plan, Session, Step, plan_names, read_plan
from .sheets import sheets
from .slides import slides

__all__ = [
    "Plan",
    "Session",
    "Step",
    "book",
    "guide_page",
    "plan_names",
    "read_plan",
    "sheets",
    "slides",
]
