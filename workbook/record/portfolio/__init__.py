"""Everything a learner has done in one file to keep, and a statement of completion."""

from .gather import Portfolio, gather
from .page import portfolio_page
from .statement import statement_page

__all__ = ["Portfolio", "gather", "portfolio_page", "statement_page"]
