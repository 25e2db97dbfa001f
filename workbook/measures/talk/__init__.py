"""Measures of a conversation: who talks, asks, tells and takes up whose words."""

from .floor import Window, floor_map
from .hand_codes import HandCodes, hand_codes, observer_score
from .identifiers import Finding, find_identifiers, mask
from .marked import marked_words
from .profile import talk_profile
from .read import read_transcript
from .turns import TranscriptError, Turn

__all__ = [
    "Finding",
    "HandCodes",
    "TranscriptError",
    "Turn",
    "Window",
    "find_identifiers",
    "floor_map",
    "hand_codes",
    "marked_words",
    "mask",
    "observer_score",
    "read_transcript",
    "talk_profile",
]
