"""The reference vectors, read as `how_to_read` in the files asks, as comparisons to make."""

import json
import math
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from workbook.measures import randomization
from workbook.measures import single_case as sc

HERE = Path(__file__).resolve()
SYNTHETIC = HERE.parents[2] / "reference" / "singlecase_synthetic.json"
PUBLIC = HERE.parents[4] / "shared" / "reference" / "singlecase_public.json"
NOT_IN_LOT = ("start_not_in_lot", "changes_not_in_lot", "starts_not_in_lot")
INDICES = {"NAP", "Tau", "Tau_U", "Tau_BC", "PND", "PEM", "PAND", "IRD"}
INDICES |= {"SMD", "LRRi", "LRRd", "LOR", "LRM", "PoGO"}
STATED = {"est": "value", "se": "se", "ci_lower": "low", "ci_upper": "high"}
EXACT = {"est": "value", "se": "se", "ci_lower_exact": "low", "ci_upper_exact": "high"}
# The program's error and interval of Tau-BC take the baseline line as known, so we give none.
ROUNDED = {"est_residuals_rounded_9": "value", "est_double_rounded_9": "value"}
# Its error of PoGO leaves out that the baseline mean stands above and below the line.
LEVEL = {"est": "value"}


class Comparison(NamedTuple):
    """One number of ours beside one of theirs."""

    where: str
    ours: float
    theirs: object
    reason: str
    apart: float = 1e-12  # absolute, on top of 1e-9 relative

    @property
    def finite(self):
        return not isinstance(self.theirs, str) and math.isfinite(self.theirs)

    @property
    def agrees(self):
        """At the stated tolerance; where they have no number, we have none and say why."""
        if not self.finite:
            return math.isnan(self.ours) and len(self.reason) > 10
        return abs(self.ours - self.theirs) <= 1e-9 * abs(self.theirs) + self.apart


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))["cases"]


def observation(case):
    found = {"scale": case["scale"]}
    return found | {k: case[k] for k in ("observation_length", "intervals") if k in case}


def without_missing(case):
    return [[x for x in case[phase] if x is not None] for phase in ("phase_a", "phase_b")]


def estimate(case, method, options):
    """Give our estimate for a record of an AB series, and the fields to compare."""
    a, b = case["phase_a"], case["phase_b"]
    more = {k: options[k] for k in ("confidence", "se", "goal", "kendall") if k in options}
    if method == "Tau_U" or (method == "Tau_BC" and options.get("session_numbers") != "kept"):
        a, b = without_missing(case)
    if method != "PoGO":
        more["improvement"] = case["direction"]
    if method in ("SMD", "LRRi", "LRRd", "LOR"):
        more["corrected"] = options["bias_correct"]
    if method == "SMD":
        more["std"] = {"baseline": "baseline", "pool": "pooled"}[options["std_dev"]]
    if method in ("LRRi", "LRRd", "LOR"):
        more |= observation(case)
    if method in ("LRRi", "LRRd"):
        more["form"] = {"i": "increasing", "d": "decreasing"}[method[-1]]
    name = "lrr" if method.startswith("LRR") else method.lower()
    exact = {"NAP": EXACT, "Tau": EXACT, "Tau_BC": ROUNDED, "PoGO": LEVEL}
    return getattr(sc, name)(a, b, **more), exact.get(method, STATED)


def of_record(case, record):
    """List the comparisons of one record of an index."""
    method, options = record["method"], record.get("options", {})
    ours, fields = estimate(case, method, options)
    where = f"{case['id']} {method} {options}"
    if "error" in record:
        return [Comparison(where, ours.value, "error", ours.reason)]
    if method == "Tau_BC" and not options["kendall"] and not record.get("float_tie_sensitive"):
        fields = {**ROUNDED, "est": "value"}
    if not record.get("se", 1):  # nothing varies: we give no error and no interval
        fields = LEVEL
    found = [
        Comparison(f"{where} {field}", getattr(ours, name), record[field], ours.reason)
        for field, name in fields.items()
        if field in record
    ]
    if (
        method in ("NAP", "Tau")
        and 0 < (ours.value if method == "NAP" else ours.value / 2 + 0.5) < 1
    ):
        found += rough_ends(record, ours, where)
    if method == "Tau_BC" and "slope" in record:
        found += of_baseline(case, record, where)
    return found


def rough_ends(record, ours, where):
    """R's own interval ends, which are good to 1e-4, twice that for Tau."""
    apart = 1e-4 if record["method"] == "NAP" else 2e-4
    return [
        Comparison(f"{where} {field}", getattr(ours, STATED[field]), record[field], "", apart)
        for field in ("ci_lower", "ci_upper")
        if field in record
    ]


def of_baseline(case, record, where):
    kept = record.get("options", {}).get("session_numbers") == "kept"
    line = sc.trend_line(case["phase_a"] if kept else without_missing(case)[0])
    return [
        Comparison(f"{where} {name}", getattr(line, name), record[name], line.reason)
        for name in ("slope", "intercept")
    ]


def of_regression(case, record):
    """List the comparisons of one piecewise regression; nothing where R leaves terms out."""
    table = sc.piecewise_regression(case["phase_a"], case["phase_b"]).set_index("term")
    names = {"b": "estimate", "se": "se", "t": "t", "p": "p"}
    errors = [each.get("se") for each in record["coefficients"].values()]
    exact = record.get("exact_fit") or not any(errors)
    fields, why = ("b",) if exact else tuple(names), table.attrs["reason"]
    return [
        Comparison(f"{case['id']} plm {term} {field}", row[names[field]], theirs[field], why)
        for term, theirs in record["coefficients"].items()
        for field in fields
        for row in [table.loc[term]]
    ]


def asked(told):
    """Translate the name of a statistic into ours: (statistic, improvement)."""
    statistic = "NAP" if "NAP" in told else "|B-A|" if "|" in told else "B-A"
    down = told in ("NAP decreasing", "Mean A-B", "A-B", "PA-PB")
    return statistic, "decrease" if down else "increase"


def of_start_test(case, record):
    """List the comparisons of one randomization test of an AB series."""
    options = record["options"]
    a, b = without_missing(case)  # scan drops them before it deals out the starts
    statistic, improvement = asked(options["statistic"])
    ours = randomization.start_point_test(
        [*a, *b],
        len(a),
        min_phase=options["limit"],
        statistic=statistic,
        improvement=improvement,
    )
    return beside(f"{case['id']} {options['statistic']}", ours, record, statistic)


def of_one_case(case, record):
    """List the comparisons of a test of one AB or ABAB series."""
    (each,), options = case["cases"], record["options"]
    places = [i for i in range(1, len(each["phase"])) if each["phase"][i] != each["phase"][i - 1]]
    statistic, improvement = asked(options["statistic"])
    more = {"min_phase": options["limit"], "improvement": improvement}
    if options["design"] == "AB":
        ours = randomization.start_point_test(each["values"], places[0], **more)
    else:
        ours = randomization.abab_test(each["values"], places, **more)
    return beside(case["id"], ours, record, statistic)


def of_several(case, record):
    """List the comparisons of one multiple-baseline test."""
    options, scan = record["options"], record["method"].startswith("scan")
    statistic, improvement = asked(options["statistic"])
    ours = randomization.multiple_baseline_test(
        long_form(case["cases"]),
        scheme="starts" if scan else "orders_and_starts",
        starts=options["startpoints"] if scan else options["starts"],
        statistic=statistic,
        improvement=improvement,
    )
    return beside(f"{case['id']} {record['method']}", ours, record, statistic)


def beside(where, ours, record, statistic):
    observed = ours.observed * (100 if statistic == "NAP" else 1)
    p = record.get("p_tolerant", record.get("p"))
    outside = (
        getattr(ours.reason, "name", "") in NOT_IN_LOT
    )  # a start that the lot did not hold has no p
    found = [
        ("n_assignments", ours.n_assignments, record["n_assignments"]),
        ("observed", observed, "outside" if outside else record["observed"]),
        ("p", ours.p, "outside" if outside else p),
    ]
    return [Comparison(f"{where} {field}", *both, ours.reason) for field, *both in found]


def long_form(cases):
    rows = [
        (each["case"], session, phase[0], value)
        for each in cases
        for session, (phase, value) in enumerate(zip(each["phase"], each["values"], strict=True), 1)
    ]
    return pd.DataFrame(rows, columns=["case", "session", "phase", "outcome"])


def comparisons(case):
    """List every comparison that an entry allows; methods that we do not offer give none."""
    for record in case["results"]:
        if work := WORK.get(kind(case, record)):
            yield from work(case, record)


def kind(case, record):
    """Sort a record by what computes it."""
    method, options = record["method"], record.get("options", {})
    if method in INDICES:
        return "index"
    if method == "scan.plm":
        same = options["model"] == "W" and options.keys() <= {"model", "family", "ar"}
        lines = min(map(len, without_missing(case))) > 1  # else R leaves terms out
        return "regression" if same and lines else ""
    if "Median" in options.get("statistic", "Median"):
        return ""
    if "phase_a" in case:
        return "start"
    return "one case" if len(case["cases"]) == 1 else "several"


WORK = {
    "index": of_record,
    "regression": of_regression,
    "start": of_start_test,
    "one case": of_one_case,
    "several": of_several,
}
