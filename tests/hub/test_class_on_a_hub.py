"""A class on JupyterHub: each answers, is stopped, comes back; nobody reads another's record."""

import json
import os
import subprocess
import sys
import urllib.error
from concurrent.futures import ThreadPoolExecutor

import pytest

from benchmarks.hub import answer, begin, end, memory, proxy_command, running_class

LEARNERS = ["ana", "ben", "cem"]
EXERCISE = "00/what_it_claims"
DRAWINGS = "/user/{}/sswp-pages/00.json"
NOBODY = 65534
READ = "import os, sys; os.setgid({id}); os.setuid({id}); print(open(sys.argv[1]).read())"

pytestmark = [pytest.mark.slow]


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    try:
        proxy_command()
    except (OSError, subprocess.SubprocessError) as problem:
        if os.environ.get("WORKBOOK_REQUIRE_BROWSER") == "1":
            raise
        pytest.skip(f"the proxy of a hub comes from the npm registry: {problem}")
    folder = tmp_path_factory.mktemp("hub")
    for each in (folder, folder.parent, folder.parent.parent):
        each.chmod(0o755)  # whoever is kept out is kept out by the records' own rights
    with running_class(folder) as there:
        yield there


@pytest.fixture(scope="module")
def worked(hub):
    """All learners answer at once, are stopped, come back and answer again."""
    with ThreadPoolExecutor(len(LEARNERS)) as together:

        def all_of(what):
            return list(together.map(what, LEARNERS))

        all_of(lambda name: begin(hub, name))
        first = all_of(lambda name: answer(hub, name, EXERCISE, f"first of {name}"))
        needs = [memory(name, hub.homes) for name in LEARNERS]
        drawings = [hub.ask("GET", DRAWINGS.format(name)) for name in LEARNERS]
        all_of(lambda name: end(hub, name))
        all_of(lambda name: begin(hub, name))
        second = all_of(lambda name: answer(hub, name, EXERCISE, f"second of {name}"))
    return first, second, needs, drawings


def test_nothing_is_lost_when_a_server_is_stopped(hub, worked):
    first, second, *_ = worked
    for name, before, after in zip(LEARNERS, first, second, strict=True):
        assert before == f"latest first of {name} 1"
        assert after == f"latest second of {name} 2"
        lines = hub.journal(name).read_text(encoding="utf-8").splitlines()
        said = [json.loads(line)["response"].get("chosen") for line in lines]
        assert [each for each in said if each] == [[f"first of {name}"], [f"second of {name}"]]


def test_nobody_reads_another_learners_record(hub, worked):
    for name in LEARNERS:
        journal = hub.journal(name)
        assert journal.stat().st_mode & 0o077 == 0
        assert journal.parent.stat().st_mode & 0o077 == 0
        if os.getuid() == 0:
            code = READ.format(id=NOBODY)
            tried = subprocess.run([sys.executable, "-c", code, str(journal)],
                                   capture_output=True, text=True, check=False)  # fmt: skip
            assert "PermissionError" in tried.stderr
            assert "first of" not in tried.stdout


def test_the_course_is_read_only_and_each_learner_has_a_copy(hub, worked):
    for name in LEARNERS:
        course = hub.homes / name / "solidarity-workbook"
        pages = list((course / "modules").glob("*.ipynb"))
        assert len(pages) >= 5
        assert {page.stat().st_mode & 0o222 for page in pages} == {0}


def test_a_learner_needs_little_memory(worked):
    for each in worked[2]:
        assert 20 < each["server"] + each["kernel"] < 400


def test_each_server_draws_its_pages_before_python_is_there_and_for_nobody_else(hub, worked):
    journals = {page["exercise"][EXERCISE]["journal"] for page in worked[3]}
    assert len(journals) == len(LEARNERS)
    stranger = hub._replace(token="none")
    with pytest.raises((urllib.error.HTTPError, json.JSONDecodeError)):
        stranger.ask("GET", DRAWINGS.format(LEARNERS[0]))
