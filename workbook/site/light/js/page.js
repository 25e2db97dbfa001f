// One page of the light edition: each place that waits for a view gets one, in the order of the page.

const store = new Store();
const course = new Course(store);

// What was laid out for a place: within it for the first exercise, else in a file of its own.
async function laidOf(place) {
  const within = place.querySelector("script[type='application/json']");
  if (within) return JSON.parse(within.textContent);
  return place.dataset.laid ? (await fetch(place.dataset.laid)).json() : { spec: {} };
}
const viewOf = (name) => import(new URL(`views/${name}.js`, document.baseURI)).then((found) => found.default);

const MODELS = {
  exercise: ({ spec, ahead }) => {
    const model = new ExerciseModel(course, spec, ahead);
    course.models.set(spec.id, model);
    return model;
  },
  start: ({ spec }) => new StartModel(course, spec),
  progress: ({ spec }) => new ProgressModel(course, spec),
  recall: ({ spec, ...more }) => new RecallModel(course, spec, more),
  answers: ({ spec }) => new AnswersModel(course, spec),
};

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
    const [laid, program] = await Promise.all([laidOf(place), viewOf(view)]);
    laid.spec = { ...laid.spec, journal: journalName() };
    const host = document.createElement("div");
    const leave = program.render({ model: MODELS[call](laid), el: host });
    const written = [...place.childNodes];
    const chosen = chosenIn(place);
    place.replaceChildren(host);
    place.dataset.alive = "";
    takeOver(chosen, host);
    return () => { leave(); place.replaceChildren(...written); delete place.dataset.alive; };
  } catch (error) {
    place.dataset.away = "";
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
  document.documentElement.dataset.ready = "";
  navigator.storage?.persist?.().catch(() => {});
}

begin();
