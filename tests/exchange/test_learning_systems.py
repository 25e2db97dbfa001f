"""The packages played: SCORM in an open run-time, cmi5 before a double of a record store."""

import io
import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from npm_packages import npm_package
from sweep import first

from workbook.content.library import packaged_course
from workbook.exchange import Site, package
from workbook.words import words

WORDS = words("package")
PLAYER = """<!doctype html><title>player</title><script src="/run-time.js"></script><script>
window.API = new Scorm12API({ autocommit: false, lmsCommitUrl: false });
%s
window.calls = [];
for (const name of ["LMSInitialize", "LMSSetValue", "LMSCommit", "LMSFinish"]) {
  const own = API[name].bind(API);
  API[name] = (...given) => { calls.push([name, ...given]); return own(...given); };
}
</script><iframe src="/index.html" style="width: 40rem; height: 40rem"></iframe>"""
STATUS = "cmi.core.lesson_status"


def files(form, place="https://course.example/"):
    made = package(form, Site(place), packaged_course())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {f"/{name}": archive.read(name) for name in archive.namelist()}


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 400, "height": 800})
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


def serve(page, held):
    def answer(route):
        path = route.request.url.split("lms.test", 1)[1].partition("?")[0]
        body = held.get(path)
        kind = "text/javascript" if path.endswith(".js") else "text/html"
        route.fulfill(status=200 if body else 404, body=body or b"", content_type=kind)

    page.context.route("http://lms.test/**", answer)


@pytest.fixture
def player(page):
    def opened(before="", place="https://course.example/"):
        script = (npm_package("scorm-again", "3.4.3") / "dist" / "scorm12.min.js").read_bytes()
        held = {**files("scorm12", place), "/": (PLAYER % before).encode(), "/run-time.js": script}
        serve(page, held)
        page.goto("http://lms.test/")
        return page.frame_locator("iframe")

    return opened


def calls(page, name):
    return [given for what, *given in page.evaluate("calls") if what == name]


def test_scorm_hears_of_completion_only_when_the_learner_says_so(page, player):
    inside = player()
    inside.locator("#done").click()
    inside.get_by_text(WORDS["told"]).wait_for()
    assert calls(page, "LMSSetValue") == [[STATUS, "incomplete"], [STATUS, "completed"]]
    assert page.evaluate("API.cmi.core.lesson_status") == "completed"
    assert page.evaluate("[API.cmi.core.score.raw, API.cmi.suspend_data]") == ["", ""]
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    page.wait_for_function("calls.some(([name]) => name === 'LMSFinish')")


def test_a_course_that_travels_inside_is_opened_from_there(page, player, tmp_path):
    (tmp_path / "index.html").write_text("<!doctype html><title>Here</title>", encoding="utf-8")
    inside = player(place=str(tmp_path))
    inside.locator("#done:enabled").wait_for()
    with page.context.expect_page() as opening:
        inside.get_by_role("link", name=WORDS["open"]).click()
    opening.value.wait_for_load_state()
    assert opening.value.url == "http://lms.test/course/index.html"
    assert opening.value.title() == "Here"
    assert calls(page, "LMSSetValue") == [[STATUS, "incomplete"]]


def test_leaving_without_a_word_is_no_completion(page, player):
    player().locator("#done:enabled").wait_for()
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    page.wait_for_function("calls.some(([name]) => name === 'LMSFinish')")
    assert page.evaluate("API.cmi.core.lesson_status") == "incomplete"


def test_who_is_done_already_is_not_asked_again(page, player):
    inside = player("API.loadFromJSON({ core: { lesson_status: 'completed' } }, 'cmi');")
    inside.get_by_text(WORDS["already"]).wait_for()
    assert calls(page, "LMSSetValue") == []


def test_without_a_system_the_way_in_is_still_there(page):
    serve(page, files("scorm12"))
    page.goto("http://lms.test/index.html")
    page.get_by_text(WORDS["no_system"]).wait_for()
    assert page.get_by_role("link", name=WORDS["open"]).is_visible()


@pytest.mark.parametrize("scheme", first(1, ["light", "dark"]))
def test_the_page_is_sound(page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 600})
    serve(page, files("cmi5"))
    page.goto("http://lms.test/index.html")
    page.get_by_text(WORDS["no_system"]).wait_for()
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


class RecordStore(ThreadingHTTPServer):
    """A double of a record store on loopback: it gives a token and keeps what it is told."""

    def __init__(self, held, mode):
        self.statements, self.held, self.mode, self.fails = [], held, mode, False
        super().__init__(("127.0.0.1", 0), Told)
        self.address = f"http://127.0.0.1:{self.server_port}"

    def verbs(self):
        return [each["verb"]["id"].rpartition("/")[2] for each in self.statements]


class Told(BaseHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing."""

    def reply(self, status, body=b"", kind="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):  # noqa: N802
        self.reply(200, json.dumps({"auth-token": "dG9rZW4="}).encode())

    def do_GET(self):  # noqa: N802
        if not self.path.startswith("/lrs/"):
            body = self.server.held.get(self.path.partition("?")[0])
            return self.reply(200 if body else 404, body or b"", "text/html")
        if "activities/state" not in self.path:
            return self.reply(404)
        return self.reply(
            200, json.dumps({"contextTemplate": TEMPLATE, "launchMode": self.server.mode}).encode()
        )

    def do_PUT(self):  # noqa: N802
        body = self.rfile.read(int(self.headers["Content-Length"]))
        good = self.headers["Authorization"] == "Basic dG9rZW4="
        good &= self.headers["X-Experience-API-Version"] == "1.0.3"
        if self.server.fails or not good:
            return self.reply(500)
        self.server.statements.append(json.loads(body))
        return self.reply(204)


TEMPLATE = {
    "extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s"},
    "contextActivities": {"grouping": [{"id": "https://lms.test/course"}]},
}


@pytest.fixture
def launch(page):
    stores = []

    def opened(mode="Normal"):
        store = RecordStore(files("cmi5"), mode)
        stores.append(store)
        threading.Thread(target=store.serve_forever, daemon=True).start()
        actor = {"account": {"homePage": "https://lms.test", "name": "7"}, "objectType": "Agent"}
        asked = {
            "endpoint": f"{store.address}/lrs",
            "fetch": f"{store.address}/lrs/fetch?k=1",
            "actor": json.dumps(actor),
            "registration": "2b4e",
            "activityId": "https://lms.test/au",
        }
        page.goto(f"{store.address}/index.html?{urlencode(asked)}")
        return store

    yield opened
    for store in stores:
        store.shutdown()
        store.server_close()


def test_cmi5_gets_its_three_statements_and_no_time(page, launch):
    store = launch()
    page.locator("#done:enabled").click()
    page.get_by_text(WORDS["told"]).wait_for()
    page.goto("about:blank")
    for _ in range(3000):
        if len(store.statements) == 3:
            break
        page.wait_for_timeout(20)
    assert store.verbs() == ["initialized", "completed", "terminated"]
    first, done, last = store.statements
    assert "result" not in first
    assert done["result"] == {"completion": True, "duration": "PT0S"}
    assert last["result"] == {"duration": "PT0S"}
    for each in store.statements:
        assert each["context"]["registration"] == "2b4e"
        assert {"id": "https://lms.test/course"} in each["context"]["contextActivities"]["grouping"]
        ids = [one["id"] for one in each["context"]["contextActivities"]["category"]]
        moves = any(one.endswith("/moveon") for one in ids)
        assert (ids[0].endswith("/cmi5"), moves) == (True, each is done)
    assert len({each["id"] for each in store.statements}) == 3


def test_a_store_that_does_not_answer_can_be_asked_again(page, launch):
    store = launch()
    page.locator("#done:enabled").wait_for()
    store.fails = True
    page.locator("#done").click()
    page.get_by_text(WORDS["not_told"]).wait_for()
    store.fails = False
    page.locator("#done").click()
    page.get_by_text(WORDS["told"]).wait_for()
    assert store.verbs() == ["initialized", "completed"]


def test_a_look_at_the_page_is_no_learner(page, launch):
    store = launch(mode="Browse")
    page.get_by_text(WORDS["review"]).wait_for()
    assert store.verbs() == ["initialized"]
    assert page.locator("#done").is_disabled()
