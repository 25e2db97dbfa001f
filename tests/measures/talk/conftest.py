"""Transcripts that the tests of talk share."""

import time

import pytest
from transcripts import ITEMS, ROLES, roles_of, turns_of

from workbook.measures.talk import Turn, talk_profile


@pytest.fixture(params=ITEMS, ids=lambda item: item["name"])
def reference(request):
    """One transcript of the reference, as (item, turns, roles)."""
    return request.param, turns_of(request.param), roles_of(request.param)


@pytest.fixture
def desk_pair():
    """The two versions of one housing-desk encounter, as turns."""
    return {item["name"]: turns_of(item) for item in ITEMS[:2]}


@pytest.fixture
def say():
    """Make turns from lines such as ``worker: You must sign.``."""

    def make(*lines, times=None):
        pairs = [line.split(": ", 1) for line in lines]
        clock = times or [(None, None)] * len(pairs)
        return [
            Turn(n, who, text, *when)
            for n, ((who, text), when) in enumerate(zip(pairs, clock, strict=True), 1)
        ]

    return make


@pytest.fixture
def measured():
    """Give {(name, role): measure} of a profile."""

    def profile(turns, roles=None, **options):
        options = {"resamples": 0, "minimums": False, **options}
        found = talk_profile(turns, roles or ROLES, **options)
        return {(each.name, each.role): each for each in found}

    return profile


@pytest.fixture
def in_proportion():
    """Time a call at two sizes: 8 times the size may take at most about 8 times as long."""

    def check(call, small=10_000, times=8):
        def best(size):
            found = []
            for _ in range(3):
                start = time.process_time()
                call(size)
                found.append(time.process_time() - start)
            return min(found)

        one = best(small)
        assert best(small * times) < 3 * times * one + 0.05, "slower than in proportion"

    return check
