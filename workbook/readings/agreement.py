"""How far a learner's codes agree with a reference reader's, in one sentence; never a pass mark."""

import math
from collections.abc import Iterable, Mapping

from ..measures.agreement import LOW_AGREEMENT, cohen_kappa, percent_agreement
from ..words import word

__all__ = ["agreement"]


def agreement(marks: Mapping, reference: Mapping, codes: Iterable[str]) -> dict:
    """Compare two readings code by code: each code on each line is one decision.

    Parameters
    ----------
    marks, reference : mapping
        Line to the codes that were set; a line that is missing has none.
    codes : iterable of str
        All codes.

    Returns
    -------
    dict
        ``said``: a few sentences; ``weak``: True when kappa is below 0.4 although no rare code
        makes it so, so that a count built on such codes would be greyed out.

    Examples
    --------
    >>> agreement({"l1": ["asks"]}, {"l1": ["asks"], "l2": []}, ["asks", "tells"])["weak"]
    False
    """
    codes = list(codes)
    pairs = [
        (code in marks.get(line, ()), code in found)
        for line, found in reference.items()
        for code in codes
    ]
    first, second = zip(*pairs, strict=True)
    share, kappa = percent_agreement(first, second), cohen_kappa(first, second)
    found = word("agreement", "share", percent=round(100 * share.value), n=share.count)
    if math.isnan(kappa.value):
        return {"said": f"{found} {kappa.reason}", "weak": False}
    rare = getattr(kappa.reason, "identifier", "") == "agreement_reasons.rare"
    weak = kappa.value < LOW_AGREEMENT and not rare
    sentences = [found, _kappa(kappa)]
    sentences += [kappa.reason] if rare else [word("agreement", "weak")] if weak else []
    return {"said": " ".join(sentences), "weak": weak}


def _kappa(kappa) -> str:
    value = f"{kappa.value:.2f}"
    if math.isnan(kappa.low):
        return word("agreement", "kappa_alone", kappa=value)
    ends = {"low": f"{kappa.low:.2f}", "high": f"{kappa.high:.2f}"}
    return word("agreement", "kappa", kappa=value, **ends)
