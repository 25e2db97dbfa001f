"""What a group has handed in, counted so that nobody can be picked out: `workbook cohort`."""

from .files import found
from .gather import gather
from .table import rows

__all__ = ["found", "gather", "rows"]
