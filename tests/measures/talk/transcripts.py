"""The reference transcripts as turns and roles."""

import json
from pathlib import Path

from workbook.measures.talk import Turn

ROLES = {"worker": "practitioner", "tenant": "person"}
SIDE = {"A": "practitioner", "B": "person"}
ITEMS = json.loads(
    Path(__file__).with_name("conversation_reference.json").read_text(encoding="utf-8")
)["items"]


def turns_of(item):
    return [Turn(n, *each) for n, each in enumerate(item["utterances"], 1)]


def roles_of(item):
    return {speaker: SIDE[group] for speaker, group in item["groups"].items()}
