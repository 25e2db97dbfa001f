"""What the program restores of a journal: the one place here that knows how it is asked."""

import hashlib
from pathlib import Path

LONG = 300  # a longer text is kept as its length and its hash
NOTE = ("item", "option", "fits", "place", "codes")


class Page:
    """One view of one widget, without a browser."""

    def __init__(self, widget):
        self.widget, self.sent = widget, []
        widget.send = lambda content, buffers=None: self.sent.append(content)

    def tell(self, do, **more):
        """Send a message as a page does; give what came back to this page."""
        before = len(self.sent)
        self.widget._handle_custom_msg({"do": do, "view": "v1", **more}, [])
        return self.sent[before:]


def _desk_class():
    try:
        from workbook.record.desk import Desk
    except ModuleNotFoundError:  # the released program, of which the fixture is made
        from workbook.widgets.desk import Desk
    return Desk


def restored(root: Path, path: Path) -> dict:
    """Open a journal with the program that is imported, and give what a learner gets back."""
    from workbook.content.library import Library
    from workbook.journal import Journal
    from workbook.widgets.exercise import exercise_widget
    from workbook.widgets.panels import RecallWidget

    desk = _desk_class()(Library(root), Journal(path))
    journal, exercises = desk.journal, {}
    for exercise_id in desk.library.exercise_ids():
        exercise = desk.library.exercise(exercise_id)
        [message] = Page(exercise_widget(exercise, desk)).tell("open")
        assert message["did"] == "restore", message
        exercises[exercise_id] = {
            "edition": exercise.edition,
            "answers": len(journal.history(exercise_id)),
            "done": desk.done(exercise),
            "recalled": RecallWidget(desk, exercise).state()["lines"],
            **_message(message),
        }
    loose = set(journal.exercises()) - set(exercises)
    return {
        "exercises": _short(exercises),
        "progress": [
            {key: row[key] for key in ("id", "done", "total", "minutes", "minutes_left")}
            for row in desk.progress()
        ],
        "loose": {name: journal.latest(name).response for name in sorted(loose)},
        "answers": journal.count(),
        "lines_left_out": len(journal.problems()),
        "learner": {"journal": journal.learner().journal, "seed": journal.learner().seed},
    }


def _message(message: dict) -> dict:
    """Give of what a page hears the parts that are no picture and no style."""
    entry, feedback = message["entry"], message["feedback"]
    found = {**(entry or {}), "earlier": message["earlier"], "notes": None}
    if feedback is None:
        return found
    notes = [{key: note[key] for key in NOTE if key in note} for note in feedback["notes"]]
    found |= {"notes": notes, "agreement": feedback.get("agreement")}
    found |= {name: bool(feedback[name]) for name in ("debrief", "hint")}
    play, mirror, lots = (feedback.get(name) for name in ("play", "mirror", "lots"))
    found |= {"play": _play(play)} if play else {}
    found |= {"mirror": _mirror(mirror)} if mirror else {}
    return found | ({"plans": [each["plan"] for each in lots["drawn"]]} if lots else {})


def _play(play: dict) -> dict:
    here, plays = play["here"], play.get("plays", [])
    return {
        "path": play["path"],
        "passage": here and here["passage"],
        "choices": here and [choice["key"] for choice in here["choices"]],
        "bars": _bars(play["bars"]),
        "minutes": play["clock"]["used"],
        "ending": play.get("ending", {}).get("title"),
        "plays": [[p["path"], p["ending"]["title"], p["minutes"], _bars(p["bars"])] for p in plays],
    }


def _bars(bars: list[dict]) -> list:
    return [[bar["value"], bar["zone"]] for bar in bars]


def _mirror(mirror: dict) -> dict:
    now, over = mirror["now"], mirror["over"]
    return {
        "scores": now and now["scores"],
        "answers": now and [row[:3] for row in now["rows"]],
        "over": over and over["rows"],
    }


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def _short(value):
    """Keep long texts as their length and their hash, so that the record stays readable."""
    if isinstance(value, str):
        return value if len(value) <= LONG else f"{len(value)} letters, {_hash(value)}"
    if isinstance(value, dict):
        return {key: _short(each) for key, each in value.items()}
    return [_short(each) for each in value] if isinstance(value, list | tuple) else value
