"""The kind of exercise `what_if`: all that belongs to it lies in this folder."""
