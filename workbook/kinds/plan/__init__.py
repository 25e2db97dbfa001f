"""The kind of exercise `plan`: all that belongs to it lies in this folder."""
