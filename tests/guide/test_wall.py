"""What a slide shows below its question: choices in a mixed order, what fits folded away."""

import re
from html import escape

from the_course import COURSE

from workbook.content.markup import plain_words
from workbook.guide import read_plan, slides
from workbook.guide.wall import wall_part
from workbook.words import words


def test_a_slide_shows_what_can_be_chosen_mixed_and_what_fits_only_when_it_is_opened():
    exercise = COURSE.exercise("03/bad_nights")
    made = slides(COURSE, read_plan(COURSE, "90min"))
    open_part = re.sub(r"<details>.*?</details>", "", made, flags=re.DOTALL)
    texts = [escape(plain_words(option.text)) for option in exercise.items[0].options]
    fits = [escape(plain_words(o.text)) for o in exercise.items[0].options if o.fits]
    assert all(open_part.count(text) == 1 for text in texts)
    assert [made.count(text) for text in texts] == [1 + (text in fits) for text in texts]
    assert words("guide")["fits_plain"] not in open_part


def test_what_a_wall_cannot_hold_stays_on_the_sheets():
    told = {name: wall_part(COURSE.exercise(name)) for name in COURSE.exercise_ids()}
    kinds = {COURSE.exercise(name).kind for name, made in told.items() if made}
    assert "choice" in kinds and kinds & {"sort", "power_map", "match"}
    assert not kinds & {"post_test", "situations", "rank", "rating", "encounter", "log"}
    for name, made in told.items():
        assert len(re.sub(r"<[^>]+>", " ", made).split()) < 330, name
