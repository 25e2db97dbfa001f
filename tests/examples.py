"""How many examples a property is tried with: fewer of them under `pytest -m fast`."""

from hypothesis import settings

USUAL = 50  # of the whole run, and so of `examples(50)`


def examples(number):
    """Give settings with as many examples in the whole run, and a share of them in a fast one."""
    return settings(max_examples=max(1, number * settings.default.max_examples // USUAL))
