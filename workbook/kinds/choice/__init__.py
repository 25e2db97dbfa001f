"""The kind of exercise `choice`: all that belongs to it lies in this folder."""
