// The journal in this browser: the same lines as in the file of the other editions, in one database
// that belongs to the address of this site.

const VERSION = 1;
const LEARNER = "_learner";
const HERE = new URL("./", document.baseURI).pathname;
const asked = (request) => new Promise((done, stop) => { request.onsuccess = () => done(request.result); request.onerror = () => stop(request.error); });

// The name under which drafts lie in this browser; another one begins when everything is erased.
const NAMED = `sswp-light-journal:${HERE}`;
const beginAnew = () => { try { localStorage.setItem(NAMED, newId()); } catch { /* no drafts here */ } };
function journalName() {
  try {
    if (!localStorage.getItem(NAMED)) beginAnew();
    return localStorage.getItem(NAMED);
  } catch { return "light"; }
}

class Store {
  constructor() {
    this.opened = null;
    this.others = "BroadcastChannel" in window ? new BroadcastChannel(`sswp-light:${HERE}`) : { postMessage() {} };
  }

  open() {
    this.opened ??= new Promise((done, stop) => {
      const request = indexedDB.open(`sswp-light:${HERE}`, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("lines", { autoIncrement: true }).createIndex("exercise", "exercise");
      };
      request.onsuccess = () => { request.result.onversionchange = () => request.result.close(); done(request.result); };
      request.onerror = request.onblocked = () => stop(request.error);
    });
    return this.opened;
  }

  // Does some work in one transaction and waits until it is on the disk.
  async within(mode, work) {
    const database = await this.open();
    const transaction = database.transaction("lines", mode, { durability: "strict" });
    const whole = new Promise((done, stop) => {
      transaction.oncomplete = done;
      transaction.onabort = transaction.onerror = () => stop(transaction.error);
    });
    whole.catch(() => {});
    const found = await work(transaction.objectStore("lines"));
    await whole;
    return found;
  }

  all() { return this.within("readonly", (lines) => asked(lines.getAll())); }

  // The answers to one exercise, in the order of time; of equal times the later line counts.
  async history(exercise) {
    return inOrder(await this.within("readonly", (lines) => asked(lines.index("exercise").getAll(exercise))));
  }

  async save({ exercise, edition, response, id, typed }) {
    return this.within("readwrite", async (lines) => {
      const before = inOrder(await asked(lines.index("exercise").getAll(exercise)));
      const known = before.find((entry) => entry.id === id);
      if (known) return known;
      const latest = before.at(-1)?.time ?? "";
      const when = typed ? { time: justBefore(momentOf(typed), latest) } : later(momentOf(Date.now()), latest);
      const entry = { version: VERSION, id: id || newId(), time: when.time, exercise, edition, response, ...(when.clock ? { clock: when.clock } : {}) };
      await asked(lines.add(entry));
      return entry;
    });
  }

  // Adds what is not there yet; gives how many lines were added.
  async bring(entries) {
    return this.within("readwrite", async (lines) => {
      const ids = new Set((await asked(lines.getAll())).map(({ id }) => id));
      const fresh = entries.filter(({ id }) => !ids.has(id) && ids.add(id));
      for (const entry of fresh) lines.add(entry);
      return fresh.length;
    });
  }

  // Takes out the answers to one exercise, those that a test names, or all.
  async erase(exercise, which = () => true) {
    return this.within("readwrite", async (lines) => {
      if (!exercise) { lines.clear(); beginAnew(); return; }
      const index = lines.index("exercise");
      const [keys, entries] = [await asked(index.getAllKeys(exercise)), await asked(index.getAll(exercise))];
      entries.forEach((entry, n) => which(entry) && lines.delete(keys[n]));
    });
  }
}

const inOrder = (entries) => entries.map((entry, n) => [entry, n])
  .sort(([one, a], [other, b]) => (one.time < other.time ? -1 : one.time > other.time ? 1 : a - b)).map(([entry]) => entry);
