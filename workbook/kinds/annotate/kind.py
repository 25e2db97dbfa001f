"""Lines are marked with codes, and the marks compared with those of a reference reader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...content.document import Document
from ...content.markup import inline_html, labelled, plain_words
from ...content.model import Exercise, Item, Option
from ...content.settings import mapping
from ...content.static import wrap
from ...words import word
from ..ahead import SHOWN, Ahead, Found, every, line, said_items, some
from ..answer import Answer, Learner, flags, item_words, note, pairs, say_items
from ..base import Kind
from ..lines import body, feedback, named_options
from ..pace import SECONDS, count
from ..paper import paper_sheet
from ..question import YES, Question, marks
from ..readers import closing_with_readers, reference

__all__ = ["KIND"]

LONGEST = 20_000


@dataclass(frozen=True, kw_only=True)
class Marked(Answer):
    """The codes of each line that has any, in the order of the file, and what was written."""

    marks: Mapping[str, Sequence[str]]
    text: str = ""

    @property
    def given(self) -> dict[str, Any]:
        """The marks; the text only if there is any, since most exercises ask for none."""
        return {"marks": self.marks} | ({"text": self.text} if self.text else {})


class Annotate(Kind[Marked]):
    """A line may have several codes, or none; with ``write`` a text may be written below."""

    needs = ("codes",)
    may = ("write",)
    plain = ("write",)
    noted = True
    scripts = ("choosing",)
    reveal = "compare_annotate"

    def build(self, document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
        """Read a part for each line, with the reference reader's codes and reason."""
        codes = mapping(document, "codes", 2)
        items = []
        for part in body(document):
            options = named_options(document, part, codes) if part.rules else ()
            reasons = " ".join(o.feedback for o in options if o.feedback)
            reason = reasons or feedback(part)
            items.append(Item(part.name, part.text, options, reason, line=part.line))
        asked = document.front.get("write")
        return tuple(items), {"codes": codes} | ({"write": asked} if asked else {})

    def labels(self, exercise: Exercise) -> Mapping[str, str]:
        """Give the codes."""
        codes: Mapping[str, str] = exercise.settings["codes"]
        return codes

    def read(self, exercise: Exercise, raw: Mapping) -> Marked:
        """Keep the codes that there are, on lines that there are."""
        codes, keys = self.labels(exercise), {item.key for item in exercise.items}
        found = {
            key: [code for code in codes if code in marks]
            for key, marks in pairs(raw.get("marks"))
            if key in keys and isinstance(marks, list)
        }
        marks = {key: marked for key, marked in found.items() if marked}
        text = raw.get("text") if "write" in exercise.settings else ""
        written = text[:LONGEST] if isinstance(text, str) else ""
        return Marked(marks=marks, text=written, **flags(raw))

    def complete(self, exercise: Exercise, answer: Marked) -> bool:
        """Say whether something was marked and then compared."""
        return bool(answer.marks) and answer.shown

    def say(self, exercise: Exercise, answer: Marked) -> list[str]:
        """Say the codes of each line."""
        codes = self.labels(exercise)
        marks = answer.marks.items()
        said = say_items(exercise, {k: ", ".join(codes[c] for c in own) for k, own in marks})
        asked = plain_words(exercise.settings.get("write", ""))
        return said + [labelled(asked, answer.text)] * bool(answer.text)

    def questions(self, exercise: Exercise) -> list[Question]:
        """Ask for each line and each code whether it was marked so."""
        codes, fits = self.labels(exercise), reference(exercise)
        lines = [(item.key, item_words(exercise, item.key)) for item in exercise.items]
        return [
            marks(f"{key}.{code}", text, code in fits[key], of=line)
            for key, line in lines
            for code, text in codes.items()
        ]

    def counted(self, exercise: Exercise, answer: Marked) -> dict[str, Any]:
        """Give the marks; a line that was left without one has nothing."""
        return {f"{key}.{code}": YES for key, codes in answer.marks.items() for code in codes}

    def notes(self, exercise: Exercise, answer: Marked) -> list[dict[str, Any]]:
        """Give the reference reader's codes and reasons, once the learner asks."""
        codes, items = self.labels(exercise), exercise.items if answer.shown else ()
        fits = reference(exercise)
        return [note(item, codes=[codes[c] for c in fits[item.key]]) for item in items]

    def found(self, exercise: Exercise, answer: Marked, learner: Learner) -> dict[str, Any]:
        """Count the lines marked alike, and say how far the two readings agree."""
        if not answer.shown:
            return {"agreement": None}
        from ...readings.agreement import agreement

        marks, fits = answer.marks, reference(exercise)
        same = sum(set(marks.get(key, ())) == set(codes) for key, codes in fits.items())
        return {
            "agreement": {"same": same, "lines": len(exercise.items)},
            "reading": agreement(marks, fits, self.labels(exercise)),
        }

    def closing(self, exercise: Exercise) -> str:
        """Add how far two readers agreed who had not seen the reference."""
        return closing_with_readers(exercise, self.labels(exercise))

    def ahead(self, exercise: Exercise) -> Ahead | None:
        """Lay out the reference reader's notes; how far two readings agree needs Python."""
        codes, fits = self.labels(exercise), reference(exercise)
        marked = {k: {c: ["in", c, "marks", k] for c in codes} for k in fits}
        put = {key: some(own.values()) for key, own in marked.items()}
        same = [
            every(on if code in fits[key] else ["not", on] for code, on in own.items())
            for key, own in marked.items()
        ]
        lines = [{"same": n, "lines": len(same)} for n in range(len(same) + 1)]
        full = {"said": word("annotate_said", "full"), "weak": True}
        asked = plain_words(exercise.settings.get("write", ""))
        written = [line(["text", "text"], labelled(asked, "{value}"), "text")] if asked else []
        return Ahead(
            every([SHOWN, some(put.values())]),
            [(SHOWN, note(i, codes=[codes[c] for c in fits[i.key]])) for i in exercise.items],
            [*said_items(exercise, "marks", codes, put), *written],
            [Found("agreement", SHOWN, same, lines), Found("reading", SHOWN, (), (full,))],
        )

    def text(self, exercise: Exercise) -> list[str]:
        """Add what may be written."""
        return [*super().text(exercise), wrap(exercise.settings.get("write", ""))]

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Add what may be written."""
        asked = exercise.settings.get("write")
        return super().spec(exercise, learner) | ({"write": inline_html(asked)} if asked else {})

    def sheets(self, exercise: Exercise) -> dict[str, str]:
        """Give the lines with a box for each code, and room to write a line anew."""
        asked = exercise.settings.get("write", "")
        return {"": paper_sheet(exercise, exercise.settings["codes"], asked)}

    def seconds(self, exercise: Exercise) -> float:
        """Add the time to write."""
        return super().seconds(exercise) + SECONDS["write"] * ("write" in exercise.settings)

    def item_words(self, exercise: Exercise, item: Item) -> float:
        """Count the reason of a line, which every learner sees in the end."""
        return count(item.feedback)

    def without_feedback(self, exercise: Exercise) -> list[Option]:
        """List the codes of lines that have no reason."""
        return [o for item in exercise.items if not item.feedback for o in item.options]


KIND = Annotate()
