"""XML as the manifests need it: elements with namespaces, in a fixed form."""

from xml.etree import ElementTree as Tree

__all__ = ["below", "written"]


def below(parent: Tree.Element, name: str, text: str = "", /, **attributes: str) -> Tree.Element:
    """Add an element to another one.

    Parameters
    ----------
    parent : Element
    name : str
        With its namespace in curly brackets, where it has one.
    text : str
        What it holds.
    **attributes : str

    Examples
    --------
    >>> Tree.tostring(below(Tree.Element("a"), "b", "<", c="1"))
    b'<b c="1">&lt;</b>'
    """
    made = Tree.SubElement(parent, name, attributes)
    made.text = text or None
    return made


def written(root: Tree.Element, prefixes: dict[str, str]) -> bytes:
    r"""Write a document.

    Parameters
    ----------
    root : Element
    prefixes : dict of str to str
        Prefix to namespace; the empty one is the default.

    Examples
    --------
    >>> written(Tree.Element("{urn:a}b"), {"": "urn:a"})
    b'<?xml version="1.0" encoding="UTF-8"?>\n<b xmlns="urn:a" />\n'
    """
    for prefix, space in prefixes.items():
        Tree.register_namespace(prefix, space)
    Tree.indent(root)
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + Tree.tostring(root, encoding="utf-8") + b"\n"
