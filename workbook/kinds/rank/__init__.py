"""The kind of exercise `rank`: all that belongs to it lies in this folder."""
