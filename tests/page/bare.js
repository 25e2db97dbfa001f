// A page without JupyterLab: models whose messages go to Python, which may be slow, deaf or away.
// Its clock stands still; only `pass` moves it.

window.bare = (() => {
  const clock = standing();
  const models = new Map();
  const programs = new Map();
  const flying = new Set();
  const held = [];
  let modes = {};

  function model(name, spec) {
    const ears = new Set();
    const made = {
      sent: [],
      get: (key) => (key === "spec" ? spec : undefined),
      on: (type, ear) => type === "msg:custom" && ears.add(ear),
      off: (type, ear) => type === "msg:custom" && ears.delete(ear),
      hear: (message) => { for (const ear of [...ears]) ear(structuredClone(message), []); },
      ears: () => ears.size,
      send: (message, _callbacks, buffers) => post(name, structuredClone(message), buffers),
    };
    models.set(name, made);
    return made;
  }

  function post(name, message, buffers = []) {
    const mode = modes[message.do] ?? modes.all;
    if (mode === "throws") throw new Error("The kernel is away.");
    models.get(name).sent.push(message);
    if (mode === "deaf") return;
    const bytes = buffers.map((buffer) => Array.from(new Uint8Array(buffer)));
    const answered = window.askPython(name, message, bytes).then((found) => {
      flying.delete(answered);
      if ((modes[message.do] ?? modes.all) === "hold") held.push(...found);
      else deliver(found);
    });
    flying.add(answered);
  }

  // A file is read in its own time, whatever the clock of the page says: it is waited for, too.
  for (const name of ["text", "arrayBuffer"]) {
    const read = Blob.prototype[name];
    Blob.prototype[name] = function () {
      const reading = read.call(this);
      flying.add(reading);
      reading.finally(() => flying.delete(reading)).catch(() => {});
      return reading;
    };
  }

  const deliver = (found) => { for (const [name, message] of found) models.get(name)?.hear(message); };
  const release = () => deliver(held.splice(0));
  const quiet = async () => { while (flying.size) await Promise.all(flying); };

  // Let time pass, timers and all; what comes next comes later.
  async function pass(milliseconds) {
    for (const leap of [milliseconds, 1]) {
      await clock.run(leap);
      await quiet();
    }
  }

  function clearViews() {
    for (const el of document.querySelectorAll("main > *")) el.leave?.();
    document.querySelector("main").replaceChildren();
  }

  // Leave every view as JupyterLab would; nothing of one test may be seen by the next.
  function clear(now) {
    clock.set(now);
    modes = { all: "deaf" };
    clearViews();
    for (const frame of document.querySelectorAll("iframe")) frame.remove();
    models.clear();
    held.length = 0;
    modes = {};
    localStorage.clear();
    sessionStorage.clear();
    for (const name of Object.keys(window)) if (name.startsWith("__sswp")) delete window[name];
    document.activeElement?.blur();
    window.scrollTo(0, 0);
  }

  // A program is brought and compiled once; each view runs it anew, with names of its own. As a
  // module it would be compiled for each view, which takes longer than to show it.
  function bring(key, code) {
    const body = code.replace(/^export default (.+);$/m, "return $1;");
    programs.set(key, Function(`"use strict"; ${body}`));
  }

  const run = (key) => programs.get(key)();

  async function show(name, key, spec, node = document.querySelector("main")) {
    const view = run(key);
    const known = models.get(name) ?? model(name, spec);
    const el = document.createElement("div");
    node.append(el);
    el.leave = view.render({ model: known, el });
    return el;
  }

  return { bring, run, models, modes: (next) => { modes = next; }, deliver, release, quiet, show, clear, clearViews, held, pass, clock };

  function standing() {
    const { Date: RealDate } = window;
    const waiting = new Map();
    let now = RealDate.now();
    let last = 0;
    window.setTimeout = (act, wait = 0, ...values) => {
      waiting.set(++last, { at: now + Math.max(1, Number(wait) || 0), act: () => act(...values) });
      return last;
    };
    window.clearTimeout = (id) => { waiting.delete(id); };
    window.requestAnimationFrame = (act) => window.setTimeout(() => act(now), 16);
    window.cancelAnimationFrame = window.clearTimeout;
    window.Date = class extends RealDate {
      constructor(...parts) { super(...(parts.length ? parts : [now])); }
      static now() { return now; }
    };

    // A turn of the real page: a message to itself, since it makes real timers wait.
    const turn = () => new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { port1.close(); done(); };
      port2.postMessage(null);
    });

    async function run(milliseconds) {
      const end = now + milliseconds;
      for (let id = due(end); id; id = due(end)) {
        const { at, act } = waiting.get(id);
        waiting.delete(id);
        now = Math.max(now, at);
        act();
        await turn(); // what it promised comes before the next
        await quiet(); // and so does what Python answers
      }
      now = end;
    }

    const due = (end) => [...waiting].filter(([, timer]) => timer.at <= end)
      .sort(([a, one], [b, other]) => one.at - other.at || a - b)[0]?.[0];
    const set = (time) => { now = time; waiting.clear(); };
    return { run, set };
  }
})();
