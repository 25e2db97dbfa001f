"""The scripts of the extension as one: a page that brings it asks once, not for each of them."""

import re

IMPORT = re.compile(r"^import \{([^}]+)\} from '\./(\w+)\.js';$", re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
PLAIN = re.compile(r"^(?:import|export) ", re.MULTILINE)


def one_script(folder, names):
    """Give a script with an object of its own for each module, by name.

    Parameters
    ----------
    folder : Path
    names : list of str
        The modules, in any order; what they take from each other is among them.
    """
    texts = {name: (folder / f"{name}.js").read_text("utf-8") for name in names}
    given = {name: {each[1] for each in EXPORT.findall(text)} for name, text in texts.items()}
    return "\n".join(module(name, texts[name], given) for name in in_order(texts))


def in_order(texts):
    """Give the names of modules, each after those from which it takes something."""
    found = []

    def add(name, asking=()):
        assert name not in asking, f"a circle: {' '.join((*asking, name))}"
        for _, other in IMPORT.findall(texts[name]):
            add(other, (*asking, name))
        if name not in found:
            found.append(name)

    for name in texts:
        add(name)
    return found


def module(name, text, given):
    """Give one module as an object with what it exports."""

    def taken(found):
        parts = [part.strip() for part in found[1].split(",") if part.strip()]
        missing = {part.split(" as ")[0] for part in parts} - given[found[2]]
        assert not missing, f"{name}: {found[2]} has no {missing}"
        return (
            f"const {{ {', '.join(part.replace(' as ', ': ') for part in parts)} }} = {found[2]};"
        )

    body = EXPORT.sub(r"\1", IMPORT.sub(taken, text))
    assert not PLAIN.search(body), f"{name} imports or exports in a form that is not known here"
    return f"const {name} = (() => {{ {body}\nreturn {{ {', '.join(sorted(given[name]))} }}; }})();"
