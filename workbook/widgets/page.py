"""What every widget of the course shares: its parts on the page and its plain form."""

import functools
import json
from pathlib import Path

import anywidget
import traitlets

from ..errors import WorkbookError
from ..words import words

__all__ = ["PageWidget", "script", "style"]

FOLDER = Path(__file__).parent


@functools.cache
def script(*parts: str, group: str = "exercise", more: str = "") -> str:
    """Join the JavaScript of a view: its words, the shared parts, then its own.

    Parameters
    ----------
    *parts : str
        File names in ``js`` without their ending; the last ones define ``render``.
    group : str
        The words that the view needs, as ``WORDS``.
    more : str
        A second group, laid over the first.

    Returns
    -------
    str
        One ES module that exports ``render``.

    Examples
    --------
    >>> script("dom", "progress", group="progress").endswith("export default { render };")
    True
    """
    files = [(FOLDER / "js" / f"{part}.js").read_text(encoding="utf-8") for part in parts]
    said = f"const WORDS = {json.dumps(words(group) | (words(more) if more else {}))};"
    return "\n".join([said, *files, "export default { render };"])


@functools.cache
def style() -> str:
    """Give the one style sheet of all views, joined from the files in ``css``."""
    files = sorted((FOLDER / "css").glob("*.css"), key=lambda f: (f.stem != "shared", f.name))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


class PageWidget(anywidget.AnyWidget):
    """A widget whose plain form is text that never changes with the learner.

    Parameters
    ----------
    plain : str
        What ``text/plain`` shows with no program running.
    spec : dict
        What the view draws; never an answer.

    Examples
    --------
    >>> class Note(PageWidget):
    ...     _esm = "export default { render() {} };"
    >>> repr(Note("A note.", {}))
    'A note.'
    """

    _esm = "export default { render() {} };"
    _css = style()
    spec = traitlets.Dict().tag(sync=True)

    def __init__(self, plain: str, spec: dict):
        self._plain, self._views = plain, set()
        self.unseen = False  # no page shows it any more
        super().__init__(spec=spec)
        self.on_msg(self._receive)

    def __repr__(self):
        return self._plain

    def _repr_mimebundle_(self, **kwargs):
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        return {"text/plain": self._plain, "application/vnd.jupyter.widget-view+json": view}

    def on_open(self, message):
        """Remember the view, then answer it."""
        self._views.add(message["view"])
        self.unseen = False
        self.opened(message)

    def on_gone(self, message):
        """Forget a view; a widget that no page shows any more may go."""
        self._views.discard(message["view"])
        self.unseen = not self._views
        if self.unseen:
            self.left()

    def opened(self, message):
        """Say what a view that has just opened must show."""

    def left(self):
        """Do what is to be done when no view is left."""

    def close(self):
        """Go, with the layout that is this widget's alone."""
        if self.comm is not None:
            super().close()
            self.layout.close()

    def say(self, asked, did: str, /, **found):
        """Answer the view that has asked."""
        self.send({"to": asked["view"], "did": did, **found})

    def _receive(self, _widget, message, buffers):
        """Answer a message of the page; the part after ``do`` names the method ``on_...``.

        A trouble that a person can mend goes back to the page as a sentence.
        """
        answer = getattr(self, f"on_{message.get('do')}", None)
        if not answer:
            return
        try:
            answer({**message, "buffers": buffers} if buffers else message)
        except WorkbookError as error:
            self.say(message, "failed", seq=message.get("seq"), message=str(error))
