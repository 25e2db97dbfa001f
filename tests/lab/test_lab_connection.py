"""A server that cannot be reached: what is told, and that the page goes on by itself."""

import pytest
from bare_lab import open_bare, stand_still

pytestmark = pytest.mark.browser

AWAY, REFUSED = "server_away", "server_refused"
# Each server has a record of its own: one that stays away is asked on in later tests.
START = """() => {
  const own = window.own = { log: [], asked: 0, answer: 200 };
  window.line = new connection.Connection(async () => {
    own.asked += 1;
    if (!own.answer) throw new Error('away');
    return { status: own.answer };
  });
  line.watchers.add((state) => own.log.push(state)); }"""
ANSWERED = "(async () => { for (let n = 0; n < 20; n += 1) await 0; })()"


@pytest.fixture(scope="module")
def still(own_page, address):
    stand_still(open_bare(own_page, address))
    return own_page


def after(page, *steps):
    """Let the server answer by a number below a thousand, and time pass by one above."""
    page.evaluate(START)
    for step in steps:
        if step == "lost":
            page.evaluate("line.lost()")
        elif step < 1000:
            page.evaluate("(status) => { own.answer = status; }", step)
        else:
            page.clock.run_for(step)
        page.evaluate(ANSWERED)
    return page.evaluate("own.log")


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (["lost"], []),
        ([0, "lost"], ["away"]),
        ([0, "lost", "lost", 3100, "lost"], ["away"]),
        ([0, "lost", 200, 3100], ["away", "there"]),
        ([0, "lost", 503, 3100, 200, 3100], ["away", "there"]),
        ([0, "lost", 403, 3100], ["away", "refused"]),
        ([401, "lost", 200, 3100], ["refused", "there"]),
        ([0, "lost", 200, 3100, 0, "lost"], ["away", "there", "away"]),
    ],
)
def test_what_is_told_of_a_server(still, steps, told):
    assert after(still, *steps) == told


def test_a_server_that_is_there_is_asked_no_more(still):
    after(still, 0, "lost", 200, 3100, 30_000)
    assert still.evaluate("own.asked") == 2


# On a page

OPEN = """async (options) => {
  window.kit = await fakes.openCourse({ panel: {}, options });
  kit.line = kit.panel.sswpPage.kit.connection;
  kit.kernel = kit.panel.sessionContext.session.kernel;
  Object.assign(kit.kernel, { connectionStatus: 'disconnected', again: 0,
    reconnect: async () => { kit.kernel.again += 1; } }); }"""
COURSE = {"sswpCourse": "1"}
WAITING = """async () => {
  const cells = [['code', 'import workbook as wb'], ['code', "open('x', 'w')"]];
  window.kit = await fakes.openCourse({ panel: { cells } });
  kit.panel.sessionContext.session.kernel.connectionStatus = 'connected'; }"""


def open_course(page, **options):
    page.evaluate(OPEN, COURSE | options)


def again(page):
    """Give how often the kernel was looked for; JupyterLab is asked first which there are."""
    page.evaluate(ANSWERED)
    return page.evaluate("[kit.panel.sessionContext.started, kit.kernel.again]")


def note(page):
    return page.locator(".sswp-note").text_content()


def said(page, name):
    return page.evaluate("(name) => english.say(name)", name)


@pytest.mark.parametrize(("state", "name"), [("away", AWAY), ("refused", REFUSED)])
def test_it_is_told_in_the_bar_until_it_is_over(page, state, name):
    open_course(page)
    page.evaluate("(state) => kit.line.tell(state)", state)
    assert note(page) == said(page, name)
    page.evaluate("kit.line.tell('there')")
    assert note(page) == ""
    assert again(page) == [["refreshed"], 1], "the kernel is heard again"


def test_what_else_is_told_stays(page):
    open_course(page)
    page.evaluate("kit.line.tell('away')")
    page.evaluate("kit.panel.sswpPage.say('starting_again')")
    page.evaluate("kit.line.tell('there')")
    assert note(page) == said(page, "starting_again")


def test_a_page_that_waits_for_its_button_has_it_again(page):
    page.evaluate(WAITING)
    before = note(page)
    assert before == said(page, "other_code")
    page.evaluate("kit.panel.sswpPage.kit.connection.tell('away')")
    page.evaluate("kit.panel.sswpPage.kit.connection.tell('there')")
    assert note(page) == before
    assert page.locator("[data-act=run]").is_visible()


def test_a_kernel_that_jupyterlab_gives_up_is_heard_again(page):
    open_course(page)
    page.evaluate("void (kit.line.lost = () => { kit.line.heard = true; })")
    page.evaluate("kit.panel.sessionContext.connectionStatusChanged.emit('connecting')")
    assert again(page) == [[], 0]
    page.evaluate("kit.panel.sessionContext.connectionStatusChanged.emit('disconnected')")
    assert again(page) == [["refreshed"], 1]
    assert page.evaluate("kit.line.heard")


def test_a_kernel_that_is_heard_is_left_alone(page):
    open_course(page)
    page.evaluate("kit.kernel.connectionStatus = 'connected'")
    page.evaluate("kit.line.tell('away')")
    page.evaluate("kit.line.tell('there')")
    assert again(page) == [["refreshed"], 0]


@pytest.mark.parametrize("ended", ["kit.kernel.isDisposed = true", "session.session = null"])
def test_where_the_kernel_has_ended_with_the_server_another_is_started(page, ended):
    open_course(page)
    page.evaluate("window.session = kit.panel.sessionContext")
    page.evaluate("session.prevKernelName = 'python3'; kit.kernel.answers = false")
    page.keyboard.press("a")  # somebody is there
    page.evaluate(ended)
    page.evaluate("kit.line.tell('away')")
    page.evaluate("kit.line.tell('there')")
    page.wait_for_function("session.started.length === 3")
    assert page.evaluate("session.started") == ["refreshed", "refreshed", {"name": "python3"}]
    assert note(page) == said(page, "starting_again")


def test_jupyterlab_opens_no_window_of_its_own(page):
    open_course(page)
    assert page.evaluate("kit.connection.provides.description") == "lost"
    page.evaluate("void (kit.line.lost = () => { kit.lost = true; })")
    assert not page.evaluate("kit.lost ?? false")
    page.evaluate("kit.connection.activate()()")
    assert page.evaluate("kit.lost")


@pytest.mark.parametrize("options", [{"hubPrefix": "/hub/"}, {"sswpCourse": ""}])
def test_a_hub_and_a_lab_of_ones_own_keep_their_window(page, options):
    page.evaluate(
        "async (options) => { window.kit = await fakes.startCourse({ options }); }",
        COURSE | options,
    )
    assert page.evaluate("kit.connection") is None


# Which kernel

ASK = """async ({ mark, code, known }) => {
  window.kit = await fakes.startCourse();
  const panel = new fakes.Panel(mark === undefined ? {} : { mark });
  if (known) kit.tracker.add(panel);
  if (code) { await fakes.until(() => panel.sswpPage); panel.sswpPage.kit.quiet.showCode(true); }
  await kit.dialogs.selectKernel(panel.sessionContext);
  return kit.dialogs.asked.length; }"""


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({"known": True}, 0),
        ({"known": False}, 0),
        ({"known": True, "code": True}, 1),
        ({"known": True, "mark": None}, 1),
    ],
)
def test_a_learner_is_never_asked_for_a_kernel(page, given, asked):
    assert page.evaluate(ASK, given) == asked
