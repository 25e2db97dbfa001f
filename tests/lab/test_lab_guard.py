"""What is kept away from the notebook: keys, clicks, and the wish to be saved."""

import pytest
from examples import share

pytestmark = pytest.mark.browser

# Keys and clicks that arrive at the document are those that JupyterLab would act on.
SETUP = """(hidden) => {
  window.panel = new fakes.Panel();
  window.arrived = [];
  panel.toggleClass(guard.HIDDEN, hidden);
  guard.guardKeys(document.body, (node) => hidden || guard.isOurs(node));
  guard.guardMouse(panel);
  document.body.insertAdjacentHTML('beforeend', '<button id="outside">x</button>');
  document.body.insertAdjacentHTML('beforeend', '<div class="jp-Dialog"><input id="dialog"></div>');
  panel.toolbar.node.innerHTML = '<button id="toolbar">x</button>';
  document.addEventListener('keydown', (e) => arrived.push(fakes.keystrokeOf(e)));
  for (const name of ['dblclick', 'contextmenu']) {
    document.addEventListener(name, (e) => { arrived.push(name); e.preventDefault(); });
  }
}"""
CELL, OUTPUT = ".jp-Cell .inside", ".jp-OutputArea input"
PLAIN = [*"bacvxyzmrlojkidd0123", "Shift+M", "Shift+A", "Enter", "Shift+Enter", "Escape"]
PLAIN += ["ArrowDown", "ArrowUp", "Home", "End", "Space", "Delete", "Backspace"]
CHORDS = ["Control+Enter", "Control+Shift+-", "Control+s", "Control+Alt+Enter", "Alt+Enter"]
CHORDS += ["Control+i", "Control+b", "Control+h", "Control+f", "Control+z", "Control+Shift+z"]
CHORDS += ["Control+Shift+c", "Control+Shift+d", "Meta+z"]
KEYS = PLAIN + CHORDS


def arrived(page, selector, keys):
    """Give how many of the keys, pressed at a place, arrive at JupyterLab."""
    page.focus(selector)
    page.evaluate("arrived.length = 0")
    held = ("Control", "Shift", "Alt", "Meta")
    for key in keys:
        page.keyboard.press(key)
    got = page.evaluate("arrived")
    return [key for key in got if key.rpartition(" ")[2] not in held]


PLACES = [
    (True, CELL, False),
    (True, OUTPUT, False),
    (True, "#toolbar", False),
    (True, "#outside", False),
    (True, "#dialog", True),
    (False, OUTPUT, False),
    (False, CELL, True),
    (False, "#outside", True),
    (False, "#dialog", True),
]


@pytest.mark.parametrize(
    ("turn", "hidden", "place", "arrives"), [(n, *each) for n, each in enumerate(PLACES)]
)
def test_which_keys_arrive_at_jupyterlab(page, turn, hidden, place, arrives):
    """None at all while it has stepped back; with the code shown, none of an exercise's."""
    page.evaluate(SETUP, hidden)
    keys = share(KEYS, turn, 3)
    assert len(arrived(page, place, keys)) == (len(keys) if arrives else 0)


def test_undo_and_redo_are_the_browsers_own(page):
    page.evaluate(SETUP, True)
    field = page.locator(OUTPUT).first
    field.focus()
    page.keyboard.type("one")
    page.keyboard.press("Control+z")
    assert field.input_value() != "one"
    page.keyboard.press("Control+Shift+z")
    assert field.input_value() == "one"


def test_controls_keep_their_own_keys(page):
    page.evaluate(SETUP, True)
    field = page.locator(OUTPUT).first
    field.focus()
    page.keyboard.type("bad days ahead")
    assert field.input_value() == "bad days ahead"
    page.keyboard.press("Control+a")
    page.keyboard.press("Backspace")
    assert field.input_value() == ""
    page.keyboard.press("Tab")
    assert not field.evaluate("(node) => node === document.activeElement")


@pytest.mark.parametrize("hidden", [True, False])
def test_clicks_reach_cells_only_when_code_is_shown(page, hidden):
    page.evaluate(SETUP, hidden)
    page.locator(CELL).first.dblclick(force=True)
    page.locator(CELL).first.click(button="right", force=True)
    assert page.evaluate("arrived") == ([] if hidden else ["dblclick", "contextmenu"])
    page.evaluate("arrived.length = 0")
    page.locator("#toolbar").click(button="right")
    assert page.evaluate("arrived") == ["contextmenu"]


# The file. `says` is what the page says instead of saving.

FILE = """async (steps) => {
  const panel = new fakes.Panel();
  const { context, content: { model, widgets } } = panel;
  const says = [];
  if (steps[0] === 'dirty at first') context.model.isDirty = true;
  guard.guardFile(panel, () => { says.push('nothing to save'); });
  const acts = {
    'dirty at first': () => {},
    dirty: () => { context.model.dirty = true; },
    edit: () => { widgets[1].model.sharedModel.source += '#'; context.model.dirty = true; },
    back: () => { const shared = widgets[1].model.sharedModel;
      shared.source = shared.source.slice(0, -1); },
    add: () => { model.cells.length -= 1; context.model.dirty = true; },
    turn: () => { widgets[1].type = 'raw'; context.model.dirty = true; },
    output: () => { widgets[1].model.outputs.add('x'); context.model.dirty = true; },
    save: () => context.save(),
    checkpoint: () => context.createCheckpoint(),
    failed: () => context.saveState.emit('failed'),
    close: () => { panel.isDisposed = true; },
  };
  for (const step of steps) { await acts[step](); await null; }
  return [context.model.dirty, ...context.log, ...says]; }"""


@pytest.mark.parametrize(
    ("steps", "after"),
    [
        (["dirty at first"], [False]),
        (["dirty"], [False]),
        (["output"], [False]),
        (["save"], [False, "nothing to save"]),
        (["dirty", "save"], [False, "nothing to save"]),
        (["checkpoint"], [False]),
        (["edit"], [True]),
        (["edit", "save"], [False, "save"]),
        (["edit", "checkpoint"], [True, "checkpoint"]),
        (["edit", "save", "dirty", "save"], [False, "save", "nothing to save"]),
        (["edit", "failed", "save"], [False, "save"]),
        (["edit", "back", "save"], [True, "nothing to save"]),
        (["edit", "save", "edit", "save"], [False, "save", "save"]),
        (["add"], [True]),
        (["turn", "save"], [False, "save"]),
        (["close", "dirty"], [True]),
    ],
)
def test_only_an_edit_of_ones_own_makes_a_page_worth_saving(scripts, steps, after):
    assert scripts.evaluate(FILE, steps) == after
