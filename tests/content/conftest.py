"""One small exercise of each kind, as an author would write it."""

import pytest

FRONT = """---
kind: {kind}
title: Try it out
draft: m9-e1
objective: Try it out.
minutes: 2
seed: [S01]
competencies: [1]
values: [integrity]
visibility: {visibility}
purpose: Try it.
{settings}---
"""
CLOSING = """
## hint
HINTWORD here.

## debrief
DEBRIEFWORD here.

## facilitator
FACILITATORWORD here.
"""
SETTINGS = {
    "choice": "",
    "sort": "buckets:\n  near: Near to it\n  far: Far from it\n",
    "match": "buckets:\n  near: Near to it\n  far: Far from it\n",
    "rank": "ends:\n  first: Most\n  last: Least\n",
    "annotate": "codes:\n  asks: Asks first\n  tells: Tells only\n",
    "power_map": (
        "dimensions:\n  voice: Voice\n  record: Record\n"
        "holders:\n  practitioner: The practitioner\n  person: The person\n"
    ),
    "rating": "scale:\n  - Never\n  - Often\ncannot_tell: yes\n",
    "reflection": "",
    "what_if": (
        "inputs:\n"
        "  visits: {label: Visits, from: 0, to: 40, start: 12, step: 1, unit: a week}\n"
        "  share: {label: Share, from: 0, to: 1, start: 0.2, step: 0.05, unit: ''}\n"
        "result: visits * 42 * (1 - share)\n"
    ),
}
BODIES = {
    "choice": """Which fits?

- [ ] It is shown.
  > FEEDBACKWORD one.
- [x] It is tested.
  > FEEDBACKWORD two.
""",
    "sort": """Sort them.

## desk
The desk
Source: [A page](https://example.org/desk)

- [ ] near
  > FEEDBACKWORD one.
- [x] far
  > FEEDBACKWORD two.

## chair
The chair

- [ ] near
  > FEEDBACKWORD three.
- [x] far
  > FEEDBACKWORD four.
""",
    "match": """Match them.

## desk
The desk

- [ ] near
  > FEEDBACKWORD one.
- [x] far
  > FEEDBACKWORD two.

## chair
The chair

- [x] near
  > FEEDBACKWORD three.
- [ ] far
  > FEEDBACKWORD four.
""",
    "rank": """Order them.

## ask
"What do you want?"

  > FEEDBACKWORD one.

## tell
"This is how it goes."

  > FEEDBACKWORD two.
""",
    "annotate": """Mark them.

## l1
What do you want?

- [x] asks
  > FEEDBACKWORD one.

## l2
Sign here.

- [ ] asks
- [x] tells
  > FEEDBACKWORD two.

## l3
Goodbye.
""",
    "power_map": """Who holds it?

## cut_in
She cuts in.

- voice: practitioner
  > FEEDBACKWORD one.

## own_notes
He keeps notes.

- record: person
  > FEEDBACKWORD two.
""",
    "rating": """How often?

- agenda: I asked first.
- record: They knew what I wrote.
""",
    "reflection": """Think back.

## moment
Which moment?

## next
What next?
""",
    "what_if": """Move it.

- result: That is {result:,.0f} a year with {visits:.0f} visits.
  > FEEDBACKWORD one.
""",
}


@pytest.fixture(scope="session")
def texts():
    """Kind -> the text of a whole file."""
    found = {}
    for kind, body in BODIES.items():
        seen = "private" if kind == "reflection" else "none"
        front = FRONT.format(kind=kind, visibility=seen, settings=SETTINGS[kind])
        found[kind] = front + body + CLOSING
    return found


@pytest.fixture(scope="session")
def samples(texts):
    """Kind -> exercise."""
    from workbook.content.reader import parse_exercise

    return {kind: parse_exercise(text, f"09/{kind}") for kind, text in texts.items()}
