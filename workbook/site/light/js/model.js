// What answers an exercise in place of Python: the five messages of the page, from the journal in this browser.

const EARLIER = 20;
const REMEMBERED = 200;
const lights = {}; // what a kind computes by itself (light.js of its folder)

class Model {
  constructor(course, spec) {
    Object.assign(this, { course, spec, ears: new Set(), work: Promise.resolve() });
  }

  get() { return this.spec; }
  on(type, ear) { if (type === "msg:custom") this.ears.add(ear); }
  off(type, ear) { this.ears.delete(ear); }
  tell(message) { for (const ear of [...this.ears]) ear(structuredClone(message), []); }
  say(asking, did, found) { this.tell({ to: asking.view, did, ...found }); }

  // One message after the other, as they came.
  send(message) {
    this.work = this.work.then(() => this.hear(structuredClone(message))).catch((error) => this.fail(message, error));
    return this.work;
  }

  hear(message) { return this[`on_${message.do}`]?.(message); }

  fail(message, error) {
    const full = error?.name === "QuotaExceededError" ? WORDS.full : WORDS.no_storage;
    const text = error?.constructor === Error ? error.message : full;
    this.say(message, "failed", { seq: message.seq, message: text, why: text });
  }
}

class ExerciseModel extends Model {
  constructor(course, spec, ahead) {
    super(course, spec);
    Object.assign(this, { bring: ahead, handled: new Map() });
  }

  // What an answer calls for; asked for again as long as it has not come.
  ready() {
    this.coming ??= this.bring().then((ahead) => { this.ahead = ahead; });
    return this.coming.catch(() => { this.coming = null; throw new Error(WORDS.no_notes); });
  }

  current(entry) { return Boolean(this.spec.lasting) || entry.edition === this.spec.edition; }

  async entry(entry) {
    await this.ready();
    const own = lights[this.spec.kind]?.words;
    const said = (own ?? wordsOf)(this.ahead, entry.response);
    const { id, time, response } = entry;
    return { id, time, response, current: this.current(entry), words: said.length ? said : [readable(response)], usable: isUsable(response) };
  }

  async feedback(response) {
    await this.ready();
    const own = lights[this.spec.kind]?.found;
    const found = feedbackOf(this.ahead, response);
    return own ? { ...found, ...own(this.ahead, await this.course.store.history(this.spec.id), found, response) } : found;
  }

  async on_open(message) {
    const history = await this.course.store.history(this.spec.id);
    const latest = history.at(-1);
    const current = Boolean(latest) && this.current(latest);
    const earlier = history.slice(0, -1).map(({ response }) => response).filter((each, n, all) => !n || JSON.stringify(each) !== JSON.stringify(all[n - 1]));
    this.say(message, "restore", {
      forced: Boolean(message.forced), entry: latest ? await this.entry(latest) : null,
      feedback: current ? await this.feedback(latest.response) : null, earlier: current ? earlier.slice(-EARLIER) : [],
      ...(latest ? { ids: history.slice(-REMEMBERED).map(({ id }) => id), now: Date.now() } : {}),
    });
  }

  async on_save(message) {
    const known = this.handled.get(message.view);
    if (known?.seq === message.seq) return this.tell(known);
    const { id: exercise } = this.spec;
    const before = (await this.course.store.history(exercise)).at(-1);
    const entry = await this.course.store.save({ exercise, edition: message.edition, response: message.response, id: message.id });
    await this.clear(entry);
    const seen = [message.base, known?.entry.id, entry.id];
    const answer = { ...this.saved(message, entry), seq: message.seq, elsewhere: before && !seen.includes(before.id) ? before.time : null, feedback: await this.feedback(entry.response) };
    this.handled.set(message.view, answer);
    this.tell(answer);
    this.course.changed({ exercise, from: message.view, entry });
  }

  saved(message, entry) {
    return { to: message.view, did: "saved", response: message.response, entry: { id: entry.id, time: entry.time }, now: Date.now() };
  }

  // Earlier answers leave where the new one asks for it.
  async clear(entry) {
    const outdates = lights[this.spec.kind]?.outdates;
    if (outdates) await this.course.store.erase(this.spec.id, (each) => each.id !== entry.id && outdates(entry.response, each.response));
  }

  async on_keep(message) {
    const same = (each) => JSON.stringify(each.response) === JSON.stringify(message.response);
    const known = (await this.course.store.history(this.spec.id)).filter(same).at(-1);
    const more = { exercise: this.spec.id, edition: message.edition, response: message.response, typed: message.typed };
    const entry = known ?? await this.course.store.save(more);
    this.tell({ ...this.saved(message, entry), kept: true, edition: message.edition });
    this.course.changed({});
  }

  async on_check(message) {
    const history = await this.course.store.history(this.spec.id);
    const latest = history.at(-1);
    if (message.base && history.every(({ id }) => id !== message.base)) this.say(message, "lost");
    else if (latest && latest.id !== message.base) this.say(message, "elsewhere", { entry: await this.entry(latest) });
  }

  async on_ask(message) {
    await this.ready();
    const answer = lights[this.spec.kind]?.asked?.(this.ahead, message, await this.course.store.history(this.spec.id), feedbackOf(this.ahead, {}));
    if (answer) this.say(message, "answered", answer);
  }

  on_gone(message) { this.handled.delete(message.view); }

  // An answer was given in another view or window. Without its words it waits for the next look at the journal (on_check).
  async elsewhere({ from, entry }) {
    const known = await this.entry(entry).catch(() => null);
    if (known) this.tell({ did: "elsewhere", from, entry: known });
  }

  erased(journal) {
    this.handled.clear();
    this.tell({ did: "erased", journal });
    this.spec = { ...this.spec, journal };
  }
}
