"""Modeling Equality: a workbook for Solidarity Social Work Practice.

In a notebook: ``import workbook as wb``, then ``wb.start("01")``, ``wb.exercise("01/...")``.
"""

from importlib import import_module

__all__ = [
    "chart",
    "evaluate",
    "exercise",
    "log",
    "my_answers",
    "progress",
    "recall",
    "start",
    "transcript",
]


def __getattr__(name):
    """Load the parts of a lesson when they are first used, so that the import stays light."""
    if name in __all__:
        return getattr(import_module(".lesson", __name__), name)
    raise AttributeError(f"workbook has no {name!r}. It has {', '.join(__all__)}.")


def __dir__():
    """List what a notebook may call."""
    return sorted(__all__)
