"""The documents of cmi5 packages and cartridges, held against what their specifications ask."""

import io
import zipfile
from xml.etree import ElementTree as Tree

import pytest
from forms import CARTRIDGE, CMI5, called, cartridge_faults, faults, package_faults

from workbook.content.library import packaged_course
from workbook.exchange import Site, package

RULES = {"cmi5": CMI5, "imscc": CARTRIDGE, "imscc11": CARTRIDGE}
MORE = {"cmi5": package_faults, "imscc": cartridge_faults, "imscc11": cartridge_faults}


@pytest.fixture(scope="module")
def packages():
    """Give each package as its files and its documents."""
    site, made = Site("https://course.example/"), {}
    for form in RULES:
        with zipfile.ZipFile(io.BytesIO(package(form, site, packaged_course()))) as archive:
            made[form] = {name: archive.read(name) for name in archive.namelist()}
    return made


def read(files):
    return {n: Tree.fromstring(data) for n, data in files.items() if n.endswith(".xml")}


def found(form, documents, files):
    every = [fault for root in documents.values() for fault in faults(root, RULES[form])]
    return every + MORE[form](documents, files)


@pytest.mark.parametrize("form", RULES)
def test_a_package_is_as_its_specification_asks(packages, form):
    files = packages[form]
    documents = read(files)
    assert len(documents) > (0 if form == "cmi5" else 10)
    assert found(form, documents, files) == []
    assert not [name for name, data in files.items() if b"<!DOCTYPE" in data and name in documents]


def chosen(parent, path):
    """Find elements by the names of the rules, in whatever version of the form."""
    name, _, more = path.partition("[@")
    held = more.rstrip("]")
    return [each for each in parent if called(each) == name and (not held or each.get(held))]


CHANGES = [
    ("cmi5", "cmi5.xml", "title", "", "course holds"),
    ("cmi5", "cmi5.xml", "url", "", "au holds"),
    ("cmi5", "cmi5.xml", "langstring", "", "holds nothing"),
    ("cmi5", "cmi5.xml", "au", "moveOn=Done", "au says moveOn"),
    ("cmi5", "cmi5.xml", "au", "score=1", "au has score"),
    ("cmi5", "cmi5.xml", "au", "id=open", "au says id"),
    ("cmi5", "cmi5.xml", "url", "=nowhere.html", "nowhere.html is not there"),
    ("cmi5", "cmi5.xml", "url", "=", "the text of url"),
    ("imscc", "imsmanifest.xml", "cp:title", "", "leads to"),
    ("imscc", "imsmanifest.xml", "lom:lom", "", "cp:metadata holds"),
    ("imscc", "imsmanifest.xml", "cp:organization", "structure=flat", "says structure"),
    ("imscc", "imsmanifest.xml", "cp:item", "identifierref=nobody", "leads to nobody"),
    ("imscc", "imsmanifest.xml", "cp:item", "identifier=twice", "twice stands twice"),
    ("imscc", "imsmanifest.xml", "cp:resource", "href=x", "has href"),
    ("imscc", "imsmanifest.xml", "cp:resource", "type=imsdt_xmlv1p3", "is no imsdt_xmlv1p3"),
    ("imscc", "imsmanifest.xml", "cp:file", "href=/etc", "cp:file says href"),
    ("imscc", "module-01/link.xml", "wl:url", "href=01.html", "wl:url says href"),
    ("imscc11", "imsmanifest.xml", "cp:resource", "type=imswl_xmlv1p3", "is no imswl_xmlv1p3"),
    ("imscc11", "imsmanifest.xml", "cp:schemaversion", "=1.3.0", "schemaversion is not of 1.1"),
    ("imscc11", "imsmanifest.xml", "cp:resource", "type=assignment_xmlv1p0", "is not of 1.1"),
    ("imscc11", "imsmanifest.xml", "cp:resource[@href]", "href=other.html", "is not other.html"),
    ("imscc", "talk-01/topic.xml", "dt:text", "texttype=html", "dt:text says texttype"),
    ("imscc", "task-1/task.xml", "as:format", "type=paper", "as:format says type"),
    ("imscc", "task-1/task.xml", "as:gradable", "=never", "the text of as:gradable"),
]


@pytest.mark.parametrize(("form", "name", "path", "change", "told"), CHANGES)
def test_what_they_do_not_ask_is_found(packages, form, name, path, change, told):
    files = packages[form]
    documents = read(files)
    root = documents[name]
    if change:
        what, _, value = change.partition("=")
        for each in [one for parent in root.iter() for one in chosen(parent, path)]:
            each.set(what, value) if what else setattr(each, "text", value)
    else:
        for parent in root.iter():
            for each in chosen(parent, path):
                parent.remove(each)
    assert told in "\n".join(found(form, documents, files))


def test_a_description_of_another_version_is_found(packages):
    files = packages["imscc11"]
    documents = read(files)
    for each in documents["imsmanifest.xml"].iter():
        each.tag = each.tag.replace("imsccv1p1/LOM", "imsccv1p3/LOM")
    assert "lom:lom is not of 1.1" in found("imscc11", documents, files)


def test_the_order_counts_and_a_strange_element_is_found(packages):
    root = read(packages["cmi5"])["cmi5.xml"]
    root[1][:] = [root[1][2], root[1][0], root[1][1]]
    assert "au holds url title description " in faults(root, CMI5)
    root.append(Tree.Element("{urn:other}other"))
    assert any("is not known" in fault for fault in faults(root, CMI5))


def test_moodle_knows_a_cartridge_by_the_first_five_hundred_signs(packages):
    # So its converter does (backup/converter/imscc11/lib.php): no other version is known to it.
    head = packages["imscc11"]["imsmanifest.xml"][:500].decode()
    assert 'xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"' in head


def test_assignments_of_the_first_cartridge_are_pages(packages):
    page = packages["imscc11"]["task-1/task.html"].decode()
    assert "<table>" in page and "<h1>" in page
    assert not any("assignment" in data.decode() for name, data in packages["imscc11"].items()
                   if name.endswith("manifest.xml"))  # fmt: skip
