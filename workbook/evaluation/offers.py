"""What a form can fill in where a question about a table names its answers."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from ..words import Message, word

__all__ = ["Offer", "offers_of"]

OPTION = re.compile(r"--(before|after|leave-out) '(.*?)'(?= --|$)", re.DOTALL)
JOINED = ("missing", "columns")  # what is said already stays
MOST = 8  # sheets that are offered


class Offer(NamedTuple):
    """One answer.

    Parameters
    ----------
    label : str
        What the button says.
    fields : dict of str to str or bool
        What it fills in.
    sure : bool
        Whether the table can be read at once; if not, a person looks at the fields first.

    Examples
    --------
    >>> Offer("Read the sheet North", {"sheet": "North"}, True).sure
    True
    """

    label: str
    fields: dict[str, Any]
    sure: bool


def offers_of(question: str, said: Mapping[str, Any]) -> list[Offer]:
    """Give the answers that a question names.

    Parameters
    ----------
    question : str
        What an error says; a `Message` remembers what it was made of.
    said : mapping of str to str or bool
        What the fields hold now.

    Examples
    --------
    >>> asked = word("table", "ask_codes", n=1, rows="5", values="99", low=1, high=5, measure="",
    ...              codes="99")
    >>> offers_of(asked, {"missing": "-9"})[0].fields
    {'missing': '-9, 99'}
    """
    found = [offer for message in _messages(question) for offer in _offers(message)]
    return [each._replace(fields=_with(each.fields, said)) for each in found]


def _messages(message: Any) -> Iterator[Message]:
    """Give a message and those that it was made of."""
    if isinstance(message, Message):
        yield message
        for value in message.values.values():
            for part in value if isinstance(value, tuple) else (value,):
                yield from _messages(part)


def _with(fields: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Add to what was said; columns that were proposed as a whole hold it already."""
    joined = {
        key: f"{said[key]}, {value}"
        for key, value in fields.items()
        if key in JOINED and said.get(key) and f"{said[key]}" not in f"{value}"
    }
    return fields | joined


def _offers(message: Message) -> list[Offer]:
    make = OFFERS.get(message.identifier)
    return make(message.values) if make else []


def _one(name: str, sure: bool = True, /, **fields: Any) -> Offer:
    return Offer(word("table_form", name, **fields), fields, sure)


def _sides(values: Mapping[str, Any], sure: bool) -> list[Offer]:
    fields = {name.replace("-", "_"): held for name, held in OPTION.findall(values["options"])}
    label = word("table_form", "offer_sides", options=values["options"])
    return [Offer(label, fields, sure)]


def _decimal(values: Mapping[str, Any]) -> list[Offer]:
    both = ((values["as_whole"], values["whole"]), (values["as_part"], values["part"]))
    return [
        Offer(word("table_form", "offer_number", cell=values["cell"], value=value),
              {"decimal": decimal}, True)
        for decimal, value in both
    ]  # fmt: skip


def _dates(values: Mapping[str, Any]) -> list[Offer]:
    both = (("day-first", values["first"]), ("month-first", values["second"]))
    return [
        Offer(
            word("table_form", "offer_date", cell=values["cell"], day=day), {"dates": order}, True
        )
        for order, day in both
    ]


def _sheets(values: Mapping[str, Any]) -> list[Offer]:
    names = values["sheets"].split(", ")
    whole = len(names) == values["n"]  # no name was cut, and none holds a comma
    return [_one("offer_sheet", sheet=name) for name in names[:MOST]] if whole else []


def _apart(values: Mapping[str, Any]) -> list[Offer]:
    return [
        Offer(word("table_form", name, column=values["column"]),
              {"columns": f"{key}={values['column']}"}, True)
        for key, name in (("case", "offer_case"), ("measure", "offer_measure"))
    ]  # fmt: skip


OFFERS: dict[str, Callable[[Mapping[str, Any]], list[Offer]]] = {
    "table.perhaps_columns": lambda v: [_one("offer_columns", columns=v["columns"])],
    "table.ask_sheet": _sheets,
    "table.ask_sheets_alike": _sheets,
    "table.ask_pairs": lambda v: [_one("offer_pairs", before=v["before"], after=v["after"])],
    "table.ask_slips": lambda v: _sides(v, sure=True),
    "table.ask_phases": lambda v: _sides(v, sure=False),
    "table.ask_dates": _dates,
    "table.ask_thousands": _decimal,
    "table.ask_codes": lambda v: [_one("offer_missing", missing=v["codes"])],
    "table.out_of_range": lambda v: [_one("offer_missing", missing=v["codes"])],
    "table.repeated": lambda v: [_one("offer_average", average=True)],
    "table.several_times": lambda v: [_one("offer_average", average=True)],
    "table.several_rows": lambda v: [_one("offer_average", average=True)],
    "table.several_cases": _apart,
    "table.several_measures": lambda v: _apart(v)[::-1],
    "table.begins_again": lambda v: [_one("offer_count_on", count_on=True)],
    "table.turns": lambda v: [_one("offer_count_on", count_on=True)],
    "sessions.comma": lambda v: [_one("offer_comma", decimal="comma")],
    "sessions.point": lambda v: [_one("offer_point", decimal="point")],
}
