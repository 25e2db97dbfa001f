"""The page is read as a person reads it, and no part of it is longer than a page."""

import pytest
from steps import FENCE, PAGE, Step, sections, steps, trials

TEXT = """# Top

## Add a thing

Save this as `a/b.md`, in plain text:

````markdown
## not a heading
```python
```
````

Put this line into a new code cell of `modules/x.ipynb`:

```python
wb.exercise("00/b")
```

Then type:

```bash
workbook check
pytest tests/a
```

## Other
"""


def test_what_to_save_what_to_put_in_and_what_to_type():
    found = sections(TEXT)
    assert list(found) == ["Add a thing", "Other"]
    assert steps(found["Add a thing"]) == [
        Step("save", "a/b.md", "## not a heading\n```python\n```\n"),
        Step("cell", "modules/x.ipynb", 'wb.exercise("00/b")\n'),
        Step("run", "", "workbook check"),
        Step("run", "", "pytest tests/a"),
    ]


def test_a_block_for_no_file_is_noticed():
    with pytest.raises(AssertionError, match="Which file"):
        steps("For example:\n\n```yaml\na: b\n```\n")


def test_each_way_to_add_something_fits_on_a_page(root):
    page = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    ways = {title: text for title, text in sections(page).items() if title in trials(root)}
    assert len(ways) >= 5
    lines = {t: sum(bool(line.strip()) for line in text.splitlines()) for t, text in ways.items()}
    assert {title: n for title, n in lines.items() if n > PAGE} == {}
    assert all(FENCE.search(text) for text in ways.values())
