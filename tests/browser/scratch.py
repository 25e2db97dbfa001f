"""Small notebooks of a test's own, and what can be seen of them."""

import nbformat

CONTRACT = ("# Page one", "import workbook as wb", "# More to read", 'wb.recall("01/nothing")')


def write_notebook(path, *cells, sswp=True, kernel="python3"):
    """Write a notebook of code cells; a text that begins with '#' and a blank is Markdown."""
    v4 = nbformat.v4
    made = [v4.new_markdown_cell(c) if c.startswith("# ") else v4.new_code_cell(c) for c in cells]
    for number, cell in enumerate(made):
        cell["id"] = f"cell-{number}"
    spec = {"name": kernel, "display_name": "Python 3 (ipykernel)", "language": "python"}
    metadata = {
        "kernelspec": spec,
        **({"sswp": {"module": "01", "version": "0.1.0"}} if sswp else {}),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(v4.new_notebook(cells=made, metadata=metadata), path)
    return path


def prompts(page):
    found = page.locator(".jp-CodeCell .jp-InputPrompt").all_text_contents()
    return [text for text in found if text]


def where(lab, path):
    return path.relative_to(lab.course).as_posix()
