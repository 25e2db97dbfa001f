"""What a screen reader says of a page: @guidepup/virtual-screen-reader, in the bare page."""

import functools
import re

from npm_packages import npm_package

READER = "@guidepup/virtual-screen-reader", "0.33.0"
EXPORTS = re.compile(r"export\{(.*?)\};", re.DOTALL)
START = "(selector) => reader.virtual.start({ container: document.querySelector(selector) })"
HEARD = """async () => { const { virtual } = reader;
  const [later] = realTimers;
  await new Promise((done) => later(done, 20));
  const spoken = await virtual.spokenPhraseLog();
  await virtual.clearSpokenPhraseLog();
  return [...spoken]; }"""
# To the end of the document, or as far as a person would go on.
READ = """async (selector) => { const { virtual } = reader;
  await virtual.start({ container: document.querySelector(selector) });
  for (let n = 0; n < 2000 && await virtual.lastSpokenPhrase() !== 'end of main'; n++)
    await virtual.next();
  const spoken = await virtual.spokenPhraseLog();
  await virtual.stop();
  return spoken; }"""


@functools.cache
def reader_script():
    """Give the reader as one script, with the real clock: that of the page stands still."""
    code = (npm_package(*READER) / "lib/esm/index.browser.js").read_text("utf-8")
    [exports] = EXPORTS.findall(code)
    names = [part.split(" as ") for part in exports.split(",")]
    given = ", ".join(f"{name}: {own}" for own, name in names if name != "default")
    body = EXPORTS.sub("", code).partition("//# sourceMappingURL")[0]
    clock = "setTimeout, clearTimeout, Date"
    return (
        f"window.reader = (function ({clock}) {{ {body}\n return {{ {given} }}; }})"
        ".apply(window, window.realTimers);"
    )


def bring_reader(page):
    if not page.evaluate("() => 'reader' in window"):
        page.add_script_tag(content=reader_script())


def read(page, selector):
    """Give all that is said from the top of a part of the page to its end, phrase by phrase."""
    bring_reader(page)
    return page.evaluate(READ, selector)


def listen(page, selector):
    """Begin to listen to what is said without being asked; `heard` gives it."""
    bring_reader(page)
    page.evaluate(START, selector)


def heard(page):
    """Give what was said since the last time."""
    return page.evaluate(HEARD)


def stop(page):
    """Listen no more."""
    page.evaluate("() => reader.virtual.stop()")
