// One page of the light edition: each place that waits for a view gets one, in the order of the page.

const store = new Store();
const course = new Course(store);

// What was laid out for a place lies in a file. What the first exercise draws lies within the page; the
// notes to it come when somebody answers, or when nothing else waits.
const fileOf = async ({ dataset: { laid } }) => (await fetch(laid)).json();

// The questions and options of that one are taken from its written form (`bare` in written.py).
function filled(spec, place) {
  const groups = [...place.querySelectorAll("fieldset")];
  const items = spec.items.map((item, n) => {
    const html = item.html ?? groups[n].querySelector("legend").innerHTML;
    const options = item.options.map((option) => ({ ...option, html: groups[n].querySelector(`[data-choice="${CSS.escape(option.key)}"] + span`).innerHTML }));
    return { ...item, html, options };
  });
  return { ...spec, items };
}

async function laidOf(place) {
  const within = place.querySelector("script[type='application/json']");
  if (within) return { spec: filled(JSON.parse(within.textContent), place), ahead: () => fileOf(place).then(({ ahead }) => ahead) };
  const laid = place.dataset.laid ? await fileOf(place) : { spec: {} };
  return { ...laid, ahead: laid.ahead && (async () => laid.ahead) };
}
const fileAt = (name) => new URL(`views/${name}`, document.baseURI).href;
const viewOf = (name) => import(fileAt(`${name}.js`)).then((found) => found.default);

// A style that only one kind has; a view without it can be used as well.
const styles = new Map();
function styleOf({ dataset: { view, styled } }) {
  if (styled === undefined) return null;
  if (!styles.has(view)) styles.set(view, new Promise((done) => {
    document.head.append(h("link", { rel: "stylesheet", href: fileAt(`${view}.css`), on: { load: done, error: done } }));
  }));
  return styles.get(view);
}

// What a kind computes by itself.
async function computedBy(kind) {
  if (KINDS.includes(kind) && !lights[kind]) (await import(fileAt(`${kind}-light.js`))).default(lights, GIVEN);
}

function exerciseModel({ spec, ahead }) {
  const model = new ExerciseModel(course, spec, ahead);
  course.models.set(spec.id, model);
  return model;
}

// Panels come after the first exercise, and what answers them comes with the first of them.
async function modelOf(call, { spec, ...more }) {
  if (call === "exercise") return exerciseModel({ spec, ...more });
  const panels = (await import(fileAt("panels.js"))).default(GIVEN);
  return new panels[call](course, spec, more);
}

// What was chosen in the written form, before this script was there; it goes over once saved answers are back.
const chosenIn = (place) => [...place.querySelectorAll(".written :checked")]
  .map((input) => [input.closest("[data-item]")?.dataset.item, input.dataset.choice]);

async function takeOver(chosen, host) {
  const root = host.firstElementChild;
  if (!chosen.length) return;
  while (root.getAttribute("aria-busy") === "true") await new Promise((go) => { setTimeout(go, 10); });
  for (const [item, choice] of chosen) {
    const within = item ? root.querySelector(`[data-item="${CSS.escape(item)}"]`) : root;
    const input = within.querySelector(`[data-choice="${CSS.escape(choice)}"]`);
    if (!input.checked) input.click();
  }
}

// The written form stays until the view is there; where it cannot come, it says so.
async function fillPlace(place) {
  const { call, view } = place.dataset;
  try {
    const [laid, program] = await Promise.all([laidOf(place), viewOf(view), styleOf(place)]);
    await computedBy(laid.kind ?? laid.spec.kind);
    laid.spec = { ...laid.spec, journal: journalName() };
    const host = document.createElement("div");
    const leave = program.render({ model: await modelOf(call, laid), el: host });
    const written = [...place.childNodes];
    const chosen = chosenIn(place);
    place.replaceChildren(host);
    place.dataset.alive = "";
    takeOver(chosen, host);
    return () => { leave(); place.replaceChildren(...written); delete place.dataset.alive; };
  } catch (error) {
    place.append(h("p", { class: "away", text: WORDS.no_place }));
    console.warn(error);
    return () => {};
  }
}

const FIRST = "[data-view][data-call=exercise]";
const parsed = () => document.readyState !== "loading";

// The first exercise, as soon as the browser has read so far.
const firstPlace = () => new Promise((found) => {
  const look = () => {
    const place = document.querySelector(FIRST);
    if (!parsed() && !place?.parentElement.nextSibling) return false;
    seen.disconnect();
    found(place);
    return true;
  };
  const seen = new MutationObserver(look);
  if (look()) return;
  seen.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", look);
});

async function begin() {
  const kept = store.open().then(() => true, () => false);
  const first = await firstPlace();
  const takeBack = first ? await fillPlace(first) : () => {};
  if (!parsed()) await new Promise((done) => { document.addEventListener("DOMContentLoaded", done); });
  beginAround();
  if (!await kept) {
    takeBack();
    return document.documentElement.setAttribute("data-no-storage", "");
  }
  const aimed = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.querySelector("[data-view]");
  const places = [...document.querySelectorAll("[data-view]")].filter((place) => place !== first);
  for (const place of new Set([aimed, ...places].filter(Boolean))) await fillPlace(place);
  if (aimed) aimed.scrollIntoView();
  for (const model of course.models.values()) model.ready().catch(() => {});
  document.documentElement.dataset.ready = "";
  navigator.storage?.persist?.().catch(() => {});
}
