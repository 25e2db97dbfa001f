// What answers the panels of a page in place of Python: progress, an earlier answer, the answers themselves.

const EXPORT = "my-workbook-answers.jsonl";

class PanelModel extends Model {
  constructor(course, spec) {
    super(course, spec);
    course.listeners.push(() => this.refresh());
  }

  async refresh() { if (this.ears.size) this.tell({ did: "state", ...(await this.state()) }); }
  async on_open(message) { this.say(message, "state", await this.state()); }
}

class ProgressModel extends PanelModel {
  async state() { return { modules: await progressIn(this.course) }; }
}

class RecallModel extends PanelModel {
  constructor(course, spec, { ahead, kind }) {
    super(course, spec);
    Object.assign(this, { bring: ahead, kind });
  }

  async latest(exercise) { return (await this.course.store.history(exercise)).at(-1); }

  async state() {
    const entry = await this.latest(this.spec.id);
    this.ahead ??= await this.bring?.();
    const lines = entry && this.ahead ? await this.lines(entry) : [];
    return { lines, time: lines.length ? entry.time : null };
  }

  // Beside answers to the same lines, where the exercise names them and there are two or more.
  async lines(entry) {
    const names = Object.keys(this.ahead.data.compared ?? {});
    const found = (await Promise.all(names.map(async (name) => [name, await this.latest(name)]))).filter(([, one]) => one);
    if (found.length < 2) return wordsOf(this.ahead, entry.response);
    return lights[this.kind].compared(this.ahead, Object.fromEntries(found.map(([name, { response }]) => [name, response])));
  }
}

// A copy out and a copy in; both the header and the panel of answers have them.
class AnswersFileModel extends PanelModel {
  async safety() {
    const lines = inOrder(await this.course.store.all());
    return { where: WORDS.lies, warnings: [WORDS.warns], path: HERE, unsafe: true, entries: lines.length,
      newest: lines.at(-1)?.id ?? "", erasures: this.course.erasures, copies: [] };
  }

  async on_export(message) {
    this.say(message, "exported", { name: EXPORT, text: (await this.course.store.all()).map(lineOf).join("") });
  }

  async on_import(message) {
    const { entries, faults } = readCopy(message.text);
    const added = await this.course.store.bring(entries);
    await this.course.brought();
    this.say(message, "imported", { added });
    if (faults) this.say(message, "brought", { said: `${fill(WORDS.imported, { added })} ${fill(WORDS.left_out, { n: faults })}` });
  }

  async on_remembered(message) {
    const there = (await this.course.store.all()).some(({ id }) => id === message.newest);
    this.say(message, "remembered", { there });
  }
}

class StartModel extends AnswersFileModel {
  async state() {
    return { modules: await progressIn(this.course), next: null, reminders: [], path: HERE, trouble: "", stale: null, safety: await this.safety() };
  }
}

class AnswersModel extends AnswersFileModel {
  async state() {
    await this.course.about().catch(() => {}); // without it, answers are named by their ids
    const lines = await this.course.store.all();
    const titles = this.course.titles;
    const exercises = [...new Set(lines.map(({ exercise }) => exercise))].sort().map((id) => ({ id, title: titles[id] ?? id }));
    return { path: HERE, entries: lines.length, exercises, sure_all: fill(WORDS.sure_all_here, { n: lines.length }), safety: await this.safety() };
  }

  async on_erase(message) { await this.erase(message.exercise); }
  async on_erase_all() { await this.erase(null); }

  async erase(exercise) {
    const journal = journalName();
    await this.course.store.erase(exercise);
    this.course.erasures += 1;
    await this.course.erased(exercise);
    this.tell({ did: "erased", exercise, journal });
  }
}

const PANELS = { start: StartModel, progress: ProgressModel, recall: RecallModel, answers: AnswersModel };
