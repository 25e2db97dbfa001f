"""The learner's journal: every saved answer on disk, one line each."""

from workbook.journal.disk import journal_path
from workbook.journal.entry import BROWSER_SEED, Entry, Learner
from workbook.journal.store import Journal

__all__ = ["BROWSER_SEED", "Entry", "Journal", "Learner", "journal_path"]
