"""Where a figure comes from: no shop, mirror or staging server; no doubt under a firm status."""

import csv
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATASETS = ROOT / "datasets"
FIRM = {"verified", "corroborated", "derived"}
DOUBT = re.compile(r"to be (checked|confirmed)|(check|confirm)\w* (it )?(at|against) .* before")
MIRRORS = {  # sites that hold what others publish
    "docslib.org", "studylib.net", "scribd.com", "slideserve.com", "readkong.com", "docplayer.net",
    "fdokumen.com", "fdocuments.us", "dokumen.tips", "vdocuments.us", "pdf4pro.com", "yumpu.com",
    "moam.info", "happylibnet.com", "scicombinator.com", "researcher.life", "questia.com",
    "pubmedcentralcanada.ca", "wikisum.wiki", "jrank.org", "everycrsreport.com", "onecle.com",
    "casetext.com", "lawpipe.com", "springermedicine.com", "drugpolicyfacts.org",
    "indigenouswatchdog.org", "booksci.cn", "drive.google.com",
}  # fmt: skip
SHOPS = {
    "socialworktestprep.com", "agentsofchangeprep.com", "startfostercare.org", "families.com",
    "moguldom.com", "storzfiduciaryservices.com", "amazon.com",
}  # fmt: skip
STAGING = re.compile(r"(^|[.-])(stage|staging|uat|test|dev|demo|preview)([.-]|$)|prodsite|uat\.")
ENCYCLOPEDIAS = {"wikipedia.org"}


def address(url):
    return urlsplit(url).netloc.lower()


def of(host, sites):
    return any(host == site or host.endswith(f".{site}") for site in sites)


def refused(url):
    host = address(url)
    return of(host, MIRRORS | SHOPS) or bool(STAGING.search(host)) or host.endswith("highwire.org")


def sourced_rows():
    for path in sorted(DATASETS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if "status" in row and "url" in row:
                    yield f"{path.name} {row['id']}", row


ROWS = dict(sourced_rows())


@pytest.mark.parametrize(
    ("url", "bad"),
    [
        ("http://bmjopenuat.stage.highwire.org/content/13/9/e066678.full.txt", True),
        ("https://ja.scribd.com/document/1", True),
        ("https://anaprodsite2.nursingworld.org/news", True),
        ("https://staging.imprintnews.org/a", True),
        ("https://webtest.parliament.uk/", False),  # one word: a name may hold it
        ("https://bmjopen.bmj.com/content/13/9/e066678", False),
        ("https://www.bls.gov/cps/aa2022/cpsaat11.htm", False),
        ("https://developer.example.org/", False),
    ],
)
def test_the_rule_tells_a_mirror_from_a_body(url, bad):
    assert refused(url) is bad


def test_there_are_rows_to_look_at():
    assert len(ROWS) > 350


def test_no_figure_comes_from_a_shop_a_mirror_or_a_staging_server():
    assert [key for key, row in ROWS.items() if refused(row["url"])] == []


def test_an_encyclopedia_stands_only_under_what_is_reported():
    for key, row in ROWS.items():
        if of(address(row["url"]), ENCYCLOPEDIAS):
            assert row["status"] == "reported", key


def test_no_row_is_firm_and_still_to_be_checked():
    assert [k for k, r in ROWS.items() if r["status"] in FIRM and DOUBT.search(r["note"])] == []


def test_a_row_without_an_address_says_in_its_note_how_it_was_read():
    silent = {"counter_evidence.csv C030"}  # a printed book, with its number
    for key, row in ROWS.items():
        if not row["url"] and key not in silent:
            assert re.search(r"copy|opened|quote|year", row["note"]), key


def test_a_yearly_table_is_linked_by_its_year():
    """The address without a year shows the newest table, which is not the one that was read."""
    moving = [
        key for key, row in ROWS.items() if row["url"].startswith("https://www.bls.gov/cps/cpsaat")
    ]
    assert moving == []


def test_the_pages_of_the_course_link_to_no_shop_mirror_or_staging_server():
    links = []
    for path in (ROOT / "modules").rglob("*.md"):
        links += re.findall(r"\((https?://[^)\s]+)\)", path.read_text(encoding="utf-8"))
    for path in (ROOT / "modules").glob("*.ipynb"):
        links += re.findall(r"https?://[^)\s\"\\]+", path.read_text(encoding="utf-8"))
    assert len(links) > 100
    assert [link for link in links if refused(link)] == []


def test_every_country_named_has_an_event_and_a_rule():
    kinds = {}
    for key, row in ROWS.items():
        if key.startswith("timeline.csv"):
            kinds.setdefault(row["country"], set()).add(row["role"])
    for country in ("AU", "CA", "GB", "IN", "NZ", "ZA"):
        assert kinds[country] & {"harm", "resistance", "reckoning"}, country
        assert kinds[country] & {"regulation", "resistance"}, country
