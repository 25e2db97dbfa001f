"""What a provider of continuing education prints: agenda, forms, a card for raters."""

from .hours import Agenda, agenda, questions_needed
from .page import page
from .raters import rater_table

__all__ = ["Agenda", "agenda", "page", "questions_needed", "rater_table"]
