"""What the workbook costs, as ratios within one run: ``python -m benchmarks``."""
