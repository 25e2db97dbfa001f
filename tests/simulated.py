"""Invented learners of a whole course, the same for the same seed: answers, journals, hand-ins."""

import random
from datetime import date, timedelta

from workbook.journal import Entry, Journal
from workbook.kinds import kind_of
from workbook.kinds.encounter.play import begin, choose, open_choices
from workbook.record.code import ALPHABET, Codes, _check
from workbook.record.hand_in import hand_in
from workbook.record.offer import Offer, offered
from workbook.record.talk_numbers import KEPT_AS, talk_questions

DAY = date(2026, 9, 7)


def answer(exercise, chance):
    """Answer an exercise by chance, as its page would; with nothing where a kind is not known."""
    by_kind = {
        "choice": _chosen, "rank": _order, "rating": _ratings, "annotate": _marks,
        "encounter": _path, "instrument": _cards, "practice": _rounds, "lots": _lots,
        "what_if": _inputs, "reflection": _texts, "plan": _texts,
    }  # fmt: skip
    by_kind |= dict.fromkeys(("sort", "match", "power_map"), _placed)
    by_kind |= dict.fromkeys(("again", "post_test", "situations"), _picked)
    given = by_kind[exercise.kind](exercise, chance) if exercise.kind in by_kind else {}
    return {**given, "shown": True}


def _leaning(options, chance):
    """Choose an option; one that fits is likelier."""
    return chance.choices(options, [3 if option.fits else 1 for option in options])[0].key


def _chosen(exercise, chance):
    options = exercise.items[0].options
    if exercise.settings.get("many"):
        likely = [o.key for o in options if chance.random() < (0.7 if o.fits else 0.3)]
        return {"chosen": likely or [options[0].key]}
    return {"chosen": [_leaning(options, chance)]}


def _picked(exercise, chance):
    return {"picked": {item.key: _leaning(item.options, chance) for item in exercise.items}}


def _placed(exercise, chance):
    buckets = list(kind_of(exercise).labels(exercise))
    placed = {}
    for item in exercise.items:
        fitting = [option.key for option in item.options if option.fits]
        likely = chance.random() < 0.5 and fitting
        placed[item.key] = fitting[0] if likely else chance.choice(buckets)
    return {"placed": placed}


def _order(exercise, chance):
    keys = [item.key for item in exercise.items]
    return {"order": chance.sample(keys, len(keys))}


def _ratings(exercise, chance):
    points = len(exercise.settings["scale"])
    return {"ratings": {item.key: str(chance.randint(1, points)) for item in exercise.items}}


def _marks(exercise, chance):
    codes = list(kind_of(exercise).labels(exercise))
    return {
        "marks": {i.key: [chance.choice(codes)] for i in exercise.items if chance.random() < 0.6}
    }


def _path(exercise, chance):
    encounter = exercise.settings["encounter"]
    state = begin(encounter)
    while not state.over:
        state = choose(encounter, state, chance.choice(open_choices(encounter, state)).key)
    return {"path": list(state.path)}


def _cards(exercise, chance):
    points = len(exercise.settings["scale"])
    names = [item.key.partition(".") for item in exercise.items]
    put = {f"{side}.{name}": str(chance.randint(1, points)) for side, _, name in names if name}
    sides = {
        side: {key.partition(".")[2]: n for key, n in put.items() if key.startswith(f"{side}.")}
        for side in ("person", "practitioner")
    }
    return {
        "cards": [{"about": "A Tuesday with Ms. B.", **sides, "open": {"person": "More time."}}]
    }


def _rounds(exercise, chance):
    rounds = list(exercise.settings["rounds"])
    return {"done": rounds[: chance.randint(1, len(rounds))]}


def _lots(exercise, chance):
    return {"inputs": {"scheme": chance.choice(["one_start", "orders", "starts"])}, "plans": []}


def _inputs(exercise, chance):
    rules = exercise.settings["inputs"].items()
    return {"inputs": {k: round(chance.uniform(r["from"], r["to"]), 2) for k, r in rules}}


def _texts(exercise, chance):
    return {"texts": {item.key: f"Private words {chance.random()}" for item in exercise.items}}


def talk(chance):
    """Give the numbers of an invented talk."""
    kept = {}
    for question in talk_questions():
        name, _, side = question.key.partition(".")
        kept.setdefault(name, {})[side] = [round(chance.random(), 4), None, None, 100]
    return {"numbers": kept}


def fill(path, library, chance, share=0.9):
    """Let a learner answer a course, each exercise with this chance; add it to a journal."""
    lines = []
    for name in library.exercise_ids():
        if chance.random() < share:
            exercise = library.exercise(name)
            lines.append(Entry.new(name, answer(exercise, chance), exercise.edition).line())
    lines.append(Entry.new(KEPT_AS, talk(chance)).line())
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.writelines(lines)  # not by a journal, which waits for the disk after each answer


def code(n):
    """Give the code of the learner of this number."""
    letters = ""
    for _ in range(7):
        n, place = divmod(n, len(ALPHABET))
        letters += ALPHABET[place]
    whole = letters + _check(letters)
    return f"{whole[:4]}-{whole[4:]}"


def learners(folder, library, count=30, seed=0):
    """Write the hand-ins of invented learners; every third one hands in twice."""
    for n in range(count):
        chance, name = random.Random(f"{seed}:{n}"), code(n)
        path = folder / "journals" / f"{n}.jsonl"
        codes = Codes(folder / "unused", name)
        for time in range(2 if n % 3 == 0 else 1):
            fill(path, library, chance)
            data = hand_in(offered(library, Journal(path)), codes, DAY + timedelta(weeks=5 * time))
            (folder / f"learner_{n:03}_{time}.json").write_bytes(data)
    return folder


def quick(library, count, seed=0, share=0.9):
    """Give the bytes of many hand-ins without a journal: for measuring."""
    exercises = [library.exercise(name) for name in library.exercise_ids()]
    open_ones = [e for e in exercises if e.visibility != "private" and kind_of(e).questions(e)]
    pool = [_offer(e, random.Random(f"{seed}:{e.id}:{n}")) for e in open_ones for n in range(12)]
    for n in range(count):
        chance = random.Random(f"{seed}:{n}")
        own = [chance.choice(pool[at : at + 12]) for at in range(0, len(pool), 12)]
        kept = [offer for offer in own if chance.random() < share]
        yield hand_in(kept, Codes(None, code(n)), DAY)


def _offer(exercise, chance):
    kind = kind_of(exercise)
    facts = kind.counted(exercise, kind.read(exercise, answer(exercise, chance)))
    return Offer(exercise.id, exercise.title, exercise.edition, facts, {}, ())
