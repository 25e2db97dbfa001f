"""Randomization tests: what chance would give, from how the lots were really drawn."""

from .contrast import RandomizationResult
from .permutation import Permutations, permutation_test
from .plan import Design, Plan, design, draw_starts
from .question import Question
from .series import abab_test, start_point_test
from .several import multiple_baseline_test

__all__ = [
    "Design", "Permutations", "Plan", "Question", "RandomizationResult", "abab_test", "design",
    "draw_starts", "multiple_baseline_test", "permutation_test", "start_point_test",
]  # fmt: skip
