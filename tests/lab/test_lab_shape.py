"""The fakes have what the extension touches; tests/browser asks the same of a real JupyterLab."""

import pytest
from lab_shape import expected, shape

pytestmark = pytest.mark.browser


def test_the_fakes_have_the_shape_that_the_extension_touches(page):
    page.evaluate(
        """() => { window.app = fakes.appOf([]);
          app.shell.currentWidget = new fakes.Panel(); }"""
    )
    assert shape(page, "window.app") == expected()


def test_what_is_missing_is_noticed(page):
    page.evaluate(
        """() => { window.app = fakes.appOf([]);
          app.shell.currentWidget = new fakes.Panel();
          delete app.shell.currentWidget.context.saveState; }"""
    )
    found = shape(page, "window.app")
    assert {name for name, kind in found.items() if kind != expected()[name]} == {
        "panel.context.saveState.connect"
    }
