"""Two invented meetings at one benefits desk: what their three charts share."""

from workbook.charts import theme
from workbook.charts.model import Chart, Source
from workbook.errors import ContentError
from workbook.measures.talk import read_transcript

__all__ = ["COLORS", "DESKS", "ROLES", "SIDES", "SOURCE", "TOLD", "chart", "color", "lines", "read"]

DESKS = {"two_desks_kept": "The desk that keeps", "two_desks_shared": "The desk that shares"}
ROLES = {"Tess": "practitioner", "Mr. Silva": "person"}
SIDES = ("practitioner", "person")
COLORS = {"practitioner": theme.ACCENT, "person": "#4f4500", "shared": theme.MUTED}
TOLD = {"said": "Here", "desk": "Desk", "source": "Source"}
SOURCE = Source("Invented for this course", kind="made-up data")
INVENTED = (
    "Both meetings are invented and were written to differ. So the picture teaches how to read "
    "such counts; it proves nothing about real meetings. There is no total: no sum of counts "
    "says how equal a meeting is."
)


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


def chart(key, said, table, drawn):
    """Make a chart of both desks, with its source and the note that it is invented.

    Parameters
    ----------
    key : str
        The id.
    said : tuple of str
        Title, sentence and note.
    table : tuple of (tuple, iterable)
        Headings and rows.
    drawn : callable
        Given ``title`` and ``sentence``, it gives the picture.

    Returns
    -------
    workbook.charts.Chart

    Examples
    --------
    >>> chart("02/x", ("T", "S.", "N."), (("A", "B"), [("1", "2")]), dict).spec
    {'title': 'T', 'sentence': 'S.'}
    """
    (title, sentence, note), (columns, rows) = said, table
    words = (title, sentence, (SOURCE,), f"{INVENTED} {note}")
    spec = drawn(title=title, sentence=sentence)
    return Chart(key, *words, columns, tuple(rows), spec, grouped=True)


def lines(*before):
    """Give the lines below a title, and last the source.

    Parameters
    ----------
    *before : str

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> lines("Up: the practitioner.")[0]
    'Up: the practitioner.'
    """
    return (*before, "Source: invented for this course. The two meetings were written to differ.")


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
