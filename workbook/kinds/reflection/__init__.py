"""The kind of exercise `reflection`: all that belongs to it lies in this folder."""
