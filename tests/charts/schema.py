"""The check of a whole picture against the schema of Vega-Lite, which the course leaves out."""

from contextlib import contextmanager

import altair as alt
import pytest


@contextmanager
def checked_whole():
    """Let Altair check every picture that is made meanwhile."""
    to_dict = alt.LayerChart.to_dict
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alt.LayerChart, "to_dict", lambda picture, validate: to_dict(picture))
        yield
