"""Measures of a conversation: who talks, asks, tells and takes up whose words."""

from .floor import Window, floor_map
from .marked import marked_words
from .profile import talk_profile
from .turns import TranscriptError, Turn

__all__ = ["TranscriptError", "Turn", "Window", "floor_map", "marked_words", "talk_profile"]
