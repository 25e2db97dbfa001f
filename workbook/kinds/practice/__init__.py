"""The kind of exercise `practice`: all that belongs to it lies in this folder."""
