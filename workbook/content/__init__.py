"""Exercise files in, checked model objects out; no widget in it."""
