"""Two invented meetings at one benefits desk: what their three charts share."""

from pathlib import Path

from workbook.charts.kit.model import Source
from workbook.errors import ContentError
from workbook.measures.talk import Turn, read_transcript
from workbook.words import word

__all__ = ["FILES", "ROLES", "SIDES", "TIPS", "name", "read", "source"]

FILES = ("two_desks_kept", "two_desks_shared")
ROLES = {"Tess": "practitioner", "Mr. Silva": "person"}
SIDES = ("practitioner", "person")
TIPS = ("said", "desk", "source")


def name(file: str) -> str:
    """Give what a desk is called.

    Parameters
    ----------
    file : str
        One of `FILES`.

    Examples
    --------
    >>> name("two_desks_kept")
    'The desk that keeps'
    """
    return word("desks", f"desk_{file.rpartition('_')[2]}")


def source() -> Source:
    """Give the source of both meetings.

    Examples
    --------
    >>> str(source())
    'Invented for this course'
    """
    return Source(word("desks", "source"), kind=word("desks", "made_up"))


def read(datasets: Path) -> dict[str, list[Turn]]:
    """Read both meetings.

    Parameters
    ----------
    datasets : pathlib.Path
        The folder that holds ``transcripts``.

    Returns
    -------
    dict of str to list of workbook.measures.talk.Turn
        By the name of the desk.

    Raises
    ------
    workbook.errors.ContentError
        When a transcript is missing.

    Examples
    --------
    >>> read(Path("nowhere"))
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: nowhere/transcripts/two_desks_kept.csv: The transcript is \
missing. Restore it from the course files.
    """
    meetings: dict[str, list[Turn]] = {}
    for file in FILES:
        path = datasets / "transcripts" / f"{file}.csv"
        if not path.is_file():
            raise ContentError(path.as_posix(), 0, word("chart_errors", "no_transcript"))
        meetings[name(file)] = read_transcript(path)
    return meetings
