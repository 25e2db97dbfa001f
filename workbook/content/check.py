"""What must hold of the exercises of a course, each by itself and all together."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import yaml

from ..errors import ContentError
from ..words import word
from .markup import plain_words
from .model import Exercise, Option
from .plugins import by_kind, plugin

__all__ = [
    "check_all",
    "check_exercise",
    "own_words",
    "seed_coverage",
    "without_feedback",
]

BANNED = ("wrong!", "wrong answer", "correct answer", "proven", "empower them", "well done")
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|(?<!\w)'[^']{2,}'(?!\w)|https?://\S+")
NAME = re.compile(r"(?<=[a-z,;] )[A-Z]\w*(?:\.\w+)*(?: [A-Z]\w*(?:\.\w+)*)*")
LINK = re.compile(r"\]\(#(\w+)\)")
DRAFT_MODULES = {"enc": "03", "mirror": "03"}


def without_feedback(exercise: Exercise) -> list[Option]:
    """List the options that are answered with nothing.

    Examples
    --------
    >>> from workbook.content.model import Item
    >>> one = Exercise("00/x", "choice", "T", items=(Item("", "", (Option("a", "A"),)),))
    >>> [option.key for option in without_feedback(one)]
    ['a']
    """
    return plugin(exercise.kind).without_feedback(exercise)


def own_words(exercise: Exercise) -> str:
    """Give an exercise's own words: no quotation, no name, no address, no facilitator's note.

    Examples
    --------
    >>> own_words(Exercise("00/x", "reflection", "T", prompt='The seed says "heal". Ask Sam.'))
    'The seed says . Ask .'
    """
    texts = [exercise.prompt, exercise.hint, exercise.debrief, exercise.content_note]
    for item in exercise.items:
        texts += [item.text, item.feedback]
        texts += [text for option in item.options for text in (option.text, option.feedback)]
    texts += plugin(exercise.kind).own_words(exercise)
    plain = "\n".join(plain_words(text) for text in texts if text)
    return NAME.sub("", QUOTED.sub("", plain))


def check_exercise(exercise: Exercise) -> list[str]:
    """List what is the matter with one exercise, a sentence each.

    Examples
    --------
    >>> check_exercise(Exercise("00/x", "reflection", "T", objective="o", seed=("S01",)))
    []
    """
    found: list[tuple[int, str]] = [
        (o.line, word("check", "no_feedback", option=o.text or o.key))
        for o in without_feedback(exercise)
    ]
    found += plugin(exercise.kind).problems(exercise)
    found += [(0, sentence) for sentence in _whole_problems(exercise)]
    return [
        word("check", "at_line" if line else "at", place=exercise.place, line=line, problem=problem)
        for line, problem in found
    ]


def _whole_problems(exercise: Exercise) -> list[str]:
    found: list[str] = []
    if not exercise.objective.strip():
        found.append(word("check", "no_objective"))
    if not exercise.seed:
        found.append(word("check", "no_claim"))
    said = own_words(exercise).lower()
    found += [word("check", "banned", text=text) for text in BANNED if text in said]
    return found + [
        word("check", "lost_link", name=name)
        for name in _links(exercise)
        if not exercise.item(name)
    ]


def _links(exercise: Exercise) -> list[str]:
    texts = [exercise.prompt, exercise.debrief, *(item.text for item in exercise.items)]
    return [name for text in texts for name in LINK.findall(text)]


def check_all(exercises: Iterable[Exercise]) -> list[str]:
    """List what is the matter between exercises: ids alike, the longest option too often fitting.

    Examples
    --------
    >>> check_all([Exercise("00/a", "rank", "T", draft="m0-e1"),
    ...            Exercise("00/b", "rank", "T", draft="m0-e1")])
    ["00/b: The draft id 'm0-e1' is used twice. Give the new one another."]
    """
    exercises = list(exercises)
    drafts = Counter(e.draft for e in exercises)
    last = {e.draft: e.place for e in exercises}
    found: list[str] = [
        word("check", "draft_twice", place=last[d], draft=d) for d, n in drafts.items() if n > 1
    ]
    names = Counter(e.id.lower() for e in exercises)
    found += [word("check", "name_twice", name=name) for name, n in names.items() if n > 1]
    for kind, own in by_kind(exercises).items():
        found += plugin(kind).problems_among(own)
    return found


def seed_coverage(claims: Path, exercises: Iterable[Exercise], notebooks: set[str]) -> dict:
    """Count which sentences of the seed the course treats.

    Parameters
    ----------
    claims : path
        ``modules/seed_claims.yaml``.
    exercises : iterable of Exercise
    notebooks : set of str
        Numbers of the modules whose notebook exists.

    Returns
    -------
    dict
        ``covered`` and ``total`` (counts) and ``problems`` (sentences).

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> seed_coverage(packaged_course() / "modules" / "seed_claims.yaml", [], set())["total"]
    35
    """
    rows = _claims(claims)
    exercises = list(exercises)
    known, drafts = {row["id"] for row in rows}, {e.draft for e in exercises}
    named = {claim for e in exercises for claim in e.seed}
    problems = [
        word("check", "unknown_claim", place=e.place, claim=claim)
        for e in exercises
        for claim in e.seed
        if claim not in known
    ]
    for row in rows:
        places = {_module_of(draft) for draft in row["treated_in"]}
        if places <= notebooks and not drafts & set(row["treated_in"]) and row["id"] not in named:
            problems.append(word("check", "lost_claim", claim=row["id"]))
    return {"covered": len(known & named), "total": len(rows), "problems": problems}


def _claims(path: Path) -> list[dict]:
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["claims"]
        return [{"id": row["id"], "treated_in": row["treated_in"]} for row in rows]
    except (OSError, ValueError, TypeError, KeyError, yaml.YAMLError):
        raise ContentError(path.name, 0, word("check", "claims_unread")) from None


def _module_of(draft: str) -> str:
    head = draft.partition("-")[0]
    return DRAFT_MODULES.get(head, f"{head.removeprefix('m'):0>2}")
