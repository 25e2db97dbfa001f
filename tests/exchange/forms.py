"""What two specifications ask of the documents in a package, element by element.

The schemas themselves may not be passed on (Common Cartridge) or come from no registry (cmi5), so
these are rules of our own. Whatever they do not name is a fault.

cmi5: sections 13.1.1 (course), 13.1.4 (au), 13.2 (order, values) and 14.1 (zip) of the cmi5
specification, Quartz, as numbered in its list of requirements (npm ``@cmi5/requirements``).
Common Cartridge: the profile of Content Packaging 1.2 with its rule sets 1 (topics), 2 (links),
8 (items), 9 (files), Web Links and Discussion Topics, read in the binding of version 1.1; of
version 1.3 the namespaces and types; of the assignment extension a document in the code of an LMS
that reads it (Sakai).
"""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

IRI, FILE, ID = r"[a-z][a-z0-9+.-]*:\S+", r"(?!/)[^\s:?#]+", r"[A-Za-z_][\w.-]*"
LANGUAGE, WORDS = r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", r"(?s).*\S.*"


class Asked(NamedTuple):
    """What stands in an element: children in their order, attributes (``?``: may lack), text."""

    children: str = ""
    attributes: dict[str, str] = {}
    text: str = ""


SAID = Asked("(langstring )+")
CMI5 = {
    "courseStructure": Asked("course (au )+"),
    "course": Asked("title description", {"id": IRI}),
    "au": Asked(
        "title description url",
        {
            "id": IRI,
            "moveOn?": "NotApplicable|Passed|Completed|CompletedAndPassed|CompletedOrPassed",
            "launchMethod?": "AnyWindow|OwnWindow",
        },
    ),
    "title": SAID,
    "description": SAID,
    "langstring": Asked("", {"lang?": LANGUAGE}, WORDS),
    "url": Asked("", {}, f"{FILE}|{IRI}"),
}
LOM_TEXT = Asked("(lom:string )+")
RESOURCES = "imswl_xmlv1p[13]|imsdt_xmlv1p[13]|assignment_xmlv1p0|webcontent"
CARTRIDGE = {
    "cp:manifest": Asked("cp:metadata cp:organizations cp:resources", {"identifier": ID}),
    "cp:metadata": Asked("cp:schema cp:schemaversion lom:lom"),
    "cp:schema": Asked("", {}, "IMS Common Cartridge"),
    "cp:schemaversion": Asked("", {}, r"1\.[13]\.0"),
    "cp:organizations": Asked("cp:organization"),
    "cp:organization": Asked("cp:item", {"identifier": ID, "structure": "rooted-hierarchy"}),
    "cp:item": Asked("(cp:title )?(cp:item )*", {"identifier": ID, "identifierref?": ID}),
    "cp:title": Asked("", {}, r"[^\t\n\r]+"),
    "cp:resources": Asked("(cp:resource )+"),
    "cp:resource": Asked("cp:file", {"identifier": ID, "type": RESOURCES, "href?": FILE}),
    "cp:file": Asked("", {"href": FILE}),
    "lom:lom": Asked("lom:general"),
    "lom:general": Asked("lom:title lom:description"),
    "lom:title": LOM_TEXT,
    "lom:description": LOM_TEXT,
    "lom:string": Asked("", {"language?": LANGUAGE}, WORDS),
    "wl:webLink": Asked("wl:title wl:url"),
    "wl:title": Asked("", {}, r"[^\t\n\r]+"),
    "wl:url": Asked("", {"href": r"https?://\S+", "target?": r"\S+"}),
    "dt:topic": Asked("dt:title dt:text"),
    "dt:title": Asked("", {}, r"[^\t\n\r]+"),
    "dt:text": Asked("", {"texttype": "text/plain|text/html"}, WORDS),
    "as:assignment": Asked(
        "as:title as:text as:gradable as:submission_formats", {"identifier": ID}
    ),
    "as:title": Asked("", {}, r"[^\t\n\r]+"),
    "as:text": Asked("", {"texttype": "text/plain|text/html"}, WORDS),
    "as:gradable": Asked("", {"points_possible?": r"\d+(\.\d+)?"}, "true|false"),
    "as:submission_formats": Asked("(as:format )+"),
    "as:format": Asked("", {"type": "text|html|url|file"}),
}
CC = "http://www.imsglobal.org/xsd/imsccv1p"
SPACES = {
    "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd": "",
    "http://www.imsglobal.org/xsd/imscc_extensions/assignment": "as:",
}
for n in (1, 3):
    SPACES |= {f"{CC}{n}/imscp_v1p1": "cp:", f"{CC}{n}/imswl_v1p{n}": "wl:"}
    SPACES |= {f"{CC}{n}/imsdt_v1p{n}": "dt:"}
    SPACES |= {f"http://ltsc.ieee.org/xsd/imsccv1p{n}/LOM/manifest": "lom:"}
ROOTS = {"imswl": "wl:webLink", "imsdt": "dt:topic", "assignment": "as:assignment"}


def called(element):
    """Give the name of an element with the prefix of its namespace."""
    space, _, name = element.tag[1:].rpartition("}")
    return f"{SPACES.get(space, f'{space} ')}{name}"


def faults(root, rules):
    """List what a document has that its rules do not ask, and the other way round."""
    return [fault for element in root.iter() for fault in _faults(element, rules)]


def _faults(element, rules):
    name = called(element)
    if name not in rules:
        return [f"{name} is not known"]
    asked = rules[name]
    found = []
    order = "".join(f"{called(child)} " for child in element)
    if not re.fullmatch(_pattern(asked.children), order):
        found.append(f"{name} holds {order or 'nothing'}")
    text = "".join([element.text or "", *((child.tail or "") for child in element)])
    if not re.fullmatch(asked.text or r"\s*", text):
        found.append(f"the text of {name}")
    return found + _attributes(name, element.attrib, asked.attributes)


def _pattern(children):
    """Turn a list of names into a pattern: a name alone is asked for once."""
    parts = re.findall(r"\([^)]*\)[+*?]|\S+", children)
    return "".join(part if "(" in part else f"{part} " for part in parts)


def _attributes(name, given, asked):
    needed = {each for each in asked if not each.endswith("?")}
    known = {each.removesuffix("?"): form for each, form in asked.items()}
    found = [f"{name} lacks {each}" for each in sorted(needed - given.keys())]
    found += [f"{name} has {each}" for each in sorted(given.keys() - known.keys())]
    there = sorted(given.keys() & known.keys())
    return found + [
        f"{name} says {each}={given[each]!r}" for each in there
        if not re.fullmatch(known[each], given[each])
    ]  # fmt: skip


def package_faults(documents, files):
    """List what is amiss in a cmi5 package (13.1.4, 14.1): ids once, and what is named is there."""
    root = documents["cmi5.xml"]
    ids = [each.get("id") for each in root.iter() if called(each) in ("course", "au")]
    urls = [each.text for each in root.iter() if called(each) == "url"]
    found = [f"{each} stands twice" for each in ids if ids.count(each) > 1]
    return found + [f"{url} is not there" for url in urls
                    if not urlsplit(url).scheme and url not in files]  # fmt: skip


def cartridge_faults(documents, files):
    """List what rule sets 1, 2, 8 and 9 forbid, and files that are not what their type says."""
    manifest = documents["imsmanifest.xml"]
    every = [each.get("identifier") for each in manifest.iter() if each.get("identifier")]
    found = [f"{each} stands twice" for each in every if every.count(each) > 1]
    found += _mixed(manifest)
    kinds = {
        each.get("identifier"): each for each in manifest.iter() if called(each) == "cp:resource"
    }
    for item in (each for each in manifest.iter() if called(each) == "cp:item"):
        target = item.get("identifierref")
        if target and (target not in kinds or len(item) != 1):
            found.append(f"{item.get('identifier')} leads to {target}")
    found += [f for resource in kinds.values() for f in _resource_faults(resource, documents)]
    held = {each[0].get("href") for each in kinds.values()} | {"imsmanifest.xml"}
    return found + sorted(held ^ set(files))


def _mixed(manifest):
    """List what is of another version than the manifest; assignments are of the later one."""
    n = manifest.tag.removeprefix(f"{{{CC}")[:1]
    found = []
    for each in manifest.iter():
        name, kind = called(each), each.get("type", "")
        last = "0" if kind.startswith("assignment") and n == "3" else n
        amiss = (
            (name == "cp:schemaversion" and each.text != f"1.{n}.0")
            or (name.startswith("lom:") and f"/imsccv1p{n}/" not in each.tag)
            or (name == "cp:resource" and "_xmlv1p" in kind and not kind.endswith(last))
        )
        found += [f"{name} is not of 1.{n}"] if amiss else []
    return found


def _resource_faults(resource, documents):
    """List what is amiss with one resource; only a page of the web is named twice (rule set 10)."""
    kind, name, href = resource.get("type"), resource[0].get("href"), resource.get("href")
    if kind == "webcontent":
        return [] if href == name else [f"{name} is not {href}"]
    found = [f"{name} has href"] if href else []
    root, version = documents.get(name), re.findall("p([13])$", kind)
    fits = root is not None and called(root) == ROOTS[kind.partition("_")[0]]
    if not fits or (version and f"v1p{version[0]}}}" not in root.tag):
        found.append(f"{name} is no {kind}")
    return found
