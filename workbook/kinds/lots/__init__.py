"""The kind of exercise `lots`: all that belongs to it lies in this folder."""
