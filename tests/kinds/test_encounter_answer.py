"""Plays as answers: what is kept, when they are done, and how they read."""

import pytest
from asking import clean, feedback_for, in_words, is_done
from hypothesis import given
from hypothesis import strategies as st

from workbook.content.static import as_text

WHOLE, OTHER = ["b", "b", "b"], ["a", "a", "a"]


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        (["b", "b"], ["b", "b"]),
        (["b", "z", "b"], ["b"]),
        (["b", "a", "b"], ["b", "a"]),  # the door's second choice is closed on this way
        (["b", "b", "b", "a"], WHOLE),
        (["b", 2], ["b"]),
        (["b", ["b"]], ["b"]),
        ("bb", []),
        (None, []),
    ],
)
def test_a_path_is_cut_at_the_first_key_that_cannot_be_chosen(story, path, kept):
    assert clean(story, {"path": path}) == {"path": kept, "kept": []}


@pytest.mark.parametrize(
    ("plays", "kept"),
    [
        ([WHOLE, OTHER], [WHOLE, OTHER]),
        ([WHOLE, OTHER, WHOLE], [OTHER, WHOLE]),  # no doubles, the newest last
        ([["b", "b"], OTHER], [OTHER]),
        ([[*WHOLE, "a"]], []),
        ([["b", "a", "b"]], []),
        ([WHOLE, 3, {"path": OTHER}, [None]], [WHOLE]),
        ({"0": WHOLE}, []),
    ],
)
def test_only_whole_plays_are_kept_once(story, plays, kept):
    assert clean(story, {"kept": plays}) == {"path": [], "kept": kept}


def test_the_newest_twelve_plays_are_kept(story):
    plays = [[a, "b", c] for a in "abc" for c in "abc"] + [[a, "a", c] for a in "abc" for c in "ac"]
    assert len(plays) == 15
    assert clean(story, {"kept": plays})["kept"] == plays[-12:]


def test_done_is_a_play_to_its_end_now_or_before(story):
    assert not is_done(story, {"path": ["b", "b"]})
    assert is_done(story, {"path": WHOLE})
    assert is_done(story, {"path": ["b"], "kept": [OTHER]})
    assert not is_done(story, {"path": ["b"], "kept": [["a"]]})
    assert is_done(story, {"skipped": True})


def test_a_play_in_words_has_a_line_for_each_step_and_the_ending(story):
    assert in_words(story, {"path": ["a", "a"], "kept": [WHOLE]}) == [
        'The counter: "Same as last time? I\'ll fill in the form and you sign here."',
        'The form: "One week, as always. I\'ll put the date in."',
        "Another play: As equal as possible, 7 minutes",
    ]
    lines = in_words(story, {"path": OTHER, "kept": [OTHER, WHOLE]})
    assert lines[3:] == ["Your form, 2 minutes", "Another play: As equal as possible, 7 minutes"]


def test_the_debrief_waits_for_the_end(story):
    assert feedback_for(story, {"path": ["b", "b"]})["debrief"] == ""
    found = feedback_for(story, {"path": WHOLE})
    assert "Which choice would the next person" in found["debrief"]
    assert found["notes"] == []


KEYS = st.lists(st.sampled_from(["a", "b", "c", "d", 1, None]), max_size=5)


@given(path=KEYS, plays=st.lists(KEYS, max_size=20))
def test_cleaning_is_final_and_every_kept_play_is_over(story, path, plays):
    once = clean(story, {"path": path, "kept": plays})
    assert clean(story, once) == once
    assert all(is_done(story, {"path": play}) for play in once["kept"])
    assert len(once["kept"]) <= 12


# With no program ---------------------------------------------------------------------------------
def test_the_plain_form_is_the_opening_the_first_scene_and_the_name_of_the_file(story):
    text = as_text(story)
    assert text.startswith("The borrowed chair (5 minutes)\n\nBefore you start: Nothing hard")
    assert text.endswith("modules/encounters/the_borrowed_chair.md.")
    assert "Mr. Okafor puts both hands on the counter." in text
    encounter = story.settings["encounter"]
    hidden = [c.say for c in encounter.choices()] + [c.shift for c in encounter.choices()]
    hidden += [encounter.known_to_person.strip("- "), encounter.passages["the_form"].scene]
    assert not [words for words in hidden if words in " ".join(text.split())]
