"""The canonical form of a notebook: executed, with the outputs that can be compared, no more."""

import ast
import json
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import WorkbookError
from .files import write
from .unpack import edition
from .words import Message, word, words

if TYPE_CHECKING:
    from nbformat import NotebookNode

__all__ = ["book_calls", "calls", "canonical", "form_problems", "save"]

NAMES = ("start", "exercise", "chart", "recall", "progress", "my_answers", "transcript", "evaluate")
DROPPED = ("application/vnd.jupyter.widget-view+json", "image/png", "image/svg+xml")
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LONGEST_CELL = 3
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def save(path: Path) -> bool:
    """Run a notebook from top to bottom and write it in canonical form.

    Parameters
    ----------
    path : path
        The notebook; it is written only when something has changed.

    Returns
    -------
    bool
        Whether the file has changed.

    Raises
    ------
    WorkbookError
        When a cell fails; the file stays as it was.

    Examples
    --------
    >>> save(Path("nothing.ipynb"))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: There is no notebook nothing.ipynb.
    """
    notebook = _read(path)
    with tempfile.TemporaryDirectory() as folder:
        _run(notebook, path, {**os.environ, "WORKBOOK_JOURNAL": f"{folder}/journal.jsonl"})
    return _write(path, canonical(notebook))


def _read(path: Path):
    import nbformat

    try:
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        nbformat.validate(notebook)
    except FileNotFoundError:
        raise WorkbookError(word("notebooks", "not_there", path=path)) from None
    except (OSError, ValueError, AttributeError, TypeError, nbformat.ValidationError):
        raise WorkbookError(word("notebooks", "not_readable", path=path)) from None
    return notebook


def _run(notebook: "NotebookNode", path: Path, environment: dict[str, str]) -> None:
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    client = NotebookClient(
        notebook,
        timeout=300,
        kernel_name=KERNEL["name"],
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],  # no warning that the kernel talks over TCP
    )
    try:
        client.execute(env=environment)
    except CellExecutionError as error:
        failed = word("notebooks", "cell_failed", name=path.name, error=error.ename)
        raise WorkbookError(failed) from None
    except (CellTimeoutError, DeadKernelError):
        raise WorkbookError(word("notebooks", "cell_endless", name=path.name)) from None


def _write(path: Path, notebook) -> bool:
    text = json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if path.read_text(encoding="utf-8") == text:
        return False
    write(path, text)
    return True


def canonical(notebook):
    """Give a notebook in canonical form: no widget state, no times, no random names.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Executed.

    Returns
    -------
    nbformat.NotebookNode
        The same, changed in place.

    Examples
    --------
    >>> import nbformat
    >>> cell = nbformat.v4.new_markdown_cell("Text.", id="text")
    >>> book = nbformat.v4.new_notebook(cells=[cell], metadata={"widgets": {}, "sswp": {}})
    >>> sorted(canonical(book).metadata)
    ['kernelspec', 'language_info', 'sswp']
    """
    import nbformat

    sswp = {**notebook.metadata.get("sswp", {}), "version": edition()}
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": KERNEL, "language_info": {"name": "python"}, "sswp": sswp}
    )
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for cell in notebook.cells:
        code = cell.cell_type == "code"
        cell.metadata = nbformat.from_dict({"jupyter": {"source_hidden": True}} if code else {})
        cell.source = cell.source.splitlines(keepends=True)
        for output in cell.get("outputs", ()):
            _canonical_output(output)
    return notebook


def _canonical_output(output) -> None:
    for mime in DROPPED:
        output.get("data", {}).pop(mime, None)
        output.get("metadata", {}).pop(mime, None)
    for mime, value in output.get("data", {}).items():
        if isinstance(value, str):
            output["data"][mime] = value.splitlines(keepends=True)


def form_problems(path: Path) -> list[Message]:
    """List what keeps a notebook from its canonical form, a sentence each.

    Parameters
    ----------
    path : path

    Returns
    -------
    list of Message
        Empty when all is well.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> form_problems(packaged_course() / "modules" / "00_start_here.ipynb")
    []
    """
    notebook = _read(path)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    found = []
    if [cell.execution_count for cell in code] != list(range(1, len(code) + 1)):
        found.append(word("notebooks", "not_run"))
    if set(notebook.metadata) - {"kernelspec", "language_info", "sswp"}:
        found.append(word("notebooks", "metadata"))
    if notebook.metadata.get("sswp", {}).get("version") != edition():
        found.append(word("notebooks", "version", version=edition()))
    found += [problem for cell in code for problem in _cell_problems(cell)]
    found += [word("notebooks", "link", target=t) for t in _broken_links(notebook, path)]
    return [word("notebooks", "problem", name=path.name, problem=problem) for problem in found]


def _cell_problems(cell) -> list[Message]:
    found = []
    unshown = words("problem")["title"]
    if len(cell.source.splitlines()) > LONGEST_CELL:
        found.append(word("notebooks", "long_cell", id=cell.id, lines=LONGEST_CELL))
    if calls(cell.source) is None:
        found.append(word("notebooks", "no_plain_calls", id=cell.id))
    outputs = cell.outputs
    if any(out.output_type in ("stream", "error") for out in outputs):
        found.append(word("notebooks", "printed", id=cell.id))
    if any(mime in out.get("data", {}) for out in outputs for mime in DROPPED):
        found.append(word("notebooks", "odd_output", id=cell.id))
    if any(unshown in out.get("data", {}).get("text/plain", "") for out in outputs):
        found.append(word("notebooks", "not_shown", id=cell.id))
    return found


def calls(source: str) -> list[tuple[str, tuple]] | None:
    r"""Give the workbook calls of a cell, or None when anything else stands in it.

    Parameters
    ----------
    source : str

    Returns
    -------
    list of (str, tuple) or None
        Name and literal arguments.

    Examples
    --------
    >>> calls('import workbook as wb\nwb.start("01")')
    [('start', ('01',))]
    >>> calls("import os") is None
    True
    """
    found = []
    try:
        for statement in ast.parse(source).body:
            if ast.unparse(statement) == "import workbook as wb":
                continue
            if (call := _plain_call(statement)) is None:
                return None
            found.append(call)
    except (SyntaxError, ValueError):
        return None
    return found


def _plain_call(statement: ast.stmt) -> tuple[str, tuple] | None:
    match statement:
        case ast.Expr(
            ast.Call(ast.Attribute(ast.Name("wb"), name), args=arguments, keywords=[])
        ) if name in NAMES:
            return name, tuple(ast.literal_eval(argument) for argument in arguments)
    return None


def book_calls(path: Path) -> list[tuple[str, tuple]]:
    """Give the workbook calls of a notebook, in their order.

    Parameters
    ----------
    path : path
        A notebook that can be read.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> book_calls(packaged_course() / "modules" / "00_start_here.ipynb")[0]
    ('start', ('00',))
    """
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    sources = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    return [call for source in sources for call in calls(source) or ()]


def _broken_links(notebook, path: Path) -> list[str]:
    texts = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    targets = [target for text in texts for target in LINK.findall(text)]
    return [target for target in targets if not (path.parent / target).exists()]
