"""What the command line says about wrong usage, in the language spoken now."""

import re

from ..words import word

__all__ = ["explain"]

QUOTED = r"(?P<quote>['\"]?)(?P<value>.*?)(?P=quote)"
# How `argparse` says it (3.11 to 3.14), by the name of our own sentence in the group `usage`.
SAID = {
    "missing": r"the following arguments are required: (?P<names>.+)",
    "one_missing": r"one of the arguments (?P<names>.+) is required",
    "not_known": r"unrecognized arguments: (?P<names>.+)",
    "no_choice": rf"invalid choice: {QUOTED}(?:, maybe .*)? \(choose from (?P<choices>.+)\)",
    "not_together": r"not allowed with argument (?P<other>.+)",
    "takes_nothing": rf"ignored explicit argument {QUOTED}",
    "no_value": r"expected (?:one|at least one|\d+) arguments?",
    "no_number": rf"invalid (?:int|float) value: {QUOTED}",
    "two_meanings": r"ambiguous option: (?P<value>.+) could match (?P<choices>.+)",
}
ABOUT = re.compile(r"argument (?P<argument>[^:]+): (?P<rest>.+)", re.DOTALL)


def explain(said: str) -> str:
    """Say in our own words what is wrong with the words that were typed.

    Parameters
    ----------
    said : str
        What `argparse` says; it has no other way to tell one mistake from another.

    Returns
    -------
    str
        A sentence. One that this module does not know is kept when it is about one argument,
        since a reader of that argument has said it in the language spoken now.

    Examples
    --------
    >>> explain("argument --level: invalid choice: 'x' (choose from 'nominal', 'ordinal')")
    "'x' is not known here. Type one of these for --level: nominal, ordinal."
    """
    about = ABOUT.fullmatch(said)
    argument, rest = (about["argument"], about["rest"]) if about else ("", said)
    for name, pattern in SAID.items():
        if found := re.fullmatch(pattern, rest, re.DOTALL):
            return word("usage", name, argument=argument, **_values(found))
    if about:
        return word("usage", "about", argument=argument, said=rest)
    return word("usage", "other")


def _values(found: re.Match[str]) -> dict[str, str]:
    """Give what was typed; some versions of Python put each of several choices into quotes."""
    values = found.groupdict()
    return {k: v.replace("'", "") if k == "choices" else v for k, v in values.items()}
