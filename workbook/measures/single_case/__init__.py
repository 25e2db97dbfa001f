"""Single-case measures: two phases of one person, team or site, with errors and intervals."""

from .between import BetweenCases, bc_smd
from .estimate import Estimate
from .levels import lrr, percent_change, pogo, smd
from .odds import lor, lrm
from .overlap import ird, nap, pand, pem, pnd, tau
from .regression import piecewise_regression
from .table import INDICES, effect_sizes, phase_summary
from .trend import TrendLine, tau_bc, tau_u, trend_line

__all__ = [
    "INDICES", "BetweenCases", "Estimate", "TrendLine", "bc_smd", "effect_sizes", "ird", "lor",
    "lrm", "lrr", "nap", "pand", "pem", "percent_change", "phase_summary", "piecewise_regression",
    "pnd", "pogo", "smd", "tau", "tau_bc", "tau_u", "trend_line",
]  # fmt: skip
