"""A few questions, each with options; those of earlier exercises are taken up by their ids."""

from collections.abc import Mapping
from typing import Any

from ...content.model import Exercise
from ..answer import Learner
from ..borrowing import Borrowing

__all__ = ["KIND"]


class Again(Borrowing):
    """Short questions before something new; each is answered at once, and leads back."""

    def spec(self, exercise: Exercise, learner: Learner) -> dict[str, Any]:
        """Add where each question stood before."""
        places = exercise.settings.get("places", {})
        return {"places": {key: _place(place) for key, place in places.items()}}


def _place(place: Mapping[str, str]) -> dict[str, str]:
    cell = place["id"].partition("/")[2].replace("_", "-")
    return {"title": place["title"], "path": f"modules/{place['book']}", "cell": cell}


KIND = Again()
