"""The charts of module 2, by name."""

from functools import partial

from workbook.charts import (
    desks_profile,
    desks_turns,
    desks_words,
    interruptions,
    ladder,
    other_side,
    served,
    talk_shares,
    understanding,
)

__all__ = ["CHARTS", "CLAIMS"]

CLAIMS = (
    "interruption and talk share are harm in themselves",
    "clients want to share every decision",
    "shared identity is what makes an encounter equal",
    "the profession is simply whiter than those it serves",
    "child welfare disproportionality shows agency bias",
)
CAUTION = (
    "The figures on interrupting and deciding are medical. The finding of Drake et al. is told "
    "here by a critic of it. How much people want to decide differs "
    "from person to person: ask each person; never infer it. An effect size d of about 0.2 is "
    "often called small, 0.5 medium, 0.8 large."
)
CHARTS = {
    "ladder": ladder.build,
    "served": served.build,
    "interruptions": interruptions.build,
    "understanding": understanding.build,
    "talk_shares": talk_shares.build,
    "two_desks": desks_profile.build,
    "two_desks_turns": desks_turns.build,
    "two_desks_words": desks_words.build,
    "other_side": partial(other_side.build, claims=CLAIMS, caution=CAUTION),
}
