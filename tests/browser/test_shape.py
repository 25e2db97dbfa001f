"""JupyterLab has what the extension touches, so that the fakes of tests/lab are like it."""

import pytest
from lab_shape import expected, shape
from running_lab import open_ready

pytestmark = pytest.mark.browser


def test_jupyterlab_has_what_the_extension_touches(page, lab):
    open_ready(page, lab)
    assert shape(page, "window.jupyterapp") == expected()
