// The header of a module: what it is for, how far you are, where your answers are.

function drawStart(root, spec, send) {
  const told = h("p", { class: "sswp-progress-line" });
  let first = "";
  const who = button(WORDS.who_may_read, () => openPlace(`modules/${first}`, "who-may-read"), { "data-act": "who", hidden: true });
  const safe = safety(send, [h("p", {}, who)]);
  const notice = h("div");
  const reminded = h("div");
  const hear = ({ detail }) => detail.id.startsWith(`${spec.module}/`) && send({ do: "note", ...detail });
  document.addEventListener("sswp-note", hear);
  const onward = h("div", { class: "sswp-onward" });
  root.append(h("p", { class: "sswp-quiet", text: spec.minutes }), ...(spec.ways ? [h("p", { class: "sswp-quiet", text: spec.ways })] : []), h("div", { html: spec.about }),
    h("p", { class: "sswp-ask", text: WORDS.you_will }), h("ul", {}, ...spec.objectives.map((html) => h("li", { html }))));
  if (spec.note) root.append(h("div", { class: "sswp-before" }, h("strong", { text: WORDS.content_note }), h("div", { html: spec.note })));
  root.append(told, onward, reminded, safe.where, ...safe.boxes, notice);
  return {
    state(message) {
      first = message.modules[0].file;
      who.hidden = false;
      const here = message.modules.find((module) => module.id === spec.module);
      const { way, done, total, minutes_left: minutes } = here.ahead;
      const left = fill(WORDS[way ? `left_${way}` : "left"], { done, total, minutes });
      told.textContent = done === total ? fill(WORDS.all_done, { total }) : left;
      safe.state(message.safety);
      renew(onward, (message.modules[0].id === spec.module && message.next) || null, goOn);
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

// Where the learner stopped, one click away.
function goOn(next) {
  if (!next) return [];
  const cell = next.id.split("/").at(-1).replaceAll("_", "-");
  return [button(fill(WORDS.go_on, next), () => openPlace(`modules/${next.file}`, cell), { class: "sswp-button sswp-main", "data-act": "go-on" })];
}

function warnings({ trouble, stale }, send) {
  const found = [];
  if (trouble) found.push(h("p", { class: "sswp-notice", text: fill(WORDS.trouble, { problems: trouble }) }));
  if (stale) found.push(h("div", { class: "sswp-notice", "data-stale": "" }, h("p", { text: fill(WORDS.stale, stale) }),
    button(WORDS.open_new, () => send({ do: "open_new" }), { "data-act": "open-new" })));
  return found;
}

const render = ({ model, el }) => panel(model, el, { name: "start", title: model.get("spec").title, draw: drawStart, unanswered: WORDS.unanswered });
