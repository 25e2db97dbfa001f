// One page of the light edition: each place that waits for a view gets one, in the order of the page.

const store = new Store();
const course = new Course(store);
const laidOf = async ({ dataset: { laid } }) => (laid ? (await fetch(laid)).json() : { spec: {} });
const viewOf = (name) => import(new URL(`views/${name}.js`, document.baseURI)).then((found) => found.default);

const MODELS = {
  exercise: ({ spec, ahead }) => {
    const model = new ExerciseModel(course, spec, ahead);
    course.models.set(spec.id, model);
    return model;
  },
  start: ({ spec }) => new StartModel(course, spec),
  progress: ({ spec }) => new ProgressModel(course, spec),
  recall: ({ spec, ahead }) => new RecallModel(course, spec, ahead),
  answers: ({ spec }) => new AnswersModel(course, spec),
};

// The written form stays until the view is there; where it cannot come, it says so.
async function fillPlace(place, journal) {
  const { call, view } = place.dataset;
  try {
    const [laid, program] = await Promise.all([laidOf(place), viewOf(view)]);
    laid.spec = { ...laid.spec, journal };
    const host = document.createElement("div");
    program.render({ model: MODELS[call](laid), el: host });
    place.replaceChildren(host);
    place.dataset.alive = "";
  } catch (error) {
    place.dataset.away = "";
    console.warn(error);
  }
}

async function begin() {
  const places = [...document.querySelectorAll("[data-view]")];
  const first = places.find((place) => place.dataset.call === "exercise");
  if (first) viewOf(first.dataset.view).catch(() => {});
  let journal;
  try { journal = await store.name(); } catch { return document.documentElement.setAttribute("data-no-storage", ""); }
  const fromHash = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.querySelector("[data-view]");
  for (const place of new Set([fromHash, first, ...places].filter(Boolean))) await fillPlace(place, journal);
  if (fromHash) fromHash.scrollIntoView();
  document.documentElement.dataset.ready = "";
  navigator.storage?.persist?.().catch(() => {});
}

begin();
