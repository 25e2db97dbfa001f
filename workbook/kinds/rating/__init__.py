"""The kind of exercise `rating`: all that belongs to it lies in this folder."""
