"""The page that shows the face of the course: type, space, colors, signs and the room."""

from pathlib import Path

from ..design import COLORS, SIDES, colors, room, room_style, sign, stylesheet, token
from ..html import Markup, element, page, table
from ..words import word, words

__all__ = ["LOOK", "look_page", "write_look"]

LOOK = Path(__file__).parents[2] / "docs" / "look.html"
SIZES = ("small", "text", "heading", "title")
SPACES = ("near", "apart", "far")
LYING = tuple(zip(SIDES, ("left", "left", "middle", "middle", "right", "middle"), strict=True))


def look_page() -> str:
    """Give the page, made from the tokens, the signs and the room themselves.

    Returns
    -------
    str
        HTML without a script, which follows the reader's light or dark.

    Examples
    --------
    >>> look_page().count("wb-thing") >= len(SIDES)
    True
    """
    said = words("look")
    style = "".join([stylesheet(), colors("system"), room_style(), _style()])
    parts = [
        _part("type", element("p", said["type_how"], class_="reading"), *map(_size, SIZES)),
        _part("space", *map(_space, SPACES)),
        _part("colors", element("p", said["colors_how"]), _colors()),
        _part("signs", element("ul", *map(_sign, SIDES))),
        _part("room", element("p", said["room_how"]), _room()),
    ]
    body = element("main", element("h1", said["title"]), element("p", said["about"]), *parts)
    return page(said["title"], body, style=style)


def write_look(path: Path = LOOK) -> Path:
    """Write the page as the file that the documents show.

    Parameters
    ----------
    path : pathlib.Path
        In the checkout, unless another is named.

    Returns
    -------
    pathlib.Path
        The file that was written.

    Examples
    --------
    >>> import tempfile
    >>> write_look(Path(tempfile.mkdtemp()) / "look.html").name
    'look.html'
    """
    path.write_text(look_page(), encoding="utf-8")
    return path


def _style() -> str:
    """Give the page's own rules, one more for each token that it shows."""
    own = Path(__file__).with_name("look_page.css").read_text(encoding="utf-8")
    sizes = (f".size-{name}{{font-size:var(--wb-{name})}}" for name in SIZES)
    spaces = (f".space-{name}{{width:var(--wb-{name})}}" for name in SPACES)
    shown = (f".color-{name}{{background:var(--wb-{name})}}" for name in COLORS)
    return "".join([own, *sizes, *spaces, *shown])


def _part(name: str, *inside: object) -> Markup:
    return element("section", element("h2", word("look", name)), *inside)


def _named(name: str) -> Markup:
    return element("code", f"--wb-{name}")


def _size(name: str) -> Markup:
    sample = element("span", word("look", "sample"), class_=f"size-{name}")
    return element("p", _named(name), f" {token(name)} ", sample)


def _space(name: str) -> Markup:
    return element("p", _named(name), f" {token(name)} ", _block(f"space-{name}"))


def _block(name: str) -> Markup:
    return element("span", class_=f"block {name}", aria_hidden="true")


def _colors() -> Markup:
    said = words("look")
    rows = [
        (_named(n), token(f"{n}-light"), token(f"{n}-dark"), _block(f"color-{n}")) for n in COLORS
    ]
    return table(said["colors"], [said["name"], said["light"], said["dark"], said["now"]], rows)


def _sign(side: str) -> Markup:
    return element("li", Markup(sign(side)), " ", word("sides", f"side_{side}"))


def _room() -> Markup:
    names = (word("look", "left"), word("look", "right"))
    places = {place: word("look", f"lies_{place}") for _, place in LYING}
    lies = [f"{word('sides', f'side_{side}')}: {places[place]}" for side, place in LYING]
    drawn = element("div", Markup(room(LYING, names)), class_="room")
    return element("div", drawn, element("ul", *(element("li", text) for text in lies)))
