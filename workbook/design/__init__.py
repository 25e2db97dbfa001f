"""The face of the course: type, space and colors, the signs of the six sides, and the room."""

from .room import room, room_data, room_style
from .sheet import sheet_style
from .signs import SIDES, sign, sign_mark, signs_data
from .tokens import COLORS, colors, stylesheet, token

__all__ = [
    "COLORS",
    "SIDES",
    "colors",
    "room",
    "room_data",
    "room_style",
    "sheet_style",
    "sign",
    "sign_mark",
    "signs_data",
    "stylesheet",
    "token",
]
