"""Starts drawn by lot before the data, and the file that says so."""

import json
import random
import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from ...errors import WorkbookError
from ...files import write
from ...words import word
from ..single_case.options import one_of
from .lots import SCHEMES, count, smallest_p
from .question import Question

__all__ = ["Design", "Plan", "design", "draw_starts"]

SCHEMA = "single-case-plan/1"
LAST = 9999  # sessions; more is a mistake, and would not fit into memory
MOST = 500  # cases


@dataclass(frozen=True)
class Design:
    """Who takes part, for how long, and what is in the lot.

    Parameters
    ----------
    cases : tuple of str
        Workers, teams or sites.
    sessions : int
        How many sessions are planned for each.
    min_baseline, min_treatment : int
        Sessions that each phase has at least.
    scheme : str
        How the lots are drawn; see `multiple_baseline_test`.
    starts : tuple of tuple of int
        The first B sessions in the lot: one list per case, or per place in the order.

    Examples
    --------
    >>> design(4, 21, min_baseline=6, min_treatment=6, scheme="orders").n_assignments
    24
    """

    cases: tuple
    sessions: int
    min_baseline: int
    min_treatment: int
    scheme: str
    starts: tuple

    @property
    def n_assignments(self) -> int:
        """How many ways the lots can fall."""
        return count(self.scheme, self.starts)

    @property
    def smallest_p(self) -> float:
        """The smallest p that the test of this design can reach, whatever the data will say."""
        return smallest_p(self.scheme, self.starts)


def design(  # noqa: PLR0913 - each part of a design is a decision of its own
    cases, sessions, *, min_baseline, min_treatment, scheme, starts=None
) -> Design:
    """Lay out a design, so that its smallest p can be seen before anything begins.

    Parameters
    ----------
    cases : int or sequence of str
        How many, or their names.
    sessions : int
        How many sessions are planned for each.
    min_baseline, min_treatment : int
        Sessions that each phase has at least.
    scheme : str
        ``starts``, ``orders`` or ``orders_and_starts``.
    starts : sequence of int, optional
        With ``orders`` the fixed starts, one for each case (the same start may be there twice,
        for cases that begin together); spread evenly when left out.

    Examples
    --------
    >>> design(1, 20, min_baseline=5, min_treatment=5, scheme="starts").smallest_p
    0.09090909090909091
    """
    one_of("scheme", scheme, SCHEMES)
    names = _numbered(min(cases, MOST + 1)) if isinstance(cases, int) else _listed(cases)
    texts = all(isinstance(name, str) for name in names)
    if not texts or not 0 < len(names) <= MOST or len(set(names)) < len(names):
        raise WorkbookError(word("plan_errors", "names"))
    for given in (sessions, min_baseline, min_treatment):
        if not isinstance(given, int) or isinstance(given, bool) or not 1 <= given <= LAST:
            raise WorkbookError(word("plan_errors", "sessions"))
    possible = list(range(min_baseline + 1, sessions - min_treatment + 2))
    lists = _lists(scheme, possible, len(names), starts)
    return Design(tuple(names), sessions, min_baseline, min_treatment, scheme, lists)


def _listed(cases) -> list:
    """Read names; a single text is no list of them."""
    return list(cases) if hasattr(cases, "__iter__") and not isinstance(cases, str) else []


def _numbered(cases: int) -> list[str]:
    """Name cases by their number; these names go into files, so they stay in every language."""
    return [f"case {number}" for number in range(1, cases + 1)]


@dataclass(frozen=True)
class Plan:
    """Lots as they fell, with all that is needed to draw them again.

    Parameters
    ----------
    date : str
        When the lots were drawn, as this computer's clock had it; nobody can verify it later.
    design : Design
        What was in the lot.
    lots : dict
        First B session of each case.
    seed : int
        From which the lots follow.
    question : Question
        What was to be asked of the sessions; the lots follow from it too, so that it cannot be
        changed later without being seen.

    Examples
    --------
    >>> plan = draw_starts(["north", "south"], 20, min_baseline=5, min_treatment=5,
    ...                    scheme="starts", seed=7)
    >>> plan.check(), sorted(plan.lots)
    ([], ['north', 'south'])
    """

    date: str
    design: Design
    lots: dict
    seed: int
    question: Question = Question()

    @property
    def smallest_p(self) -> float:
        """The smallest p that the test of this plan can reach."""
        return self.design.smallest_p

    def check(self) -> list[str]:
        """Draw the lots again from the seed, and say what does not agree."""
        if self.lots == _draw(self.design, self.seed, self.question):
            return []
        return [word("plan_errors", "changed")]

    def told(self) -> dict:
        """Give the plan as its file has it."""
        about = {"schema": SCHEMA, "date": self.date, "design": asdict(self.design)}
        asked = {"question": self.question.told()} if self.question.told() else {}
        return {**about, **asked, "lots": self.lots, "seed": self.seed}

    def save(self, path) -> Path:
        """Write the plan as JSON, all or nothing; a plan that is there is never replaced."""
        path = Path(path)
        if path.exists():
            raise WorkbookError(word("plan_errors", "there_already", file=path.name))
        text = json.dumps(self.told(), indent=2)
        try:
            write(path, text + "\n")
        except OSError as trouble:
            what = {"file": path.name, "why": trouble.strerror}
            raise WorkbookError(word("plan_errors", "unwritable", **what)) from None
        return path

    @classmethod
    def load(cls, path) -> "Plan":
        """Read a plan file and check its form; `check` says whether the lots follow its seed."""
        name = Path(path).name
        try:
            text = Path(path).read_bytes()
        except OSError as trouble:
            what = {"file": name, "why": trouble.strerror}
            raise WorkbookError(word("plan_errors", "unreadable", **what)) from None
        return cls.read(text, name)

    @classmethod
    def read(cls, text, name) -> "Plan":
        """Read what a plan file holds.

        Parameters
        ----------
        text : bytes or str
        name : str
            Of the file, for a message.
        """
        try:
            told = json.loads(text)
        except (ValueError, RecursionError):
            raise WorkbookError(word("plan_errors", "no_json", file=name)) from None
        if not isinstance(told, dict) or told.get("schema") != SCHEMA:
            raise WorkbookError(word("plan_errors", "other_file", file=name, schema=SCHEMA))
        try:
            return _read(told)
        except (KeyError, TypeError, ValueError, AttributeError, WorkbookError):
            raise WorkbookError(word("plan_errors", "damaged", file=name)) from None


def draw_starts(  # noqa: PLR0913 - the contract of the design page
    cases, sessions, *, min_baseline, min_treatment, scheme, seed=None, starts=None, **question
) -> Plan:
    """Draw the starts by lot, before the first session.

    Parameters
    ----------
    cases, sessions, min_baseline, min_treatment, scheme, starts
        As in `design`.
    seed : int, optional
        To repeat a draw; a new one is taken when left out.
    **question
        What will be asked, as in `Question`: outcome, improvement, statistic, smallest_change.

    Returns
    -------
    Plan
        Save it before the first session: ``plan.save("plan.json")``.

    Examples
    --------
    >>> draw_starts(4, 21, min_baseline=6, min_treatment=6, scheme="orders", seed=1).lots
    {'case 1': 10, 'case 2': 7, 'case 3': 13, 'case 4': 16}
    """
    layout = design(
        cases, sessions, min_baseline=min_baseline, min_treatment=min_treatment, scheme=scheme,
        starts=starts,
    )  # fmt: skip
    if seed is None:
        seed = secrets.randbits(53)
    if not isinstance(seed, int) or isinstance(seed, bool):
        raise WorkbookError(word("plan_errors", "seed"))
    asked = Question.of(question)
    date = datetime.now(UTC).isoformat(timespec="seconds")
    return Plan(date, layout, _draw(layout, seed, asked), seed, asked)


def _lists(scheme, possible, n, starts):
    """Give what is in the lot."""
    if starts is not None:
        fits = hasattr(starts, "__iter__") and all(start in possible for start in starts)
        if scheme != "orders" or not fits or len(list(starts)) != n:
            raise WorkbookError(word("plan_errors", "fixed_starts"))
        return tuple((start,) for start in sorted(starts))
    if len(possible) < (1 if scheme == "starts" else n):
        raise WorkbookError(word("plan_errors", "few_sessions", places=len(possible), cases=n))
    if scheme == "starts":
        return (tuple(possible),) * n
    if scheme == "orders":
        step = (len(possible) - 1) / max(1, n - 1)
        return tuple((possible[round(i * step)],) for i in range(n))
    ends = [round(i * len(possible) / n) for i in range(n + 1)]
    return tuple(tuple(possible[a:b]) for a, b in zip(ends, ends[1:], strict=False))


def _draw(layout: Design, seed: int, question: Question) -> dict:
    """Draw from the stream of numbers that Python keeps the same from version to version."""
    asked = question.told()
    numbers = random.Random(f"{seed} {json.dumps(asked, sort_keys=True)}" if asked else seed)
    chosen = [each[int(numbers.random() * len(each))] for each in layout.starts]
    if layout.scheme != "starts":
        chosen = [start for _, start in sorted((numbers.random(), start) for start in chosen)]
    return dict(zip(layout.cases, chosen, strict=True))


def _sound(layout: Design) -> bool:
    """Say whether a design holds what `design` would give: whole numbers, and lists that fit."""
    numbers = (layout.sessions, layout.min_baseline, layout.min_treatment, *sum(layout.starts, ()))
    whole = all(type(number) is int and 1 <= number <= LAST for number in numbers)
    return (
        whole
        and len(layout.starts) == len(layout.cases)
        and all(each and max(each) <= layout.sessions for each in layout.starts)
    )


def _read(told) -> Plan:
    parts = told["design"]
    parts = {**parts, "cases": tuple(parts["cases"]), "starts": tuple(map(tuple, parts["starts"]))}
    layout, lots = Design(**parts), dict(told["lots"])
    if layout.scheme not in SCHEMES or set(lots) != set(layout.cases) or not _sound(layout):
        raise ValueError
    datetime.fromisoformat(told["date"])
    asked = Question.of(dict(told.get("question", {})))
    lots = {case: int(lots[case]) for case in lots}
    return Plan(told["date"], layout, lots, int(told["seed"]), asked)
