"""The kind of exercise `bookmark`: all that belongs to it lies in this folder."""
