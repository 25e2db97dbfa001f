"""The table of `workbook/README.md` says of each part what `tests/test_layers.py` holds it to."""

import re

from test_layers import TABLE

ROW = re.compile(r"^\| (`[^|]+) \| [^|]+ \| ([^|]+) \|", re.MULTILINE)
IN_WORDS = {
    "words",
    "errors",
    "lesson",
    "notebooks",
    "unpack",
    "renew",
    "cli",
}  # one row for several


def rows(root):
    """Give what a row says that each part may import."""
    text = (root / "workbook" / "README.md").read_text(encoding="utf-8")
    found = [(re.findall(r"`(\w+)`", parts), may) for parts, may in ROW.findall(text)]
    return {part: set(re.findall(r"\w+", may)) for parts, may in found for part in parts}


def test_the_table_has_every_part_and_says_what_each_may_import(root):
    said = rows(root)
    assert set(said) >= set(TABLE) - {"workbook"}
    held = {part: set(layers) or {"nothing"} for part, (layers, _) in TABLE.items()}
    read = {part: may & ({*TABLE, "nothing"} - {"workbook"}) for part, may in said.items()}
    apart = {part: read[part] ^ held[part] for part in set(held) - IN_WORDS - {"workbook"}}
    assert {part: layers for part, layers in apart.items() if layers} == {}
