// The header of a module: what it is for, how far you are, where your answers are.

function drawStart(root, spec, send) {
  const told = h("p", { class: "sswp-progress-line", text: spec.minutes });
  let first = "";
  const who = button(WORDS.who_may_read, () => openPlace(`modules/${first}`, "who-may-read"), { "data-act": "who", hidden: true });
  const safe = safety(send, [h("p", {}, who)]);
  const notice = h("div");
  const reminded = h("div");
  const hear = ({ detail }) => detail.id.startsWith(`${spec.module}/`) && send({ do: "note", ...detail });
  document.addEventListener("sswp-note", hear);
  const onward = h("div", { class: "sswp-onward" });
  const about = h("details", { "data-part": "about" }, h("summary", { text: WORDS.you_will }), h("div", { html: spec.about }),
    h("ul", {}, ...spec.objectives.map((html) => h("li", { html }))));
  if (spec.note) root.append(h("div", { class: "sswp-before" }, h("strong", { text: WORDS.content_note }), h("div", { html: spec.note })));
  root.append(told);
  if (spec.ways) told.after(h("p", { class: "sswp-quiet", text: spec.ways }));
  root.append(onward, reminded, about, safe.where, ...safe.boxes, notice);
  renew(onward, ahead(spec), goOn);
  return {
    state(message) {
      first = message.modules[0].file;
      who.hidden = false;
      const here = message.modules.find((module) => module.id === spec.module);
      const { way, done, total, minutes_left: minutes } = here.ahead;
      const left = fill(WORDS[way ? `left_${way}` : "left"], { done, total, minutes });
      if (done) told.textContent = done === total ? fill(WORDS.all_done, { total }) : left;
      else told.textContent = way === "full" ? left : spec.minutes;
      safe.state(message.safety);
      renew(onward, ahead(spec, here, message.modules[0].id === spec.module && message.next), goOn);
      renew(reminded, message.reminders ?? [], (all) => all.map((text) => h("p", { class: "sswp-quiet", "data-reminder": "", text })));
      renew(notice, { trouble: message.trouble, stale: message.stale }, (found) => warnings(found, send));
      const { modules, next, bookmarks, bookmark } = message;
      document.dispatchEvent(new CustomEvent("sswp-progress", { detail: { module: spec.module, modules, next, bookmarks, bookmark } }));
    },
    // A bookmark of a section speaks by way of the header (bookmarks.js of the course's page).
    note({ id, message }) { document.dispatchEvent(new CustomEvent("sswp-note-says", { detail: { id, message } })); },
    leave() { document.removeEventListener("sswp-note", hear); },
    exported: safe.exported,
    remembered: safe.remembered,
    imported({ added }) { safe.say(fill(WORDS.imported, { added })); },
    brought({ said }) { safe.say(said); },
    opened({ path }) { openPlace(path); },
    failed({ message }) { renew(notice, message, (text) => [h("p", { class: "sswp-notice", text })]); },
  };
}

const openPlace = (path, cell) => document.dispatchEvent(new CustomEvent("sswp-open", { detail: cell ? { path, cell } : { path } }));

// What to do now, one click away: on the first page wherever the learner stopped, else what is open on this one.
function ahead({ exercises, begin, file }, here, next) {
  if (next) return { ...next, text: WORDS.go_on };
  const done = new Set((here?.exercises ?? []).filter((one) => one.done).map(({ id }) => id));
  const open = done.size ? exercises.find(({ id }) => !done.has(id)) : begin;
  return open ? { ...open, file, text: done.size ? WORDS.go_on_here : WORDS.begin } : null;
}

function goOn(next) {
  if (!next) return [];
  const cell = next.id.split("/").at(-1).replaceAll("_", "-");
  return [button(fill(next.text, next), () => openPlace(`modules/${next.file}`, cell), { class: "sswp-button sswp-main", "data-act": "go-on" })];
}

function warnings({ trouble, stale }, send) {
  const found = [];
  if (trouble) found.push(h("p", { class: "sswp-notice", text: fill(WORDS.trouble, { problems: trouble }) }));
  if (stale) found.push(h("div", { class: "sswp-notice", "data-stale": "" }, h("p", { text: fill(WORDS.stale, stale) }),
    button(WORDS.open_new, () => send({ do: "open_new" }), { "data-act": "open-new" })));
  return found;
}

const render = ({ model, el }) => panel(model, el, { name: "start", title: model.get("spec").title, draw: drawStart, unanswered: WORDS.unanswered });
