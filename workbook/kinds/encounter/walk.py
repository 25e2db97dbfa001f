"""All ways through an encounter, or a fair sample of them, and what must hold of them."""

import functools
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ...words import word
from .middle import unnamed
from .model import END, EQUAL, Choice, Encounter, Passage
from .play import State, begin, ending, open_choices, taken

__all__ = ["Walk", "count_paths", "follow", "problems", "walk"]

MOST = 400_000
SAMPLE = 20_000
STRATEGIES: dict[str, Callable] = {
    "first": lambda choices: choices[0],
    "last": lambda choices: choices[-1],
    "longest": lambda choices: max(choices, key=lambda choice: len(choice.say)),
}


@dataclass(frozen=True)
class Walk:
    """What was found on the ways through an encounter.

    Parameters
    ----------
    paths : int
        How many were walked.
    total : int
        How many there are.
    exact : bool
        Whether these are all; otherwise they were drawn by lot, and shares are estimates.
    endings : dict
        Name -> share of paths, 0-1, in the order of the file.
    minutes : tuple of int
        The shortest and the longest.
    over : float
        Share of paths that take more minutes than there are.
    equal_within_clock : bool
        Whether the most equal ending was reached in time.
    odd_unnamed : int
        Paths to that ending with a bar outside the middle that no sentence of the ending names.
    reached : frozenset of str
        Names of passages.
    dead_ends : tuple of str
        Passages that were met with fewer than two open choices.

    Examples
    --------
    >>> Walk(9, 9, True, {"all_yours": 1.0}, (8, 9), 0.0, False, 0, frozenset(), ()).paths
    9
    """

    paths: int
    total: int
    exact: bool
    endings: dict[str, float]
    minutes: tuple[int, int]
    over: float
    equal_within_clock: bool
    odd_unnamed: int
    reached: frozenset[str]
    dead_ends: tuple[str, ...]


@dataclass
class _Tally:
    """What is counted on the way; a path drawn by lot weighs as many as it stands for."""

    ends: dict = field(default_factory=lambda: defaultdict(int))  # (ending, minutes) -> paths
    reached: set = field(default_factory=set)
    dead_ends: set = field(default_factory=set)
    odd_unnamed: int = 0


@functools.lru_cache(maxsize=64)
def walk(encounter: Encounter, most: int = MOST, seed: int = 0) -> Walk:
    """Walk all paths when there are at most `most`, otherwise 20,000 drawn by lot.

    Parameters
    ----------
    encounter : Encounter
    most : int
        The highest number of paths that are all walked.
    seed : int
        For the lot.

    Returns
    -------
    Walk

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> walk(two_weeks, most=9).exact
    False
    """
    tally, total = _Tally(), count_paths(encounter, most)
    exact = total <= most
    if exact:
        _walk(encounter, tally)
    else:
        chance = random.Random(seed)
        _walk(encounter, tally, chance, SAMPLE)
    return _result(encounter, tally, total, exact)


def count_paths(encounter: Encounter, most: int = MOST) -> int:
    """Count the paths, states alike in all that a choice asks for together.

    Parameters
    ----------
    encounter : Encounter
    most : int
        Where counting may stop when choices ask for minutes or bars, so that no states are alike.

    Returns
    -------
    int
        The number of paths; above `most` it may be less than there are.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> count_paths(two_weeks)
    177147
    """
    asked = frozenset().union(*(c.when.names for c in encounter.choices() if c.when))
    whole = bool(asked - {flag for choice in encounter.choices() for flag in choice.sets})
    paths, layer = 0, Counter([begin(encounter)])
    while layer and len(layer) <= most:
        ahead: Counter[State] = Counter()
        for state, ways in layer.items():
            for choice in open_choices(encounter, state):
                after = taken(state, choice)
                if after.over:
                    paths += ways
                elif whole:
                    ahead[replace(after, path=())] += ways
                else:
                    ahead[State(after.passage, state.bars, 0, after.flags)] += ways
        layer = ahead
    return paths + sum(layer.values())


def _walk(encounter: Encounter, tally: _Tally, chance=None, times: int = 1) -> None:
    """Go all ways through an encounter, or `times` times one way drawn by lot."""
    ways = {name: _ways(passage) for name, passage in encounter.passages.items()}
    ends = [(name, end.when and end.when.test) for name, end in encounter.endings.items()]
    found, reached, dead_ends = tally.ends, tally.reached, tally.dead_ends

    def go(name, bars, minutes, flags, weight):
        reached.add(name)
        open_ = [way for way in ways[name] if not way[0] or way[0](bars, minutes, flags)]
        if len(open_) < 2:
            dead_ends.add(name)
        if chance and open_:
            weight *= len(open_)
            open_ = [chance.choice(open_)]
        for _, moves, more, sets, target in open_:
            now, then = bars.copy(), minutes + more
            for place, part, to in moves:
                now[place] += part * (to - now[place])
            after = flags | sets if sets else flags
            if target != END:
                go(target, now, then, after, weight)
                continue
            for end, test in ends:
                if not test or test(now, then, after):
                    found[end, then] += weight
                    if end == EQUAL and unnamed(encounter, now, then, after):
                        tally.odd_unnamed += weight
                    break

    for _ in range(times):
        go(encounter.first, list(encounter.start), 0, frozenset(), 1)


def _ways(passage: Passage) -> list[tuple]:
    return [
        (c.when and c.when.test, c.moves, c.minutes, frozenset(c.sets), c.target)
        for c in passage.choices
    ]


def _result(encounter: Encounter, tally: _Tally, total: int, exact: bool) -> Walk:
    ends, whole = tally.ends, sum(tally.ends.values()) or 1
    share = dict.fromkeys(encounter.endings, 0)
    for (name, _), paths in ends.items():
        share[name] += paths
    times = [minutes for _, minutes in ends] or [0]
    return Walk(
        paths=total if exact else SAMPLE,
        total=total,
        exact=exact,
        endings={name: paths / whole for name, paths in share.items()},
        minutes=(min(times), max(times)),
        over=sum(n for (_, minutes), n in ends.items() if minutes > encounter.budget) / whole,
        equal_within_clock=any(n == EQUAL and m <= encounter.budget for n, m in ends),
        odd_unnamed=tally.odd_unnamed,
        reached=frozenset(tally.reached),
        dead_ends=tuple(sorted(tally.dead_ends)),
    )


def problems(encounter: Encounter) -> list[tuple[int, str]]:
    """List what is the matter with the ways through an encounter: a line, or 0, and a sentence.

    Examples
    --------
    >>> from workbook.kinds.encounter.model import Choice, Encounter, Ending, Passage
    >>> door = Passage("door", "Door", (), (Choice("a", "Go.", "end"), Choice("b", "Stay.", "end")))
    >>> one = Encounter("Sam", "Denise", "", "", "", (25.0,) * 6, 20, "", "", {"door": door},
    ...                 {"usual": Ending("usual", "Usual")}, "door")
    >>> problems(one)
    [(0, "There is no ending 'as_equal_as_possible'. Add one.")]
    """
    found = walk(encounter)
    told: list[tuple[int, str]] = [
        (passage.line, word("encounter_check", "unreached_passage", name=name))
        for name, passage in encounter.passages.items()
        if name not in found.reached
    ]
    told += [
        (end.line, word("encounter_check", "unreached_ending", name=name))
        for name, end in encounter.endings.items()
        if not found.endings[name]
    ]
    told += [
        (encounter.passages[name].line, word("encounter_check", "dead_end", name=name))
        for name in found.dead_ends
    ]
    return told + _bar_problems(encounter) + _equal_problems(encounter, found)


def _bar_problems(encounter: Encounter) -> list[tuple[int, str]]:
    told: list[tuple[int, str]] = []
    steps = [move for choice in encounter.choices() for move in choice.moves]
    if not all(0 <= bar <= 100 for bar in (*encounter.start, *(to for _, _, to in steps))):
        told.append((0, word("encounter_check", "bar_leaves")))
    if not all(0 < part < 1 for _, part, _ in steps):
        told.append((0, word("encounter_check", "pull_passes")))
    return told


def _equal_problems(encounter: Encounter, found: Walk) -> list[tuple[int, str]]:
    if EQUAL not in encounter.endings:
        return [(0, word("encounter_check", "no_equal", name=EQUAL))]
    told: list[tuple[int, str]] = []
    if not found.equal_within_clock:
        line = encounter.endings[EQUAL].line
        late = word("encounter_check", "equal_late", name=EQUAL, minutes=encounter.budget)
        told.append((line, late))
    for name, pick in STRATEGIES.items():
        way, end = _followed(encounter, pick)
        if end == EQUAL:
            lines = ", ".join(str(choice.line) for choice in way)
            told.append((0, word("encounter_check", f"always_{name}", lines=lines, name=EQUAL)))
    return told


def follow(encounter: Encounter, pick: Callable) -> str:
    """Give the name of the ending that one way of choosing leads to; empty at a dead end.

    Parameters
    ----------
    encounter : Encounter
    pick : callable
        Open choices -> the one to take.

    Returns
    -------
    str

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> follow(two_weeks, lambda choices: choices[-1]) == "as_equal_as_possible"
    False
    """
    return _followed(encounter, pick)[1]


def _followed(encounter: Encounter, pick: Callable) -> tuple[list[Choice], str]:
    state, way = begin(encounter), []
    while choices := open_choices(encounter, state):
        way.append(pick(choices))
        state = taken(state, way[-1])
    end = ending(encounter, state)
    return way, end.name if end else ""
