"""How far people who coded, rated or answered the same agree."""

from .ac1 import gwet_ac1
from .alpha import krippendorff_alpha
from .coders import LOW_AGREEMENT, cohen_kappa, percent_agreement
from .compare import Comparison, compare_coders
from .files import Codings, read_codes
from .lines import cronbach_alpha, whole_rows
from .raters import icc

__all__ = [
    "LOW_AGREEMENT", "Codings", "Comparison", "cohen_kappa", "compare_coders", "cronbach_alpha",
    "gwet_ac1", "icc", "krippendorff_alpha", "percent_agreement", "read_codes", "whole_rows",
]  # fmt: skip
