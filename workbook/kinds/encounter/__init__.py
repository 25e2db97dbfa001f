"""The kind of exercise `encounter`: all that belongs to it lies in this folder."""
