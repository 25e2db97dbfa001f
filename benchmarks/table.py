"""Rows of the benchmark table: a name, a value, the bar it is held to, and the table itself."""

__all__ = ["as_markdown", "missed", "row"]


def row(name: str, value: float, bar: float | None = None, unit: str = "ratio") -> dict:
    """Give one row; `bar` is the highest value that is fine, None when none is set.

    Examples
    --------
    >>> missed(row("import", 0.4, 0.3))
    True
    """
    return {"name": name, "value": value, "bar": bar, "unit": unit}


def missed(entry: dict) -> bool:
    """Say whether a row is over its bar."""
    return entry["bar"] is not None and entry["value"] > entry["bar"]


def as_markdown(rows: list[dict]) -> str:
    """Give the rows as a Markdown table.

    Examples
    --------
    >>> print(as_markdown([row("size", 3000, 2000, "bytes")]))
    | what | measured | bar | |
    | --- | ---: | ---: | --- |
    | size | 3,000 bytes | 2,000 | missed by 1,000 |
    """
    lines = ["| what | measured | bar | |", "| --- | ---: | ---: | --- |"]
    for entry in rows:
        unit = "" if entry["unit"] == "ratio" else f" {entry['unit']}"
        bar = "" if entry["bar"] is None else f"{entry['bar']:,g}"
        lines.append(f"| {entry['name']} | {_number(entry)}{unit} | {bar} | {_verdict(entry)} |")
    return "\n".join(lines)


def _verdict(entry: dict) -> str:
    if entry["bar"] is None:
        return ""
    if missed(entry):
        return f"missed by {_number(entry | {'value': entry['value'] - entry['bar']})}"
    return "met"


def _number(entry: dict) -> str:
    whole = entry["unit"] in ("bytes", "models", "lines")
    return f"{entry['value']:,.0f}" if whole else f"{entry['value']:,.3f}"
