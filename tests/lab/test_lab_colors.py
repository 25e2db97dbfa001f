"""The colors around the exercises are those of the tokens, also before the tokens have come."""

import re
from pathlib import Path

import pytest

import workbook
from workbook.design import COLORS, token

STYLE = Path(workbook.__file__).parent / "labextension/static/course.css"


@pytest.mark.parametrize("form", ["light", "dark"])
def test_the_course_bar_and_list_have_the_colors_of_the_tokens(form):
    says = "true" if form == "light" else "false"
    block = STYLE.read_text("utf-8").partition(f'[data-jp-theme-light="{says}"] {{')[2]
    used = re.findall(r"(--jp-[a-z0-9-]+): (#[0-9a-f]{6});", block.partition("}")[0])
    assert dict(used)["--jp-layout-color1"] == token(f"paper-{form}")
    assert {value for _, value in used} <= {token(f"{name}-{form}") for name in COLORS}
