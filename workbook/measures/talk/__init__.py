"""Measures of a conversation: who talks, asks, tells and takes up whose words."""

from .floor import Window, floor_map
from .hand_codes import CODES, HandCodes, hand_codes
from .identifiers import Finding, find_identifiers, mask
from .marked import marked_words
from .profile import talk_profile
from .reading.door import read, read_transcript
from .reading.rows import Asked, Transcript
from .reading.write import as_text
from .turns import TranscriptError, Turn

__all__ = [
    "CODES",
    "Asked",
    "Finding",
    "HandCodes",
    "Transcript",
    "TranscriptError",
    "Turn",
    "Window",
    "as_text",
    "find_identifiers",
    "floor_map",
    "hand_codes",
    "marked_words",
    "mask",
    "read",
    "read_transcript",
    "talk_profile",
]
