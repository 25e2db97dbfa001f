"""The parts of one small exercise file of each kind, as an author would write it."""

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
BODIES["encounter"] = """You have five minutes.

## known_to_you
- There is a second chair.

## known_to_person
- She would rather stand.

## desk
She stands at the desk.

(if moved) The desk has moved.

- [You sit down and go on with the form, line by line, as it is printed.](#chair)
  - pulls: setting held 2
  - minutes: 1
  - shift: FEEDBACKWORD one.
  - person: HIDDENWORD one.
  - you: HIDDENWORD two.
  - fits: HIDDENWORD three.
- [You move the desk.](#chair)
  - pulls: setting shared 3, voice shared 3
  - minutes: 3
  - sets: moved
  - shift: FEEDBACKWORD two.
  - person: HIDDENWORD four.
  - you: HIDDENWORD five.
  - fits: HIDDENWORD six.

## chair
There is a chair.

- [You point at it and go on with the form until it is done.](#end)
  - pulls: setting held 1
  - minutes: 0
  - shift: FEEDBACKWORD three.
  - person: HIDDENWORD seven.
  - you: HIDDENWORD eight.
  - fits: HIDDENWORD nine.
- ["Where would you like us both to be?"](#end) if moved
  - pulls: voice shared 1
  - minutes: 1
  - shift: FEEDBACKWORD five.
  - person: HIDDENWORD thirteen.
  - you: HIDDENWORD fourteen.
  - fits: HIDDENWORD fifteen.
- ["Sit or stand?"](#end)
  - pulls: setting shared 2
  - minutes: 3
  - shift: FEEDBACKWORD four.
  - person: HIDDENWORD ten.
  - you: HIDDENWORD eleven.
  - fits: HIDDENWORD twelve.

## as_equal_as_possible
- person: HIDDENWORD sixteen.
- you: HIDDENWORD seventeen.
- note: HIDDENWORD eighteen.
- look_again: desk

## the_usual
- person: HIDDENWORD nineteen.
- you: HIDDENWORD twenty.
- note: HIDDENWORD again.
"""
SETTINGS["encounter"] = """you: Ana
person: Mia
start: {information: 20, decisions: 20, voice: 20, relationship: 20, setting: 20, record: 20}
budget: 5
waiting: A man
over: He waited.
endings:
  as_equal_as_possible: moved and shared >= 2 and minutes <= 4
  the_usual: otherwise
"""
BODIES["instrument"] = """Rate it from both sides.

## instructions_person
Skip any line.

## person
- asked: I was asked first.
- near: You were near.
- more: What else?

## instructions_practitioner
Fill it in alone.

## practitioner
- asked: I asked first.
- more: What else?

## how_it_is_scored
The mean of the lines.
"""
SETTINGS["instrument"] = """version: 0.1
status: Not yet validated. For practice only.
license: CC BY 4.0
scale: [Never, Often]
does_not_apply: yes
dimensions:
  asked: voice
unscored: [near]
open: more
"""
BODIES["practice"] = """Do it aloud.

## round_1
Talk.

## round_2
Change roles.

## a_day_off
A day off.

## alone
Read it aloud.
"""
SETTINGS["practice"] = """roles:
  person: "The person: you choose."
rules: [Anyone may pause.]
tally: [Who asked]
minutes_each: 6
"""
BODIES["lots"] = """Draw a plan.
"""
SETTINGS["lots"] = """inputs: {cases: 4, weeks: 21, baseline: 6, treatment: 6}
"""
