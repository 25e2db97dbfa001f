"""The face of the course: type, space and colors, the signs of the six sides, and the room."""

from .room import room, room_data
from .signs import SIDES, sign, signs_data
from .tokens import COLORS, colors, stylesheet, token

__all__ = [
    "COLORS",
    "SIDES",
    "colors",
    "room",
    "room_data",
    "sign",
    "signs_data",
    "stylesheet",
    "token",
]
