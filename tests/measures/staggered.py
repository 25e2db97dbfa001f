"""Cases that begin one after the other, and the direction of better."""

import pandas as pd

UP = {"improvement": "increase"}


def frame(cases):
    rows = [
        (name, t, "B" if t >= start else "A", y)
        for name, (start, values) in cases.items()
        for t, y in enumerate(values, 1)
    ]
    return pd.DataFrame(rows, columns=["case", "session", "phase", "outcome"])


def stepped(starts, sessions=12, size=10):
    """Give cases that jump at their start, with a little that differs between them."""
    return frame({
        f"case {i}": (s, [(t >= s) * size + (t * (i + 2)) % 3 / 10 for t in range(1, sessions + 1)])
        for i, s in enumerate(starts)
    })  # fmt: skip
