"""The one place that joins everything: what a notebook cell calls."""

import functools
import json
from pathlib import Path

from . import charts
from .content.library import Library, find_course, packaged_course
from .errors import PackageError, WorkbookError, packages_named
from .journal import Journal, journal_path
from .journal.place import learner_folder, place
from .unpack import edition, unpack_edition, unpack_notebooks
from .words import words

__all__ = [
    "chart",
    "evaluate",
    "exercise",
    "log",
    "my_answers",
    "progress",
    "recall",
    "start",
    "transcript",
]


@functools.cache
def _desk(root: Path, path: Path):
    from .record.desk import Desk

    return Desk(Library(root), Journal(path))


def _here():
    """Give the desk of the course that the notebook belongs to."""
    if place() == "browser":  # reading the course there over the browser's drive takes minutes
        return _desk(packaged_course(), journal_path(_learner_folder()))
    try:
        root = find_course()
    except WorkbookError:
        return _desk(packaged_course(), journal_path(_learner_folder()))
    return _desk(root, journal_path(root))


def _learner_folder() -> Path:
    return Path(learner_folder(Path.cwd()))


def _show(output, **about) -> None:
    from IPython.display import display

    display(output, metadata=about)


def _kind_to_people(call, without=None):
    """Show a person's mistake as a sentence; a page goes on after it.

    `without` marks the sentence of a package that is not there.
    """

    @functools.wraps(call)
    def shown(*args, **kwargs):
        try:
            with packages_named():
                call(*args, **kwargs)
        except WorkbookError as error:
            about = (without or {}) if isinstance(error, PackageError) else {}
            _show(_Sentence(f"{words('problem')['title']}: {error}"), **about)

    return shown


class _Sentence(str):
    """Words that show as they are, without quotation marks."""

    __repr__ = str.__str__


@_kind_to_people
def start(module: str) -> None:
    """Show the header of a module: objectives, minutes, progress, where answers are kept.

    Parameters
    ----------
    module : str
        Its number, as ``"01"``.

    Examples
    --------
    >>> start("99")
    This part cannot be shown: There is no module '99'. The first one is '00'.
    """
    from .widgets.panels import StartWidget

    desk = _here()
    page = desk.library.module(module)
    stale = _stale(_own_notebook(desk, page.notebook))
    _show(StartWidget(desk, page, stale, lambda: _new_edition(desk.library.root, page.notebook)))


@_kind_to_people
def exercise(exercise_id: str) -> None:
    """Show one exercise with the learner's latest answer in it.

    Parameters
    ----------
    exercise_id : str
        Module number and file name, as ``"01/who_does_it_protect"``.

    Examples
    --------
    >>> exercise("01/nothing")  # doctest: +ELLIPSIS
    This part cannot be shown: There is no exercise '01/nothing'. ...
    """
    from .widgets.exercise import exercise_widget

    desk = _here()
    _show(exercise_widget(desk.library.exercise(exercise_id), desk))


@_kind_to_people
def log() -> None:
    """Show the learner's log of real meetings, on any page of the course.

    Examples
    --------
    >>> callable(log)
    True
    """
    from .record.log import the_log
    from .widgets.exercise import exercise_widget

    desk = _here()
    _show(exercise_widget(the_log(desk.library), desk))


# What the notebook shows already is the same chart: the page keeps it in its place.
@functools.partial(_kind_to_people, without={"sswp": "without"})
def chart(chart_id: str) -> None:
    """Show one chart with its sentence, its sources and its table.

    Parameters
    ----------
    chart_id : str
        Module number and name, as ``"01/exam_pass_rates"``.

    Examples
    --------
    >>> chart("01/nothing")  # doctest: +ELLIPSIS
    This part cannot be shown: There is no chart 01/nothing. ...
    """
    from IPython.display import publish_display_data

    for data, metadata in charts.outputs(charts.load(chart_id, _here().library.root / "datasets")):
        publish_display_data(data, metadata)


@_kind_to_people
def recall(exercise_id: str) -> None:
    """Show the learner's own earlier answer, to read only, with its date.

    Parameters
    ----------
    exercise_id : str
        The exercise that was answered, as ``"00/start_line"``.

    Examples
    --------
    >>> recall("00/nothing")  # doctest: +ELLIPSIS
    This part cannot be shown: There is no exercise '00/nothing'. ...
    """
    from .widgets.panels import RecallWidget

    desk = _here()
    _show(RecallWidget(desk, desk.library.exercise(exercise_id)))


@_kind_to_people
def progress() -> None:
    """Show what is done, recounted from the learner's own journal.

    Examples
    --------
    >>> progress()
    Your progress appears here when the page runs. It is counted from your own answers file.
    """
    from .widgets.panels import ProgressWidget

    _show(ProgressWidget(_here()))


@_kind_to_people
def my_answers() -> None:
    """Show where the answers are, with buttons to download, bring in and erase them.

    Examples
    --------
    >>> my_answers()
    A panel to download, bring in and erase your answers appears here when the page runs.
    """
    from .widgets.panels import AnswersWidget

    _show(AnswersWidget(_here()))


@_kind_to_people
def evaluate() -> None:
    """Show the form that takes a table of sessions and gives its report; it keeps nothing.

    Examples
    --------
    >>> evaluate()  # doctest: +ELLIPSIS
    A report from a table of your own...
    """
    from .evaluation import form
    from .widgets.table_form import TableWidget

    _show(TableWidget(form.look, form.made))


@_kind_to_people
def transcript() -> None:
    """Show the panel that counts a transcript from both sides; it keeps nothing by itself.

    Examples
    --------
    >>> transcript()  # doctest: +ELLIPSIS
    Count a talk of your own...
    """
    from .widgets.transcript import TranscriptWidget

    _show(TranscriptWidget(_here()))


# A learner's own copy that is older than the installed course -------------------------------
def _stale(notebook: Path) -> dict | None:
    try:
        found = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]["sswp"]["version"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    older = isinstance(found, str) and _numbers(found) < _numbers(edition())
    return {"old": found, "new": edition()} if older else None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _own_notebook(desk, name: str) -> Path:
    """Give the notebook that runs: in a browser it is not the one of the course."""
    return Path.cwd() / name if place() == "browser" else desk.library.modules_folder / name


def _new_edition(root: Path, notebook: str) -> str:
    if place() == "browser":
        root = _learner_folder()
        folder = unpack_notebooks(root)
    else:
        folder = unpack_edition(root)
    return (folder / "modules" / notebook).relative_to(root).as_posix()
