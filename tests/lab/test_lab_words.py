"""The words of the extension: none in its scripts, none lost on the way, any language."""

import json
import re
import string
from pathlib import Path

import pytest
from bare_lab import SCRIPTS, STATIC
from jupyter_core.paths import jupyter_path
from jupyterlab_server.config import get_page_config

from workbook.cli import main
from workbook.cli.lab_words import ENGLISH, page_words, write_english
from workbook.words import word, words

pytestmark = pytest.mark.browser

COMMENT = re.compile(r"^\s*//.*$|\s// .*$", re.MULTILINE)
QUOTED = re.compile(r"""(?<![\\\w])(["'`])((?:(?!\1).)*)\1""", re.DOTALL)


def quoted(script):
    """Give every text that stands in a script, without its comments."""
    return [text for _, text in QUOTED.findall(COMMENT.sub("", script))]


def scripts():
    return {path.name: path.read_text(encoding="utf-8") for path in STATIC.glob("*.js")}


# What is there and what is asked for


def test_no_script_holds_a_sentence():
    spoken = {name: [t for t in quoted(text) if is_sentence(t)] for name, text in scripts().items()}
    assert {name: found for name, found in spoken.items() if found} == {}


def is_sentence(text):
    """Tell words for people from names, selectors and markup."""
    shown = re.sub(r"<[^>]*>|\$\{[^}]*\}", " ", text)
    spoken = re.search(r"[A-Za-z’']{2,} [a-z’']{2,}", shown)
    return bool(spoken) and not shown.strip().startswith((".", "#", "[", "import "))


@pytest.mark.parametrize("text", ["Not in this edition yet", "<b>Show code</b>", "`${n} of them`"])
def test_a_sentence_in_a_script_is_noticed(text):
    assert any(map(is_sentence, quoted(f"const a = '{text}'; // of b")))


@pytest.mark.parametrize("text", ["sswp-bar", "<p class='a b'></p>", ".jp-A .jp-B", "other_code"])
def test_what_is_no_sentence_is_left_alone(text):
    assert not is_sentence(text)


def test_every_word_is_asked_for_and_every_word_that_is_asked_for_is_there():
    texts = {text for script in scripts().values() for text in quoted(script)}
    acts = set(re.findall(r'data-act="(\w+)"', scripts()["bar.js"]))
    assert set(words("lab", "en")) - texts - acts == set()
    said = {n for s in scripts().values() for n in re.findall(r"\bsay\('(\w+)'", s)}
    assert (said | acts) - set(words("lab", "en")) == set()


def test_no_word_is_empty_or_shouts():
    for name, text in words("lab", "en").items():
        assert text == text.strip() != "", name
        assert "!" not in text, name


def test_the_copy_that_the_extension_brings_along_is_fresh(tmp_path):
    fresh = write_english(tmp_path / "words.json")
    assert ENGLISH.read_text(encoding="utf-8") == fresh.read_text(encoding="utf-8"), (
        "words.json lags behind lab.yaml, whose first lines say how to write it"
    )


def test_the_installed_extension_is_the_one_in_the_checkout():
    places = [Path(p) / "sswp-course" for p in jupyter_path("labextensions")]
    [installed, *_] = [place for place in places if place.is_dir()]
    ours = STATIC.parent
    names = {p.relative_to(ours) for p in ours.rglob("*") if p.is_file()}
    stale = {n.as_posix() for n in names if content(installed / n) != content(ours / n)}
    assert stale == set(), "install again: pip install -e ."


def content(path):
    return path.read_bytes() if path.is_file() else b""


# In the browser


def test_the_page_fills_in_as_python_does(scripts):
    for name, text in words("lab", "en").items():
        fields = [field for _, field, _, _ in string.Formatter().parse(text) if field]
        values = {field: f"<{field}> & {n}" for n, field in enumerate(fields)}
        said = scripts.evaluate("([name, values]) => english.say(name, values)", [name, values])
        assert said == word("lab", name, **values)


SAY = """async (options) => {
  const made = await words.readWords((name) => options[name] ?? '', '/lab/static/');
  return [made.language, made.say('next'), made.say('previous')]; }"""
SAY = SAY.replace("'/lab/static/'", "new URL('/lab/static/', location)")
SPANISH = json.dumps({"es": {"next": "Siguiente"}, "en": words("lab", "en")})


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, ["en", "Next", "Previous"]),
        ({"sswpLanguage": "es", "sswpWords": SPANISH}, ["es", "Siguiente", "Previous"]),
        ({"sswpLanguage": "en", "sswpWords": SPANISH}, ["en", "Next", "Previous"]),
        ({"sswpWords": SPANISH}, ["en", "Next", "Previous"]),
        ({"sswpLanguage": "es"}, ["en", "Next", "Previous"]),
        ({"sswpLanguage": "fr", "sswpWords": SPANISH}, ["en", "Next", "Previous"]),
        ({"sswpLanguage": "es", "sswpWords": "{broken"}, ["en", "Next", "Previous"]),
        ({"sswpLanguage": "es", "sswpWords": "null"}, ["en", "Next", "Previous"]),
        ({"sswpLanguage": "es", "sswpWords": '{"es": null}'}, ["en", "Next", "Previous"]),
        ({"sswpLanguage": "es", "sswpWords": '{"es": {"next": 1}}'}, ["es", "Next", "Previous"]),
    ],
)
def test_english_stands_in_for_what_the_page_settings_lack(scripts, options, said):
    assert scripts.evaluate(SAY, options) == said


# A language that nobody speaks


@pytest.fixture
def marked(tmp_path, monkeypatch):
    """A language in which every word of the extension is put into ‹marks›, chosen for this run."""
    texts = {name: f"‹{text}›" for name, text in words("lab", "en").items()}
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "lab.yaml").write_text(json.dumps({"lab": texts}), encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_WORDS", str(tmp_path))
    monkeypatch.setenv("WORKBOOK_LANGUAGE", "xx")
    return "xx"


def handed_over(folder):
    """Give the settings that JupyterLab hands to a page, as its server reads them from a folder."""
    assert main(["start", "--write-settings", str(folder)]) == 0
    settings = get_page_config([], app_settings_dir=str(folder))
    # JupyterLab's PageConfig gives every setting as a text.
    return {k: v if isinstance(v, str) else json.dumps(v) for k, v in settings.items()}


def test_a_start_hands_every_language_to_jupyterlab_and_says_which(marked, tmp_path):
    settings = handed_over(tmp_path / "settings")
    assert settings["sswpCourse"] == "1"
    assert settings["sswpLanguage"] == marked
    spoken = json.loads(settings["sswpWords"])
    assert spoken[marked]["next"] == "‹Next›"
    assert spoken["en"] == words("lab", "en")


def test_the_language_is_chosen_at_each_start(marked, tmp_path, monkeypatch):
    assert page_words()["sswpLanguage"] == marked
    handed_over(tmp_path / "settings")
    monkeypatch.setenv("WORKBOOK_LANGUAGE", "en")
    assert handed_over(tmp_path / "settings")["sswpLanguage"] == "en"


OPEN = """async (options) => {
  const kit = await fakes.openCourse({ options, entries: [], panel: {} });
  document.dispatchEvent(new CustomEvent('sswp-progress', { detail: { modules: [
    { file: '01_a.ipynb', title: '', exists: true, done: 1,
      ahead: { way: 'core', done: 1, total: 2, minutes_left: 3 } },
    { file: '02_b.ipynb', title: '', exists: false },
  ] } }));
  await kit.panel.context.save();
  const nodes = [...document.querySelectorAll('.sswp-bar, .sswp-panel')];
  const labels = nodes.flatMap((n) => [n, ...n.querySelectorAll('[aria-label]')]);
  return { text: nodes.map((n) => n.innerText).join(' '), lang: nodes.map((n) => n.lang),
    labels: labels.map((n) => n.getAttribute('aria-label')),
    titles: [kit.app.shell.added.title.label, kit.app.shell.added.title.caption] }; }"""
OUTSIDE = re.compile(r"‹[^›]*›")


def test_the_course_bar_speaks_the_language_of_the_start(page, marked, tmp_path):
    seen = page.evaluate(OPEN, handed_over(tmp_path / "settings"))
    assert seen["lang"] == [marked, marked]
    said = [seen["text"], *seen["labels"], *seen["titles"]]
    assert [text for text in said if re.search(r"[A-Za-z]", OUTSIDE.sub("", text))] == []
    for name in (
        "bar",
        "panel",
        "panel_caption",
        "previous_module",
        "next_module",
        "menu",
        "list",
        "coming",
    ):
        assert any(f"‹{words('lab', 'en')[name]}›" in text for text in said), name
    assert f"‹{words('lab', 'en')['save_itself']}›" in seen["text"]
    assert "‹Core way: 1 of 2 done · about 3 min left›" in seen["text"]


def test_every_script_is_on_the_bare_page():
    assert {f"{name}.js" for name in SCRIPTS} | {"remoteEntry.js"} == set(scripts())
