"""The kind of exercise `match`: all that belongs to it lies in this folder."""
