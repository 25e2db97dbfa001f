"""Count everything about a transcript once: one row of whole numbers for each turn."""

import re
from typing import NamedTuple

from .languages import Speech, language_of, speech_of
from .lists import lists, phrase_kinds
from .questions import count_questions, is_punctuated
from .subjects import follow_subjects
from .turns import ROLES, words_of
from .utterances import has_times, marked_cut_ins, runs, spoken_by_roles, starts_over

__all__ = ["Counts", "Talk", "count_talk"]

# A sentence runs from a word to an end that `readability` would split at.
SENTENCE = re.compile(r"[^\W_](?:[^.!?:;\n]++|[.!?:;]++(?![\s\"”')\]]|$))*+")
BACKCHANNEL = 3  # at most so many words
FULL_STOP = re.compile(r"(?<![.…])(?:\.|[!?]+)(?=[\s\"”’)\]])")  # three dots go on


class Counts(NamedTuple):
    """What is counted for one role; all whole numbers, so that turns can be added up.

    Parameters
    ----------
    utterances, words, turns, letters, sentences, questions, overlaps : int
        How many there are.
    talk : int
        Milliseconds where times are good, else words.
    changes : int
        Turns that follow another speaker's turn.
    asking_turns, answered : int
        Turns with a question; those of them after which the other side speaks.
    directive, permission : int
        Phrases of the lists.
    i, we, you : int
        Pronouns.
    first_words, content, taken_up, first, common_first : int
        See `Subjects`.
    backchannels : int
        Overlaps of at most three words.

    Examples
    --------
    >>> Counts(*range(22)).backchannels
    21
    """

    utterances: int
    words: int
    talk: int
    turns: int
    changes: int
    letters: int
    sentences: int
    questions: int
    asking_turns: int
    answered: int
    directive: int
    permission: int
    i: int
    we: int
    you: int
    first_words: int
    content: int
    taken_up: int
    first: int
    common_first: int
    overlaps: int
    backchannels: int


class Talk(NamedTuple):
    """All that the measures need to know about one transcript.

    Parameters
    ----------
    rows : list of (speaker, role, Counts)
        One for each turn, in order.
    unknown : int
        Words by speakers without a role.
    speech : dict
        Role to `Speech`.
    timed, cut_offs : bool
        Whether `talk` is milliseconds; whether any cut-off is marked or times show overlaps.
    punctuated : dict
        Role to whether its sentences end in signs.

    Examples
    --------
    >>> Talk([]).rows
    []
    """

    rows: list
    unknown: int = 0
    speech: dict = dict.fromkeys(ROLES, Speech())
    timed: bool = False
    cut_offs: bool = False
    punctuated: dict = dict.fromkeys(ROLES, True)


def count_talk(turns, roles: dict) -> Talk:
    """Count a transcript; wordless utterances and unknown speakers are left out first.

    Parameters
    ----------
    turns : iterable of Turn
        The transcript.
    roles : dict
        Speaker to role.

    Examples
    --------
    >>> from workbook.measures.talk import Turn
    >>> talk = count_talk([Turn(1, "worker", "You must sign. Yes?")], {"worker": "practitioner"})
    >>> talk.rows[0][2].directive, talk.rows[0][2].questions
    (1, 1)
    """
    spoken, unknown = spoken_by_roles(turns, roles)
    timed = has_times(spoken)
    over = starts_over(spoken) if timed else marked_cut_ins(spoken)
    joined = runs(spoken)
    said = [(run[0].role, _words(run)) for run in joined]
    speech = {side: speech_of(_all_words(said, side)) for side in ROLES}
    spoken_in = _languages(speech)
    subjects = follow_subjects(said, spoken_in)
    following = [*(role for role, _ in said), ""][1:]
    rows: list[tuple[str, str, Counts]] = []
    place = 0
    for run, (role, words), then, subject in zip(joined, said, following, subjects, strict=True):
        late = [each for n, each in enumerate(run, place) if n in over] if over else []
        place += len(run)
        counts = Counts(
            len(run),
            len(words),
            _talk(run, timed, len(words)),
            1,
            1 if rows else 0,
            *_letters_and_sentences(words, run),
            *_questions(run, bool(then) and then != role),
            *_phrases(run, words, spoken_in[role]),
            *subject,
            len(late),
            len([each for each in late if len(each.words) <= BACKCHANNEL]) if late else 0,
        )
        rows.append((run[0].speaker, role, counts))
    signs = {
        side: is_punctuated([each.text for each in spoken if each.role == side], how.words)
        for side, how in speech.items()
    }
    return Talk(rows, unknown, speech, timed, bool(over) or timed, signs)


def _languages(speech: dict) -> dict[str, str]:
    """Give for each side the language whose lists are used, English where none fits."""
    one, other = ROLES
    pairs = {one: (speech[one], speech[other]), other: (speech[other], speech[one])}
    return {side: language_of(*pair) or "en" for side, pair in pairs.items()}


def _all_words(said, side: str) -> list[str]:
    return [word for role, words in said if role == side for word in words]


def _words(run) -> list[str]:
    return run[0].words if len(run) == 1 else [word for each in run for word in each.words]


def _talk(run, timed: bool, words: int) -> int:
    return sum(each.stop - each.start for each in run if each.start is not None) if timed else words


def _letters_and_sentences(words, run) -> tuple[int, int]:
    together = "".join(words)
    letters = len(together) - together.count("'") - together.count("-")
    return letters, sum([len(SENTENCE.findall(each.text)) for each in run])


def _questions(run, other_follows: bool) -> tuple[int, int, int]:
    """Count questions, turns with one, and turns with one that the other side answers."""
    asked = sum([count_questions(each.text) for each in run])
    return (asked, 1, int(other_follows)) if asked else (0, 0, 0)


def _phrases(run, words, language: str) -> tuple[int, int, int, int, int]:
    """Count directive and permission phrases, which end with the sentence, and pronouns."""
    kinds = [kind for each in run for kind in _kinds(each, language)]
    pronoun = lists(language).pronoun
    said = [pronoun[word] for word in words if word in pronoun]
    asks, offers = kinds.count("directive"), kinds.count("permission")
    return asks, offers, said.count("i"), said.count("we"), said.count("you")


def _kinds(each, language: str) -> list[str]:
    """Give the kinds of the phrases of an utterance; none goes on behind a full stop."""
    kinds = phrase_kinds(each.words, language)
    if not kinds or not FULL_STOP.search(each.text):
        return kinds
    parts = FULL_STOP.split(each.text)
    return [kind for part in parts for kind in phrase_kinds(words_of(part), language)]
