"""The light edition as files: valid pages, links that lead somewhere, one source."""

import gzip
import json
import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote, urldefrag

import html5lib
import pytest

from workbook.cli import main
from workbook.kinds import kind_of, names
from workbook.site.light import slim
from workbook.site.light.assets import program, style
from workbook.site.light.views import ROOM, SHARED_VIEW, views
from workbook.widgets.exercise import exercise_parts
from workbook.widgets.page import script
from workbook.words import word, words

pytestmark = pytest.mark.slow  # the whole site is built first

LINK = re.compile(r'(?:href|src|data-laid)="([^"]*)"')
MULTILINE = re.compile(r"`[^`\n]*\n")


@pytest.fixture(scope="module")
def pages(light_site):
    return {path.name: path.read_text("utf-8") for path in light_site.glob("*.html")}


def test_each_module_has_a_page_and_the_start_leads_to_all(library, pages):
    for module in library.modules():
        assert f"{module.name}.html" in pages
        assert f'href="{module.name}.html"' in pages["index.html"]


def test_every_page_is_valid(pages):
    for name, text in pages.items():
        parser = html5lib.HTMLParser()
        parser.parse(text)
        assert parser.errors == [], name
        ids = re.findall(r'\bid="([^"]*)"', text)
        assert len(ids) == len(set(ids)), name


def test_every_link_leads_somewhere(light_site, pages):
    ids = {name: set(re.findall(r'\bid="([^"]*)"', text)) for name, text in pages.items()}
    for name, text in pages.items():
        for link in LINK.findall(text):
            if link.startswith(("http", "mailto")):
                continue
            path, part = urldefrag(unquote(link))
            assert (light_site / (path or name)).is_file(), (name, link)
            if part and path.endswith((".html", "")):
                assert part in ids.get(path or name, {part}), (name, link)


def test_names_of_groups_and_options_hold_no_paragraph(pages):
    for name, text in pages.items():
        for named in re.findall(
            r"<(?:legend|label|summary)\b.*?</(?:legend|label|summary)>", text, re.S
        ):
            assert not re.search(r"<(?:p|div|ul|ol|table)\b", named), (name, named[:80])


def test_every_picture_is_svg_and_every_chart_has_its_words(light_site, pages):
    for path in light_site.glob("pictures/*.svg"):
        ET.fromstring(path.read_text("utf-8"))
    for text in pages.values():
        figures = re.findall(r"<figure.*?</figure>", text, re.DOTALL)
        assert all("data-chart" in figure for figure in figures)
        assert all(re.search(r'alt="[^"]+"', f) for f in figures if "<img" in f)


def test_every_exercise_of_the_course_is_there(library, pages, light_site):
    laid = {json.loads(path.read_text("utf-8"))["spec"].get("id")
            for path in light_site.glob("laid/[0-9]*.json")}  # fmt: skip
    for name in library.exercise_ids():
        exercise = library.exercise(name)
        if name in laid:
            continue
        kind = kind_of(exercise)
        assert kind.ahead(exercise) is None, name
        assert any(exercise.title in text for text in pages.values()), name


def test_a_header_leads_only_to_what_can_be_done_there(light_site):
    for path in light_site.glob("laid/start-*.json"):
        named = json.loads(path.read_text("utf-8"))["spec"]["exercises"]
        assert [n["id"] for n in named if not (light_site / place_of(n["id"])).exists()] == []


def place_of(exercise_id):
    return f"laid/{exercise_id.replace('/', '-')}.json"


def test_views_are_the_scripts_of_every_edition(monkeypatch, library):
    monkeypatch.setattr(slim, "minifier", lambda: None)
    room = set(slim.slim_script(ROOM.read_text("utf-8")).splitlines())
    used = {library.exercise(name).kind for name in library.exercise_ids()}
    made = {name: set(text.splitlines()) for name, text in views(used).items()}
    for kind in used:
        parts, groups = exercise_parts(kind)
        whole = slim.slim_script(script(*parts, groups=groups)).splitlines()
        there = made[SHARED_VIEW] | made[f"{kind}.js"]
        missing = {line for line in whole[3:] if line not in there}
        assert missing <= room, kind  # a kind that draws no sign has none of that file


def test_a_page_loads_what_kinds_share_once(light_site):
    shared = (light_site / "views" / SHARED_VIEW).stat().st_size
    own = [path.stat().st_size for path in light_site.glob("views/*.js") if path.stem in names()]
    assert max(own) < shared


def test_no_script_holds_a_text_of_several_lines(root):
    folders = ("widgets/js", "kinds", "site/light/js")
    scripts = [p for folder in folders for p in (root / "workbook" / folder).rglob("*.js")]
    assert scripts
    for path in scripts:
        for line in path.read_text("utf-8").splitlines():
            assert line.count("`") % 2 == 0, (path.name, line)


def before_first_exercise(site, page):
    """List the files that a browser has before it draws the first exercise of a page."""
    text = (site / page).read_text("utf-8")
    asked = re.findall(r'<script type="module" async src="([^"]*)"', text)
    asked += re.findall(r'<link rel="(?:stylesheet|modulepreload)" href="([^"]*)"', text)
    assert len(asked) == 4
    return [(site / name).read_bytes() for name in (page, *asked)]


@pytest.mark.skipif(not slim.minifier(), reason="no minifier for this system")
def test_before_the_first_exercise_little_is_loaded(library, light_site):
    for module in library.modules():
        files = before_first_exercise(light_site, f"{module.name}.html")
        assert sum(map(len, files)) < 150_000, module.name


def test_without_a_minifier_pages_are_small_where_the_host_compresses(
    library, light_site, monkeypatch
):
    monkeypatch.setattr(slim, "minifier", lambda: None)
    made = views({"again", "choice", "situations"})
    rest = [program(), style(), made[SHARED_VIEW], max(made.values(), key=len)]
    for module in library.modules():
        files = [(light_site / f"{module.name}.html").read_bytes(), *(t.encode() for t in rest)]
        assert sum(len(gzip.compress(data)) for data in files) < 80_000, module.name


def said(capsys):
    return capsys.readouterr().err.strip().removeprefix("workbook: ")


def test_what_does_not_go_together_is_said(capsys, tmp_path):
    folder = str(tmp_path / "public")
    assert main(["site", "--out", folder, "--light", "--pyodide", str(tmp_path)]) == 1
    assert said(capsys) == words("light_command")["no_pyodide"]
    assert main(["site", "--out", folder, "--full", "https://full.example/"]) == 1
    assert said(capsys) == words("light_command")["full_alone"]
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "thesis.txt").write_text("Mine.")
    assert main(["site", "--out", folder, "--light"]) == 1
    assert said(capsys) == word("site", "not_a_site", path=folder)
    assert (tmp_path / "public" / "thesis.txt").read_text() == "Mine."


def test_the_command_links_to_the_full_edition(tmp_path, root, monkeypatch, capsys):
    monkeypatch.chdir(root)
    folder = tmp_path / "public"
    line = ["site", "--out", str(folder), "--light", "--full", "https://full.example/course"]
    assert main(line) == 0
    assert "https://full.example/course/" in (folder / "04_evaluation.html").read_text("utf-8")
    assert main(line) == 1
    assert said(capsys) == word("site", "already_there", path=folder)
