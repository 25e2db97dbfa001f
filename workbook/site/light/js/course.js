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
    this.titles = Object.assign({}, ...known.map(({ titles }) => titles));
    return known;
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
