"""The kind of exercise `log`: all that belongs to it lies in this folder."""
