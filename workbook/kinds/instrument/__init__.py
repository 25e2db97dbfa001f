"""The kind of exercise `instrument`: all that belongs to it lies in this folder."""
