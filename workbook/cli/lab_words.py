"""The words of the JupyterLab extension: what a start hands to it, and its English copy."""

import json
from pathlib import Path

from ..words import language, languages, words

__all__ = ["ENGLISH", "page_words", "write_english"]

# Lies beside the scripts of the extension, for a JupyterLab whose page settings name no words.
ENGLISH = Path(__file__).parents[1] / "labextension" / "static" / "words.json"


def page_words() -> dict[str, str]:
    """Give the page settings in which JupyterLab hands its words to the extension.

    Returns
    -------
    dict
        ``sswpLanguage`` is the language spoken now; ``sswpWords`` has the words of every
        language, so that one setting changes it. They are a text, since JupyterLab keeps of a
        group of settings only the names.

    Examples
    --------
    >>> json.loads(page_words()["sswpWords"])["en"]["next"]
    'Next'
    """
    spoken = {name: words("lab", name) for name in languages()}
    return {"sswpLanguage": language(), "sswpWords": json.dumps(spoken)}


def write_english(path: Path = ENGLISH) -> Path:
    """Write the English words as the file that the extension brings along.

    Parameters
    ----------
    path : pathlib.Path
        In the checkout, unless another is named.

    Returns
    -------
    pathlib.Path
        The file that was written.

    Examples
    --------
    >>> import tempfile
    >>> path = write_english(Path(tempfile.mkdtemp()) / "words.json")
    >>> json.loads(path.read_text(encoding="utf-8"))["next"]
    'Next'
    """
    text = json.dumps(words("lab", "en"), indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    return path
