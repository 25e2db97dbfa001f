"""`workbook plan`: what a design can show, and its lots, drawn before the first session."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import WorkbookError
from ..words import word, words
from .command import Commands, add_command

if TYPE_CHECKING:
    from ..measures.randomization import Design, Plan

__all__ = ["add_parser", "run"]

SCHEMES = ("starts", "orders", "orders_and_starts")
EFFECTS = (0.5, 1.0, 1.5, 2.0, 3.0)  # standard deviations, where none is asked for
CHANGES = (0.2, 0.5, 0.8)  # standard deviations of the change, where none is asked for
ALIKE = (0.0, 0.3)  # autocorrelations
BILLION = 10**9


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `plan` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["--cases", "4", "--sessions", "24"]).scheme
    'starts'
    """
    text = words("plan_command")
    parser = add_command(subparsers, "plan", text["help"], text["about"], text["example"])
    parser.set_defaults(run=run)
    add = parser.add_argument
    add("--cases", default="", help=text["cases"])
    add("--sessions", type=int, metavar="N", help=text["sessions"])
    add("--people", type=int, metavar="N", help=text["people"])
    add("--baseline", type=int, default=5, metavar="N", help=text["baseline"])
    add("--treatment", type=int, default=5, metavar="N", help=text["treatment"])
    add("--scheme", choices=SCHEMES, default="starts", help=text["scheme"])
    add("--starts", default="", help=text["starts"])
    add("--effect", type=float, metavar="SIZE", help=text["effect"])
    add("--autocorrelation", type=float, metavar="R", help=text["autocorrelation"])
    add("--outcome", default="", help=text["outcome"])
    add("--improvement", choices=("increase", "decrease"), default="", help=text["improvement"])
    add("--statistic", choices=("B-A", "|B-A|", "NAP"), default="", help=text["statistic"])
    add("--smallest-change", type=float, metavar="NUMBER", help=text["smallest_change"])
    add("--output", type=Path, help=text["output"])
    add("--seed", type=int, help=text["seed"])
    add("--json", action="store_true", help=text["json"])
    return parser


def run(args: argparse.Namespace) -> int:
    """Say what the design can show; with ``--output`` draw the lots and save the plan.

    Examples
    --------
    >>> parser = add_parser(argparse.ArgumentParser().add_subparsers())
    >>> run(parser.parse_args(["--cases", "1", "--sessions", "4"]))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: There are too few sessions: 0 places to start, for 1 cases. \
Plan more sessions, or shorter phases.
    """
    from ..measures.randomization import Question, design

    if args.people is not None:
        return _before_and_after(args)
    if not args.cases or args.sessions is None:
        raise WorkbookError(word("plan_command", "no_design"))
    parts = _parts(args)
    layout = design(**parts)
    asked = {
        "outcome": args.outcome, "improvement": args.improvement, "statistic": args.statistic,
        "smallest_change": args.smallest_change,
    }  # fmt: skip
    Question.of(asked)
    if args.seed is not None and not args.output:
        raise WorkbookError(word("plan_command", "seed_of_what"))
    powers = _powers(layout, args)
    plan = _drawn(args, parts, asked) if args.output else None
    if args.json:
        print(json.dumps(_as_json(layout, powers, plan), indent=2))
    else:
        print("\n".join([*_prospect(layout), *_tell(powers), *_lots(plan, args)]))
    return 0


def _before_and_after(args: argparse.Namespace) -> int:
    """Say how often forms filled in before and after would show a change."""
    from ..measures.power import power_before_after

    if args.cases or args.sessions is not None or args.output:
        raise WorkbookError(word("plan_command", "people_alone"))
    effects = CHANGES if args.effect is None else (args.effect,)
    found = [(effect, power_before_after(args.people, effect=effect)) for effect in effects]
    if args.json:
        rows = [{"effect": e, "power": p.value, "low": p.low, "high": p.high} for e, p in found]
        print(json.dumps({"people": args.people, "power": rows}, indent=2))
        return 0
    lines: list[str] = [word("plan_command", "people_power", n=args.people)]
    for effect, each in found:
        share = {"effect": effect, "share": 100 * each.value}
        lines.append(f"  {word('plan_command', 'people_found', **share)}")
    print("\n".join([*lines, word("plan_command", "people_best")]))
    return 0


def _parts(args) -> dict:
    names = [part.strip() for part in args.cases.split(",") if part.strip()]
    cases = int(args.cases) if args.cases.strip().isdecimal() else names
    parts = {
        "cases": cases, "sessions": args.sessions, "min_baseline": args.baseline,
        "min_treatment": args.treatment, "scheme": args.scheme,
    }  # fmt: skip
    if args.starts:
        try:
            parts["starts"] = [int(part) for part in args.starts.split(",")]
        except ValueError:
            raise WorkbookError(word("plan_command", "no_starts", text=args.starts[:30])) from None
    return parts


def _powers(layout: "Design", args) -> list[tuple]:
    """Give (effect, autocorrelation, power) for what was asked, or for a range."""
    from ..measures.power import power

    effects = EFFECTS if args.effect is None else (args.effect,)
    alike = ALIKE if args.autocorrelation is None else (args.autocorrelation,)
    way = args.improvement if args.effect is not None else ""
    return [
        (effect, r, power(layout, effect=effect, improvement=way, autocorrelation=r))
        for r in alike
        for effect in effects
    ]


def _drawn(args, parts, asked) -> "Plan":
    from ..measures.randomization import draw_starts

    if args.output.is_dir() or not args.output.parent.is_dir():
        raise WorkbookError(word("plan_command", "no_place", path=args.output))
    plan = draw_starts(**parts, seed=args.seed, **asked)
    plan.save(args.output)
    return plan


def _prospect(layout: "Design") -> list[str]:
    n = layout.n_assignments
    ways = word("plan_command", "ways" if n < BILLION else "ways_many", n=n, p=layout.smallest_p)
    low = layout.smallest_p > 0.05 + 1e-9
    return [ways, word("plan_command", "never")] if low else [ways]


def _tell(powers) -> list[str]:
    lines: list[str] = [word("plan_command", "power")]
    for effect, r, found in powers:
        figures = {"effect": effect, "r": r, "share": 100 * found.value}
        lines.append(f"  {word('plan_command', 'found', **figures)}")
    lines += dict.fromkeys(found.reason for _, _, found in powers if found.reason)
    return [*lines, word("plan_command", "best")]


def _lots(plan: "Plan | None", args) -> list[str]:
    if plan is None:
        return [word("plan_command", "not_drawn")]
    lines: list[str] = [word("plan_command", "drawn", date=plan.date[:10])]
    lots = plan.lots.items()
    lines += [f"  {word('plan_command', 'lot', case=case, start=n)}" for case, n in lots]
    return [*lines, word("plan_command", "wrote", path=args.output)]


def _as_json(layout: "Design", powers, plan) -> dict:
    found = [
        {"effect": effect, "autocorrelation": r, "power": p.value, "low": p.low, "high": p.high,
         "reason": p.reason}
        for effect, r, p in powers
    ]  # fmt: skip
    about = {"assignments": layout.n_assignments, "smallest_p": layout.smallest_p}
    return {**about, "power": found, "plan": plan.told() if plan else None}
