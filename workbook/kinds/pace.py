"""How long an exercise takes a learner: words to read, and decisions to make.

Reading is counted at 200 words a minute, as for text that is studied and not skimmed. The seconds
of a decision come from tests and surveys that tell how long people take, reading included where
noted; they are set down in `SECONDS`, and nowhere else.
"""

import functools
import re
from dataclasses import dataclass

from ..content.markup import plain_words

__all__ = ["SECONDS", "WORDS_A_MINUTE", "Work", "count"]

WORDS_A_MINUTE = 200
ADDRESS = re.compile(r"(?<=\])\([^)\s]*\)|https?://\S+")
SECONDS = {
    "rate": 15,  # a line on a scale, about one's own meetings
    "place": 30,  # an item into a group, or into an order; a code on a line
    "choose": 60,  # one of several options, each of which says something else
    "move": 30,  # a slider, with a look at what it changes
    "write": 90,  # a few sentences of one's own
    "chart": 60,  # a look at a chart, besides its words
    "panel": 300,  # a transcript or a table put into a panel, and its result read
    "recall": 20,  # an earlier answer of one's own
}


@dataclass(frozen=True)
class Work:
    """What is read, and how long the decisions take besides.

    Parameters
    ----------
    words : float
        Words to read; those of notes that only some learners open count in part.
    seconds : float
        Time for decisions, writing and talking.

    Notes
    -----
    Sources of the seconds, read as public pages: a stand-alone survey question takes about 10
    seconds, and a challenging open one takes minutes [1]_. In the situational judgment part of
    UCAT there are 26 minutes for 69 ratings, 23 seconds each, against the clock [2]_. In that of
    the UK Foundation Programme, 70 cases with five responses to rank, or eight to choose three
    from, had 140 minutes, and in that of the NHS Scientist Training Programme 25 cases with
    several ratings each had 50: two minutes for a case, about half of them for its reading
    [3]_ [4]_. Those are tests; who learns stops to think, so the seconds here are rounded up. For
    reading and writing, and for how rough any such figure is, see the estimator of Barre, Brown
    and Esarey [5]_. The time for charts and panels is an assumption, and so is it that learners
    open half of the notes that they did not ask for by their choice.

    References
    ----------
    .. [1] Pew Research Center (2022). How we keep our online surveys from running too long.
       https://www.pewresearch.org/decoded/2022/12/08/how-we-keep-our-online-surveys-from-running-too-long/
    .. [2] UCAT Situational Judgement Test.
       https://www.theukcatpeople.co.uk/application-guide/ucat/ucat-situational-judgement-test
    .. [3] Medical Defence Union. Mechanics of the SJT.
       https://www.themdu.com/for-students/sjt-preparation/mechanics-of-the-sjt
    .. [4] National School of Healthcare Science (2021). What STP applicants need to know about
       the situational judgement tests.
       https://nshcs.hee.nhs.uk/knowledgebase/guidance-on-situational-judgment-tests-sjt-for-stp-applicants/
    .. [5] Barre, B., Brown, A. and Esarey, J. Student Course Workload Estimator.
       https://saea-tlss.uottawa.ca/en/teaching-technologies/teaching-toolbox/student-workload-estimator

    Examples
    --------
    >>> (Work(400, 30) + Work(seconds=30)).minutes
    3.0
    """

    words: float = 0
    seconds: float = 0

    def __add__(self, other: "Work") -> "Work":
        """Do both."""
        return Work(self.words + other.words, self.seconds + other.seconds)

    @property
    def minutes(self) -> float:
        """How long it takes, in minutes."""
        return self.words / WORDS_A_MINUTE + self.seconds / 60


def count(*texts: str) -> int:
    """Count the words of Markdown texts as they are read.

    Parameters
    ----------
    *texts : str

    Examples
    --------
    >>> count("*Read* [this page](https://example.org).", "And this.")
    5
    """
    return sum(_count(str(text)) for text in texts if text)


@functools.lru_cache(maxsize=4096)  # each play of a story meets the same scenes
def _count(text: str) -> int:
    return len(plain_words(ADDRESS.sub("", text)).split())
