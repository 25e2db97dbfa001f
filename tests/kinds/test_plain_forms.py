"""The plain form of kinds that do not simply list their items."""

import pytest

from workbook.content.static import as_text

FORMS = {
    "choice": ["Which fits?", "  ( ) It is shown.\n  ( ) It is tested."],
    "rating": [
        "How often?",
        "  * Never\n  * Often",
        "  - I asked first.\n  - They knew what I wrote.",
    ],
    "what_if": [
        "Move it.",
        "  * Visits, from 0 to 40, starting at 12 a week\n  * Share, from 0 to 1, starting at 0.2",
    ],
    "encounter": [
        "You have five minutes.",
        "She stands at the desk.",
        "The whole story can be read in modules/encounters/encounter.md.",
    ],
    "instrument": [
        "Not yet validated. For practice only.",
        "Rate it from both sides.",
        "  * Never\n  * Often",
        "\nThe person\n  - I was asked first.\n  - You were near.\n  - What else?\n\n"
        "The practitioner\n  - I asked first.\n  - What else?",
    ],
    "practice": [
        "Do it aloud.",
        "  * The person: you choose.",
        "Rules\n  - Anyone may pause.",
        "What the watcher counts\n  - Who asked",
        "When you are alone\n  Read it aloud.",
        "\nRound 1\n  - Talk.\n\nRound 2\n  - Change roles.\n\nA day off\n  - A day off.",
    ],
    "lots": ["Draw a plan."],
}


@pytest.mark.parametrize("kind", FORMS)
def test_the_plain_form_is_this(samples, kind):
    assert as_text(samples[kind]) == "\n\n".join(["Try it out (2 minutes)", *FORMS[kind]])
