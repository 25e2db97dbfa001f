"""What every widget of the course shares: its parts on the page and its plain form."""

import functools
import json
import re
from pathlib import Path

import anywidget
import traitlets

from ..charts.kit.themed import rules
from ..design import colors, room_data, room_style, signs_data, stylesheet
from ..errors import WorkbookError, packages_named
from ..kinds import folder_of, names
from ..words import Message, language, words

__all__ = ["PageWidget", "kind_style", "script", "shared_style", "style"]

FOLDER = Path(__file__).parent
# Under this name a page has the style sheet once for all widgets, whatever their class.
STYLE_ID = "workbook.page"
_HALF = re.compile("[\ud800-\udfff]")


def script(*parts: str | Path, groups: tuple[str, ...]) -> str:
    """Join the JavaScript of a view: its words in the language spoken now, then its files.

    Parameters
    ----------
    *parts : str or path
        Names of files in ``js`` without their ending, or whole paths; the last ones define
        ``render``.
    groups : tuple of str
        The groups of words that the view needs, as ``WORDS``; later ones lie over earlier ones.

    Returns
    -------
    str
        One ES module that exports ``render``.

    Examples
    --------
    >>> script("dom", "progress", groups=("progress",)).endswith("export default { render };")
    True
    """
    return _script(parts, groups, language())


@functools.cache
def _script(parts: tuple[str | Path, ...], groups: tuple[str, ...], spoken: str) -> str:
    files = [_file(part).read_text(encoding="utf-8") for part in parts]
    said = {name: text for group in groups for name, text in words(group, spoken).items()}
    given = {"WORDS": said, "SIDE_SIGNS": signs_data(), "ROOM": room_data()}
    top = [f"const {name} = {json.dumps(data)};" for name, data in given.items()]
    return "\n".join([*top, *files, "export default { render };"])


def _file(part: str | Path) -> Path:
    return part if isinstance(part, Path) else FOLDER / "js" / f"{part}.js"


@functools.cache
def style() -> str:
    """Give the one style sheet of all views: what they share, then what each kind adds.

    Examples
    --------
    >>> style().index(".sswp-button") < style().index(".sswp-rank")
    True
    """
    return "\n".join([shared_style(), *filter(None, map(kind_style, names()))])


def shared_style() -> str:
    """Give what all views share: type, colors, buttons, tables, the room.

    Examples
    --------
    >>> ".sswp-rank" in shared_style()
    False
    """
    files = sorted((FOLDER / "css").glob("*.css"))
    texts = (file.read_text(encoding="utf-8") for file in files)
    return "\n".join([stylesheet(), colors("page"), rules(), room_style(), *texts])


def kind_style(name: str) -> str:
    """Give what a kind adds to that; nothing for most.

    Examples
    --------
    >>> ".sswp-rank" in kind_style("rank"), kind_style("choice")
    (True, '')
    """
    file = folder_of(name) / "style.css"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


class PageWidget(anywidget.AnyWidget):
    """A widget whose plain form is text that never changes with the learner.

    A class names the `parts` of its script and the `groups` of its words; both are joined when
    a widget is made, in the language that is spoken then.

    Parameters
    ----------
    plain : str
        What ``text/plain`` shows with no program running.
    spec : dict
        What the view draws; never an answer.

    Examples
    --------
    >>> class Note(PageWidget):
    ...     parts, groups = ("dom", "host", "panel", "progress"), ("progress",)
    >>> repr(Note("A note.", {}))
    'A note.'
    """

    parts: tuple[str | Path, ...] = ()
    groups: tuple[str, ...] = ()
    spec = traitlets.Dict().tag(sync=True)

    def __init__(self, plain: str, spec: dict):
        self._plain = str(plain)
        self._views: set[str] = set()
        self.unseen = False  # no page shows it any more
        self._esm, self._css = script(*self.parts, groups=self.groups), style()
        super().__init__(spec=spec, _anywidget_id=STYLE_ID)
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

    def send(self, content, buffers=None):
        """Send a message; half a character, which no message can carry, is shown as one unknown."""
        text = json.dumps(content, ensure_ascii=False, default=str)
        halved = _HALF.search(text)
        super().send(json.loads(_HALF.sub("\ufffd", text)) if halved else content, buffers)

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
            with packages_named():
                answer({**message, "buffers": buffers} if buffers else message)
        except WorkbookError as error:
            self.say(message, "failed", seq=message.get("seq"), **_sentences(error))


def _sentences(error: WorkbookError) -> dict[str, str]:
    """Give the whole message, and of one in three parts what happened and what to do."""
    whole = error.args[0] if error.args else ""
    parts = whole.values if isinstance(whole, Message) else {}
    if not {"happened", "todo"} <= set(parts):
        return {"message": str(error)}
    return {"message": str(error), "why": f"{parts['happened']} {parts['todo']}"}
