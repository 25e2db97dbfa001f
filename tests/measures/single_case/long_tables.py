"""Tables with one row a session, and their effect sizes."""

import pandas as pd

from workbook.measures import single_case as sc


def table(**columns):
    rows = {"case": ["x"] * 4, "session": [1, 2, 3, 4], "phase": list("AABB")}
    return pd.DataFrame({**rows, "outcome": [2, 3, 3, 5], **columns})


def sizes(data, **more):
    more = {"indices": ["nap"], "improvement": "increase", **more}
    return sc.effect_sizes(data, **more)
