"""The ladder: share of workers of each group along rank, beside the share of all workers."""

from workbook.charts import tables
from workbook.charts.model import Chart
from workbook.charts.panels import Panel, figure
from workbook.charts.panels_picture import picture

__all__ = ["GROUPS", "LADDERS", "build"]

ALL, MANAGERS, WORKERS = "W001", "W009", "W038"
PHYSICIANS, NURSES, AIDES = "W021", "W024", "W027"
GROUPS = {
    "Black": "black_pct",
    "White": "white_pct",
    "Asian": "asian_pct",
    "Hispanic (any race)": "hispanic_pct",
}
LADDERS = {  # from the top rung down; the order is ours
    "Social services": {
        MANAGERS: ("Social and community service managers", "Managers"),
        WORKERS: ("Social workers (three codes together)", "Social workers"),
        "W007": ("Social and human service assistants", "Assistants"),
    },
    "Medicine and nursing": {
        PHYSICIANS: ("Physicians (without the specialties counted apart)", "Physicians (most)"),
        NURSES: "Registered nurses",
        "W026": ("Licensed practical and vocational nurses", "Licensed practical nurses"),
        AIDES: "Nursing assistants",
    },
    "Schools": {
        "W032": ("Elementary and middle school teachers", "Teachers (to grade 8)"),
        "W035": "Teaching assistants",
    },
    "Two professions, for comparison": {
        "W019": "Lawyers",
        "W017": ("Psychologists (other than clinical and counseling)", "Psychologists (other)"),
    },
}
SHORT = {"Two professions, for comparison": "To compare"}
COLUMNS = (
    "Field", "Occupation", "White", "Black", "Asian", "Hispanic (any race)", "Women",
    "Thousands of workers", "Evidence", "Source",
)  # fmt: skip


def build(chart_id, datasets):
    """Build the chart of shares along rank, 2022.

    Parameters
    ----------
    chart_id : str
    datasets : pathlib.Path

    Returns
    -------
    workbook.charts.Chart

    Raises
    ------
    workbook.errors.ContentError
        When the table is missing or a row may not be shown.

    Examples
    --------
    >>> from pathlib import Path
    >>> build("02/x", Path("nowhere"))
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: nowhere/workforce_shares.csv: The table is missing. \
Restore it from the course files.
    """
    ids = [ALL, *(key for rungs in LADDERS.values() for key in rungs)]
    rows = tables.pick(datasets, "workforce_shares", ids)
    everything = tables.read(datasets, "workforce_shares")
    title, sentence = _title(rows), _sentence(rows)
    return Chart(
        chart_id,
        title,
        sentence,
        tables.sources(everything),
        _note(everything),
        COLUMNS,
        tuple(_table_row(row) for row in _by_field(everything)),
        picture(
            _panels(rows),
            title=title,
            details=(
                "US workers 2022, one group at a time. Upright line: its share of all workers.",
                "Source: Bureau of Labor Statistics, CPS Table 11. No license data.",
            ),
            sentence=sentence,
            picks=tuple(GROUPS),
        ),
        grouped=True,
    )


def _share(row, group="Black"):
    return f"{tables.number(row, GROUPS[group]):.1f}"


def _title(rows):
    top, middle, low = (_share(rows[key]) for key in (PHYSICIANS, NURSES, AIDES))
    return (
        f"Along rank the picture turns: {top} percent of physicians, {middle} of registered "
        f"nurses and {low} of nursing assistants are Black"
    )


def _sentence(rows):
    every, workers, managers = (rows[key] for key in (ALL, WORKERS, MANAGERS))
    return (
        f"Black workers are not scarce in social work: {_share(workers)} percent, against "
        f"{_share(every)} of all workers. White workers are fewer there than among all workers: "
        f"{_share(workers, 'White')} against {_share(every, 'White')} percent. Black workers are "
        f"scarcer among managers of social services ({_share(managers)} percent). Along rank, "
        f"{_share(rows[PHYSICIANS])} percent of physicians, {_share(rows[NURSES])} of registered "
        f"nurses and {_share(rows[AIDES])} of nursing assistants are Black; of lawyers, "
        f"{_share(rows['W019'])} percent."
    )


def _panels(rows):
    heads = {
        group: (f"{group}: percent of each job", f"{group.partition(' (')[0]}, percent")
        for group in GROUPS
    }
    lines = tuple((tables.number(rows[ALL], column), name) for name, column in GROUPS.items())
    first = ("All workers (the upright line)", "All workers (the line)")
    parts = [(heads, {ALL: first}), *((_head(name), rungs) for name, rungs in LADDERS.items())]
    return [
        Panel(
            head,
            tuple(_rung(rows[key], name, group) for key, name in rungs.items() for group in GROUPS),
            (0, 25, 50, 75, 100),
            ("Percent of the workers in each job", "Percent of workers")
            if head == _head(list(LADDERS)[-1])
            else "",
            lines=lines,
        )
        for head, rungs in parts
    ]


def _head(name):
    return (name, SHORT.get(name, name))


def _rung(row, name, group):
    share = _share(row, group)
    wide = name if isinstance(name, str) else name[0]
    return figure(
        row,
        name=name,
        value=float(share),
        label=share,
        words=f"{wide.partition(' (')[0]}: {share} percent {group}, 2022",
        counted=f"{int(row['employed_thousands']):,} thousand workers; {row['occupation']}",
        group=group,
    )


def _by_field(rows):
    fields = list(dict.fromkeys(row["field"] for row in rows))
    return sorted(rows, key=lambda row: (fields.index(row["field"]), row["id"]))


def _table_row(row):
    columns = ("white_pct", "black_pct", "asian_pct", "hispanic_pct", "women_pct")
    field = row["field"]
    return (
        field[0].upper() + field[1:],
        row["occupation"],
        *("withheld" if row["suppressed"] == "yes" else row[column] for column in columns),
        f"{int(row['employed_thousands']):,}",
        row["status"],
        tables.source(row),
    )


def _note(rows):
    withheld = sum(row["suppressed"] == "yes" for row in rows)
    return (
        'Neither "the profession is white" nor "the profession looks like those it serves" is '
        "true. These are people at work in a job, by what a survey was told; the table has no "
        "license data. Race groups do not sum to 100, and Hispanic workers may be of any race. "
        f"For {withheld} jobs with few workers, mental health social workers among them, the "
        'shares are withheld. Most social workers fall under one code, "all other". The survey '
        "does not rank jobs: the order of the rungs is ours. A share does not show why it is so, "
        "nor who holds what in one encounter."
    )
