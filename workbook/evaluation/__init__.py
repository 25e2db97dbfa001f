"""A report on a small test of the model: sessions in, one page and one table of numbers out."""

from .findings import Question, Report, evaluate
from .html_page import page
from .numbers import as_csv, as_json
from .read import Sessions, pairs, read_sessions
from .word_document import document

__all__ = [
    "Question", "Report", "Sessions", "as_csv", "as_json", "document", "evaluate", "page", "pairs",
    "read_sessions",
]  # fmt: skip
