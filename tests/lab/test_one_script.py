"""The scripts on the bare page are one for its sake; browsers take them one by one."""

import pytest
from bare_lab import SCRIPTS
from one_script import in_order, one_script

pytestmark = pytest.mark.browser


def test_each_script_by_itself_gives_what_it_gives_as_a_part(scripts):
    found = scripts.evaluate(
        """async (names) => {
          const each = names.map(async (name) => {
            const own = Object.keys(await import(`/lab/static/${name}.js`));
            return [name, own.sort(), Object.keys(window[name]).sort()]; });
          return Promise.all(each); }""",
        SCRIPTS,
    )
    assert [name for name, *_ in found] == SCRIPTS
    assert [each for each in found if each[1] != each[2]] == []


def test_what_is_not_given_is_not_taken(tmp_path):
    (tmp_path / "a.js").write_text("import { gone } from './b.js';\n", "utf-8")
    (tmp_path / "b.js").write_text("export const here = 1;\n", "utf-8")
    with pytest.raises(AssertionError, match="gone"):
        one_script(tmp_path, ["a", "b"])


def test_scripts_that_need_each_other_are_named():
    texts = {"a": "import { b } from './b.js';", "b": "import { a } from './a.js';"}
    with pytest.raises(AssertionError, match="a b a"):
        in_order(texts)


def test_a_form_that_is_not_known_is_not_passed_over(tmp_path):
    (tmp_path / "a.js").write_text("export let moving = 1;\n", "utf-8")
    with pytest.raises(AssertionError, match="a imports or exports"):
        one_script(tmp_path, ["a"])
