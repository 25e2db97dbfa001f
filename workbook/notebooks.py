"""The canonical form of a notebook: executed, with the outputs that can be compared, no more."""

import ast
import json
import os
import re
import tempfile
from pathlib import Path
from unittest.mock import patch

import nbformat

from .errors import WorkbookError
from .unpack import edition

__all__ = ["calls", "canonical", "form_problems", "save"]

NAMES = ("start", "exercise", "chart", "recall", "progress", "my_answers", "transcript")
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
    with tempfile.TemporaryDirectory() as folder, _journal_in(folder):
        _run(notebook, path)
    return _write(path, canonical(notebook))


def _journal_in(folder: str):
    return patch.dict(os.environ, {"WORKBOOK_JOURNAL": f"{folder}/journal.jsonl"})


def _read(path: Path):
    try:
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        nbformat.validate(notebook)
    except FileNotFoundError:
        raise WorkbookError(f"There is no notebook {path}.") from None
    except (OSError, ValueError, AttributeError, TypeError, nbformat.ValidationError):
        raise WorkbookError(f"{path} is not a notebook that can be read.") from None
    return notebook


def _run(notebook, path: Path) -> None:
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
        client.execute()
    except CellExecutionError as error:
        raise WorkbookError(f"{path.name} was not saved, a cell failed: {error.ename}.") from None
    except (CellTimeoutError, DeadKernelError):
        raise WorkbookError(f"{path.name} was not saved, a cell did not end.") from None


def _write(path: Path, notebook) -> bool:
    text = json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if path.read_text(encoding="utf-8") == text:
        return False
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
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
    >>> cell = nbformat.v4.new_markdown_cell("Text.", id="text")
    >>> book = nbformat.v4.new_notebook(cells=[cell], metadata={"widgets": {}, "sswp": {}})
    >>> sorted(canonical(book).metadata)
    ['kernelspec', 'language_info', 'sswp']
    """
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


def form_problems(path: Path) -> list[str]:
    """List what keeps a notebook from its canonical form, a sentence each.

    Parameters
    ----------
    path : path

    Returns
    -------
    list of str
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
        found.append("it was not run from top to bottom")
    if set(notebook.metadata) - {"kernelspec", "language_info", "sswp"}:
        found.append("its metadata holds more than kernel, language and course")
    if notebook.metadata.get("sswp", {}).get("version") != edition():
        found.append(f"its version is not {edition()}")
    found += [problem for cell in code for problem in _cell_problems(cell)]
    found += [f"the link '{target}' leads nowhere" for target in _broken_links(notebook, path)]
    mend = "Run 'workbook notebooks save'." if found else ""
    return [f"{path.name}: {problem}. {mend}" for problem in found]


def _cell_problems(cell) -> list[str]:
    found = []
    if len(cell.source.splitlines()) > LONGEST_CELL:
        found.append(f"cell {cell.id} has more than {LONGEST_CELL} lines")
    if calls(cell.source) is None:
        found.append(f"cell {cell.id} is more than plain calls of the workbook")
    outputs = cell.outputs
    if any(out.output_type in ("stream", "error") for out in outputs):
        found.append(f"cell {cell.id} printed something or failed")
    if any(mime in out.get("data", {}) for out in outputs for mime in DROPPED):
        found.append(f"cell {cell.id} keeps an output that cannot be compared")
    if any("cannot be shown" in out.get("data", {}).get("text/plain", "") for out in outputs):
        found.append(f"cell {cell.id} could not show its part")
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
        statements = ast.parse(source).body
        for statement in statements:
            if ast.unparse(statement) == "import workbook as wb":
                continue
            call = statement.value if isinstance(statement, ast.Expr) else None
            if call.func.value.id != "wb" or call.func.attr not in NAMES or call.keywords:
                return None
            found.append((call.func.attr, tuple(ast.literal_eval(a) for a in call.args)))
    except (SyntaxError, ValueError, AttributeError):
        return None
    return found


def _broken_links(notebook, path: Path) -> list[str]:
    texts = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    targets = [target for text in texts for target in LINK.findall(text)]
    return [target for target in targets if not (path.parent / target).exists()]
