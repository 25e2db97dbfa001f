"""Thirty invented learners of the whole course, made once."""

import pytest
from simulated import learners, quick
from the_course import COURSE

from workbook.cohort.count import figures
from workbook.cohort.files import found
from workbook.cohort.gather import gather


@pytest.fixture(scope="session")
def course():
    return COURSE


@pytest.fixture(scope="session")
def thirty(tmp_path_factory, course):
    """A folder with the hand-ins of thirty learners, ten of whom handed in twice."""
    made = learners(tmp_path_factory.mktemp("thirty"), course)
    for journal in (made / "journals").iterdir():
        journal.unlink()
    return made


@pytest.fixture(scope="session")
def gathered(thirty):
    return gather(found([thirty]))


@pytest.fixture(scope="session")
def counted(course, gathered):
    return figures(course, gathered)


@pytest.fixture(scope="session")
def six(course):
    """The hand-ins of six learners, as bytes."""
    return list(quick(course, 6))
