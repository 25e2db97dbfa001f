"""How much of one thing is tried: all of it in the whole run, a share under `pytest -m fast`."""

from hypothesis import settings

USUAL = 50  # of the whole run, and so of `examples(50)`


def is_whole_run():
    """Say whether this is the whole run, not the fast tests alone."""
    return settings.default.max_examples >= USUAL


def share(values, turn, most):
    """Give the values; in a fast run every `most`-th of them, beginning at another each turn."""
    return list(values) if is_whole_run() else list(values)[turn % most :: most]


def examples(number):
    """Give settings with as many examples in the whole run, and a share of them in a fast one."""
    return settings(max_examples=max(1, number * settings.default.max_examples // USUAL))
