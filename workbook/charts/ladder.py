"""The ladder: share of workers of each group along rank, beside the share of all workers."""

from dataclasses import replace

from workbook.charts import tables
from workbook.charts.panels import Panel, figure
from workbook.charts.panels_picture import picture
from workbook.charts.told import told

__all__ = ["GROUPS", "LADDERS", "build"]

ALL = "W001"
GROUPS = {
    "Black": "black_pct",
    "White": "white_pct",
    "Asian": "asian_pct",
    "Hispanic (any race)": "hispanic_pct",
}
LADDERS = {  # from the top rung down; the order is ours
    "Social services": {
        "W009": ("Social and community service managers", "Managers"),
        "W038": ("Social workers (three codes together)", "Social workers"),
        "W007": ("Social and human service assistants", "Assistants"),
    },
    "Medicine and nursing": {
        "W021": ("Physicians (without the specialties counted apart)", "Physicians (most)"),
        "W024": "Registered nurses",
        "W026": ("Licensed practical and vocational nurses", "Licensed practical nurses"),
        "W027": "Nursing assistants",
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
NAMED = {  # whose shares the title and the sentence give
    "all": ALL, "managers": "W009", "workers": "W038", "physicians": "W021", "nurses": "W024",
    "aides": "W027", "lawyers": "W019",
}  # fmt: skip
SHARES = ("white_pct", "black_pct", "asian_pct", "hispanic_pct", "women_pct")


def build(chart_id, datasets):
    """Build the chart of shares along rank, 2022."""
    ids = [ALL, *(key for rungs in LADDERS.values() for key in rungs)]
    rows = tables.pick(datasets, "workforce_shares", ids)
    everything = tables.read(datasets, "workforce_shares")
    said = told(
        chart_id,
        **{name: rows[key] for name, key in NAMED.items()},
        withheld=sum(row["suppressed"] == "yes" for row in everything),
    )
    table = [_table_row(row) for row in _by_field(everything)]
    spec = picture(_panels(rows, said.parts), said, tuple(GROUPS))
    return said.chart(tables.sources(everything), table, spec)


def _panels(rows, words):
    heads = {
        group: (f"{group}: percent of each job", f"{group.partition(' (')[0]}, percent")
        for group in GROUPS
    }
    lines = tuple((tables.number(rows[ALL], column), name) for name, column in GROUPS.items())
    parts = [(heads, {ALL: words["all"]})]
    parts += [((name, SHORT.get(name, name)), rungs) for name, rungs in LADDERS.items()]
    panels = [
        Panel(head, tuple(_rungs(rows, rungs)), (0, 25, 50, 75, 100), lines=lines)
        for head, rungs in parts
    ]
    return [*panels[:-1], replace(panels[-1], unit=words["unit"])]


def _rungs(rows, rungs):
    return [_rung(rows[key], name, group) for key, name in rungs.items() for group in GROUPS]


def _rung(row, name, group):
    share = row[GROUPS[group]]
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
    field, withheld = row["field"], row["suppressed"] == "yes"
    return (
        field[0].upper() + field[1:],
        row["occupation"],
        *("withheld" if withheld else row[share] for share in SHARES),
        f"{int(row['employed_thousands']):,}",
        *tables.backing(row),
    )
