"""A file with a checksum over what it says, whatever a mail program does to its line ends."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

__all__ = ["checksum", "seal", "unbroken"]


def checksum(content: Mapping[str, Any]) -> str:
    """Give the SHA-256 of the content in its canonical form, without its own checksum.

    Parameters
    ----------
    content : mapping
        Plain JSON values.

    Examples
    --------
    >>> checksum({"b": 1, "a": 2}) == checksum({"a": 2, "b": 1, "checksum": "x"})
    True
    """
    rest = {name: value for name, value in content.items() if name != "checksum"}
    plain = json.dumps(rest, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return f"sha256:{hashlib.sha256(plain.encode('ascii')).hexdigest()}"


def seal(content: Mapping[str, Any]) -> bytes:
    r"""Write the content as JSON that a person can read, with its checksum last.

    Parameters
    ----------
    content : mapping
        Plain JSON values.

    Examples
    --------
    >>> seal({"a": "é"})[:18]
    b'{\n "a": "\\u00e9",\n'
    """
    whole = {**content, "checksum": checksum(content)}
    return (json.dumps(whole, indent=1, allow_nan=False) + "\n").encode("ascii")


def unbroken(content: Mapping[str, Any]) -> bool:
    """Say whether the content is as it was sealed.

    Parameters
    ----------
    content : mapping
        As it was read.

    Examples
    --------
    >>> unbroken(json.loads(seal({"a": 1}))), unbroken({"a": 1})
    (True, False)
    """
    return content.get("checksum") == checksum(content)
