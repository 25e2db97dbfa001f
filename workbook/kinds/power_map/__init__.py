"""The kind of exercise `power_map`: all that belongs to it lies in this folder."""
