"""The kind of exercise `annotate`: all that belongs to it lies in this folder."""
