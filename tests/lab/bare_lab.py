"""A bare page with the scripts of the extension and a JupyterLab that only seems to be one."""

import json
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "workbook" / "labextension" / "static"
HERE = Path(__file__).parent
ADDRESS = "http://localhost/lab/"
SCRIPTS = sorted(path.stem for path in STATIC.glob("*.js") if path.stem != "remoteEntry")
TYPES = {".js": "text/javascript", ".json": "application/json", ".css": "text/css"}

# Each script is there under its own name, the fakes as `fakes`, English words as `english`.
PAGE = """<!doctype html><html lang="en"><title>A bare page</title><body><script type="module">
const names = %s;
const made = await Promise.all(names.map((name) => import(`/lab/static/${name}.js`)));
names.forEach((name, i) => { window[name] = made[i]; });
window.fakes = await import('/lab/fakes.js');
window.texts = await (await fetch('/lab/static/words.json')).json();
window.english = new words.Words(texts, 'en');
window.ready = true;
</script></body></html>"""


def fulfil(route):
    """Answer a request of the page from the disk."""
    name = route.request.url.split("?")[0].removeprefix(ADDRESS)
    folder = STATIC if name.startswith("static/") else HERE
    path = folder / name.removeprefix("static/")
    if not name:
        html = PAGE % json.dumps(SCRIPTS)
        return route.fulfill(body=html, content_type="text/html; charset=utf-8")
    if not path.is_file():
        return route.fulfill(status=404, body="")
    return route.fulfill(path=path, content_type=f"{TYPES[path.suffix]}; charset=utf-8")


def open_bare(page):
    """Open the bare page anew, without what an earlier test left in it."""
    page.goto(ADDRESS)
    page.evaluate("localStorage.clear()")
    page.wait_for_function("window.ready")
    return page
