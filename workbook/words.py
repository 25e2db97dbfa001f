"""The words of the interface, kept apart from the program so that they can be translated."""

import functools
from pathlib import Path

import yaml

__all__ = ["word", "words"]

FOLDER = Path(__file__).parent / "words"


def words(group: str, language: str = "en") -> dict[str, str]:
    """Give all words of one part of the interface.

    Parameters
    ----------
    group : str
        A heading in ``words/en.yaml``, such as ``"exercise"``.
    language : str
        The name of the file.

    Returns
    -------
    dict
        Name -> words.

    Raises
    ------
    KeyError
        When there is no such group.

    Examples
    --------
    >>> words("exercise")["saved"]
    'Saved'
    """
    return _file(language)[group]


@functools.cache
def _file(language: str) -> dict[str, dict]:
    text = (FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def word(group: str, name: str, **values) -> str:
    """Give one sentence of the interface with its values filled in.

    Parameters
    ----------
    group, name : str
        Where the words stand in ``words/en.yaml``.
    **values
        One for each part in curly brackets.

    Examples
    --------
    >>> word("module", "minutes", minutes=50)
    'About 50 minutes'
    """
    return words(group)[name].format(**values)
