"""How often the intervals hold the true value, by simulation: ``python -m benchmarks.coverage``."""
