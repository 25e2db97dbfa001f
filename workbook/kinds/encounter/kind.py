"""A branching story: each choice moves six bars, and both voices are heard at the end."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ...content.document import Document
from ...content.markup import to_html
from ...content.model import Exercise, Item
from ...content.static import wrap
from ...html import Markup, fragment
from ...words import word
from ..ahead import Ahead
from ..answer import Learner
from ..base import Kind
from ..pace import Work, count
from ..question import Question
from .ahead import ahead
from .answer import Played, finished, read, say
from .check import check_encounters, own_lines
from .facts import facts, facts_lines
from .kept import plays
from .linked import linked
from .model import Encounter
from .pace import one_play
from .play import ending, replay
from .reader import MAY, NEEDS, build
from .room import room_of
from .story import opening, story
from .walk import problems

__all__ = ["KIND"]


class EncounterKind(Kind[Played]):
    """The answer is a path through the passages."""

    needs = NEEDS
    may = MAY
    plain = ("you", "person", "budget", "waiting", "over")
    linked = True
    listed = "encounters"

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read the passages, and their choices as options."""
        return build(document)

    def text(self, exercise: Exercise) -> list[str]:
        """Give how it begins, and where the rest stands."""
        name = exercise.id.partition("/")[2]
        rest = word("encounter_said", "rest", file=f"modules/encounters/{name}.md")
        return [wrap(exercise.prompt), wrap(exercise.items[0].text), wrap(rest)]

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out all scenes, choices and endings; the page plays them as Python does."""
        return ahead(_encounter(exercise), exercise.id)

    def linked_html(self, exercise: Exercise) -> str:
        """Give all scenes, each choice with its echo, joined by links."""
        return linked(_encounter(exercise), exercise.id.partition("/")[2])

    def read(self, exercise: Exercise, raw: Mapping) -> Played:
        """Keep what can be played."""
        return read(_encounter(exercise), raw)

    def complete(self, exercise: Exercise, answer: Played) -> bool:
        """Say whether any play has reached its end."""
        return bool(answer.kept) or finished(_encounter(exercise), answer.path)

    def say(self, exercise: Exercise, answer: Played) -> list[str]:
        """Say the play at hand, and where the others ended."""
        return say(_encounter(exercise), answer)

    def kept(
        self, exercise: Exercise, answer: Played, learner: Learner, lines: list[str]
    ) -> Markup:
        """Give each whole play with both voices; of a play that is not over its steps."""
        over = finished(_encounter(exercise), answer.path)
        rest = super().kept(exercise, answer, learner, [] if over else lines)
        return fragment(plays(_encounter(exercise), answer), rest)

    def picture(self, exercise: Exercise, answer: Played) -> str:
        """Draw the room as the play at hand has left it."""
        return room_of(_encounter(exercise), answer.path) if answer.path else ""

    def questions(self, exercise: Exercise) -> list[Question]:
        """Ask how it ended."""
        ends = {name: end.title for name, end in _encounter(exercise).endings.items()}
        return [Question("ending", word("counted", "ending"), ends)]

    def counted(self, exercise: Exercise, answer: Played) -> dict[str, Any]:
        """Give how the newest whole play ended; the way to it is not counted."""
        encounter = _encounter(exercise)
        plays = (replay(encounter, play)[-1] for play in (*answer.kept, answer.path))
        ends = [end for play in plays if (end := ending(encounter, play))]
        return {"ending": ends[-1].name} if ends else {}

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Give the opening and the first scene; the opening takes the place of the prompt."""
        first = self.found(exercise, Played(path=[], kept=[]), learner)
        note = to_html(exercise.content_note)
        return {"prompt": "", "items": [], "note": note, **opening(_encounter(exercise)), **first}

    def found(self, exercise: Exercise, answer: Played, learner: Learner) -> dict[str, Any]:
        """Give the play as it is drawn."""
        order = f"{learner.seed}:{exercise.id}"
        return {"play": story(_encounter(exercise), answer, order)}

    def own_words(self, exercise: Exercise) -> Iterable[str]:
        """Give what is known, when choices fit, the notes of endings: no voice, no shift."""
        return own_lines(_encounter(exercise))

    def work(self, exercise: Exercise) -> Work:
        """Count one play, and the debrief."""
        return one_play(_encounter(exercise)) + Work(count(exercise.content_note, exercise.debrief))

    def problems(self, exercise: Exercise) -> list[tuple[int, str]]:
        """Walk all paths and list what does not hold of them."""
        return problems(_encounter(exercise))

    def problems_among(self, exercises: Sequence[Exercise]) -> list[str]:
        """See that no line is said twice, and that length tells nothing."""
        return check_encounters({e.place: _encounter(e) for e in exercises})

    def facts(self, exercise: Exercise) -> dict[str, Any]:
        """Count passages, choices and paths, and how often each ending is met."""
        return facts(exercise.id.partition("/")[2], _encounter(exercise))

    def facts_lines(self, facts: Mapping) -> list[str]:
        """Say how large it is, and how often each ending is met."""
        return facts_lines(facts)


def _encounter(exercise: Exercise) -> Encounter:
    found = exercise.settings["encounter"]
    assert isinstance(found, Encounter)
    return found


KIND = EncounterKind()
