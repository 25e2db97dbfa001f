"""A language that nobody speaks: every word has an accent and is about 40 percent longer.

What is still in plain English on a page made with it was never asked for by its name.
"""

import json
import re
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import yaml

from workbook.content.markup import titled

LANGUAGE = "xx"
ACCENTS = str.maketrans("aeiouyAEIOUYcndrstzgl", "áéíóúýÁÉÍÓÚÝčňďřšťžğľ")
VOWELS = set("aeiouAEIOU")
LETTERS = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)*")
# What a translator leaves as it is: values, code, addresses, tags, entities, targets of links,
# short names with a digit in them.
KEPT = re.compile(
    r"\{[^{}]*\}|`[^`]*`|\]\([^)]*\)|https?://[^\s)>\"]+|</?[a-zA-Z][^<>]*>|&#?\w+;"
    r"|\b[\w/.-]+\.(?:md|csv|jsonl?|html|ipynb|txt|yaml)\b|\b\w*\d\w*\b"
)


def say(text: str) -> str:
    """Say a text in the language that nobody speaks."""
    found, at = [], 0
    for kept in KEPT.finditer(text):
        found += [LETTERS.sub(_word, text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*found, LETTERS.sub(_word, text[at:])])


def _word(match: re.Match) -> str:
    word = match[0]
    more = round(0.4 * len(word))
    long = [letter + letter.lower() * (letter in VOWELS) for letter in word]
    longer = "".join(long) + word[-1].lower() * max(0, more - sum(c in VOWELS for c in word))
    accented = longer.translate(ACCENTS)
    return accented if accented != longer else accented + "é"


def accented(text: str) -> bool:
    """Say whether a letter of a text has an accent."""
    return any(
        len(unicodedata.normalize("NFD", c)) > 1 and c.isalpha() and not c.isascii() for c in text
    )


# The words of the interface -------------------------------------------------------------------
def write_words(package: Path, folder: Path) -> Path:
    """Write all words of the interface in it; give the folder for ``WORKBOOK_WORDS``."""
    files = [*package.glob("words/en/*.yaml"), *package.glob("kinds/*/words.yaml")]
    target = folder / LANGUAGE
    target.mkdir(parents=True)
    for path in files:
        groups = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or {}
        name = f"{path.parent.name}_{path.name}"
        target.joinpath(name).write_text(_yaml(_all(groups)), encoding="utf-8")
    return folder


def _all(value):
    if isinstance(value, dict):
        return {key: _all(each) for key, each in value.items()}
    return [_all(each) for each in value] if isinstance(value, list) else say(value)


def _yaml(value) -> str:
    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data):
            return True

    return yaml.dump(value, Dumper=Plain, allow_unicode=True, sort_keys=False, width=10_000)


# The course -------------------------------------------------------------------------------------
TEXTS = {"title", "objective", "objectives", "content_note", "purpose", "you", "person", "write"}
TEXTS |= {"waiting", "over", "status", "license", "scale", "rules", "tally", "roles", "short_names"}
NAMED_TEXTS = {"buckets", "codes", "ends", "holders", "places", "roles"}
KEYS = {"pulls", "minutes", "sets", "look_again"}
CHOICE = re.compile(r"^- \[(.{2,})\](\(#[^)\s]*\).*)$")
OPTION = re.compile(r"^(- \[[ xX]\] )(.*)$")
NAMED = re.compile(r"^(\s*- )([a-z][a-z0-9_]*)(:\s+)(.*)$")
OTHER = re.compile(r"^(\s*(?:#+ |>\s?|- |\d+\. |Source: |\((?:if|unless) [^)]*\) )?)(.*)$")


def write_course(root: Path, folder: Path) -> Path:
    """Copy a course, in the language that nobody speaks."""
    shutil.copytree(root / "datasets", folder / "datasets")
    shutil.copytree(root / "modules", folder / "modules")
    for path in [
        *folder.glob("modules/exercises/*/*.md"),
        *folder.glob("modules/encounters/*.md"),
        *folder.glob("modules/instruments/*.md"),
    ]:
        _change(path, exercise)
    for path in folder.glob("modules/learners/*.md"):
        _change(path, prose)
    for path in folder.glob("modules/*.ipynb"):
        _change(path, notebook)
    return folder


def _change(path: Path, how: Callable[[str], str]) -> None:
    path.write_text(how(path.read_text(encoding="utf-8")), encoding="utf-8")


def exercise(text: str) -> str:
    """Translate an exercise file: what a learner reads, and no name, key or number."""
    _, front, body = text.split("---\n", 2)
    settings = yaml.load(front, Loader=yaml.BaseLoader)
    names = {name for key in NAMED_TEXTS & set(settings) for name in settings[key]}
    settings = {key: _setting(settings["kind"], key, value) for key, value in settings.items()}
    lines = (_line(line, names, settings["kind"]) for line in body.splitlines())
    return f"---\n{_yaml(settings)}---\n" + "\n".join(lines) + "\n"


def _setting(kind: str, key: str, value):
    if (
        key in TEXTS
        or key in NAMED_TEXTS
        or (key == "dimensions" and kind in ("power_map", "instrument"))
    ):
        return _all(value)
    if key == "inputs":
        return {name: _input(each) for name, each in value.items()}
    return value


def _input(value):
    if not isinstance(value, dict):
        return value
    return {key: say(each) if key in ("label", "unit") else each for key, each in value.items()}


def _line(line: str, names: set[str], kind: str) -> str:
    if line.startswith("## "):
        return f"{line}: {say(titled(line[3:]))}"
    if choice := CHOICE.match(line):
        return f"- [{say(choice[1])}]{choice[2]}"
    if option := OPTION.match(line):
        return line if option[2].strip() in names else option[1] + say(option[2])
    named = NAMED.match(line)
    if named and (named[2] in KEYS or named[4].strip() in names):
        return line
    if named:
        return "".join(named.group(1, 2, 3)) + _prose_line(named[4])
    return _prose_line(line)


def _prose_line(line: str) -> str:
    mark, text = OTHER.match(line).groups()
    return mark + say(text)


def prose(text: str) -> str:
    """Translate Markdown line by line; the program of a fenced block stays."""
    found, fenced = [], False
    for line in text.splitlines():
        fenced ^= line.startswith("```")
        found.append(line if fenced or line.startswith("```") else _prose_line(line))
    return "\n".join(found) + "\n"


def notebook(text: str) -> str:
    """Translate the Markdown cells of a notebook; its outputs go, since they are in English."""
    book = json.loads(text)
    for cell in book["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = prose("".join(cell["source"])).removesuffix("\n")
        else:
            cell["outputs"] = []
    return json.dumps(book, indent=1, ensure_ascii=False) + "\n"
