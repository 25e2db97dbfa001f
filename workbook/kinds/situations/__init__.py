"""Situations to choose in, asked before and after a course; no notes and no score."""
