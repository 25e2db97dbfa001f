"""The kind of exercise `sort`: all that belongs to it lies in this folder."""
