// The course on this page: its models, what is done in all modules, and what other windows of it do.

class Course {
  constructor(store) {
    Object.assign(this, { store, models: new Map(), listeners: [], erasures: 0, titles: {} });
    store.others.onmessage = ({ data }) => this.heard(data);
  }

  // What is known of all exercises; fetched once, when somebody asks.
  async about() {
    this.known ??= fetch("course.json").then((answer) => answer.json());
    const known = await this.known.catch((error) => { this.known = null; throw error; });
    this.titles = Object.fromEntries(known.flatMap((module) => module.exercises.map(({ id, title }) => [id, title])));
    return known;
  }

  async progress() {
    const known = await this.about();
    const latest = new Map(inOrder(await this.store.all()).map((entry) => [entry.exercise, entry.response]));
    return known.map((module) => progressOf(module, (exercise) => latest.has(exercise.id) && isDone(exercise, latest.get(exercise.id))));
  }

  // An answer was saved on this page: others are told.
  changed(news) {
    this.tell(news);
    this.store.others.postMessage(news);
  }

  heard(news) {
    if (news.erased !== undefined) return this.tellErased(news.erased, news.journal);
    this.tell(news);
  }

  tell({ exercise, from, entry }) {
    if (exercise) this.models.get(exercise)?.elsewhere({ from, entry });
    for (const listen of this.listeners) listen();
  }

  // A copy was brought in: each exercise looks at what is the latest now.
  async brought() {
    for (const [exercise, model] of this.models) {
      const entry = (await this.store.history(exercise)).at(-1);
      if (entry) model.elsewhere({ entry });
    }
    this.changed({});
  }

  async erased(exercise) {
    const journal = journalName();
    this.tellErased(exercise ?? "", journal);
    this.store.others.postMessage({ erased: exercise ?? "", journal });
  }

  tellErased(exercise, journal) {
    for (const [id, model] of this.models) if (!exercise || id === exercise) model.erased(journal);
    for (const listen of this.listeners) listen();
  }
}

function progressOf({ id, title, file, minutes, exercises }, done) {
  const open = exercises.filter((each) => !done(each));
  const core = exercises.filter((each) => each.core);
  const total = exercises.reduce((sum, each) => sum + each.minutes, 0);
  const reading = Math.max(0, minutes - total);
  const left = open.reduce((sum, each) => sum + each.minutes, 0);
  const share = minutes > reading ? left / (minutes - reading) : 0;
  return { id, title, file, exists: true, done: exercises.length - open.length, total: exercises.length, core_total: core.length,
    core_done: core.filter((each) => !open.includes(each)).length, minutes, minutes_left: Math.round(left + reading * share) };
}
