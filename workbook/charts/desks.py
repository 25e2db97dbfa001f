"""Two invented meetings at one benefits desk: what their three charts share."""

from workbook.charts import theme
from workbook.charts.model import Source
from workbook.errors import ContentError
from workbook.measures.talk import read_transcript

__all__ = ["COLORS", "DESKS", "ROLES", "SIDES", "SOURCE", "TOLD", "color", "read"]

DESKS = {"two_desks_kept": "The desk that keeps", "two_desks_shared": "The desk that shares"}
ROLES = {"Tess": "practitioner", "Mr. Silva": "person"}
SIDES = ("practitioner", "person")
COLORS = {"practitioner": theme.ACCENT, "person": "#4f4500", "shared": theme.MUTED}
TOLD = {"said": "Here", "desk": "Desk", "source": "Source"}
SOURCE = Source("Invented for this course", kind="made-up data")


def read(datasets):
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
    >>> from pathlib import Path
    >>> read(Path("nowhere"))
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: nowhere/transcripts/two_desks_kept.csv: The transcript is \
missing. Restore it from the course files.
    """
    found = {}
    for file, desk in DESKS.items():
        path = datasets / "transcripts" / f"{file}.csv"
        if not path.is_file():
            message = "The transcript is missing. Restore it from the course files."
            raise ContentError(path.as_posix(), 0, message)
        found[desk] = read_transcript(path)
    return found


def color():
    """Give the colour of a side; where it is drawn, up and down or left and right say it too.

    Returns
    -------
    altair.Color

    Examples
    --------
    >>> color().to_dict()["field"]
    'side'
    """
    import altair as alt

    scale = alt.Scale(domain=[*COLORS], range=[*COLORS.values()])
    return alt.Color("side:N", legend=None, scale=scale)
