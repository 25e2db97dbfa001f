// A part of the page that shows what Python tells it: header, progress, recall, answers.

const PATIENCE = 10000; // milliseconds after which a press that nothing came of is spoken of
const UNASKED = new Set(["open", "gone", "note", "remembered", "hand_in_taken"]);

// Panels whose last press no Python has answered: they say so when they are drawn anew.
const lost = () => (window.sswpUnanswered ??= new Set());

function panel(model, el, { name, title, draw, unanswered = "" }) {
  const id = Math.random().toString(36).slice(2);
  const root = h("section", { class: `sswp sswp-${name}`, "aria-label": title, "data-panel": name });
  let waiting = 0;
  const rest = () => { clearTimeout(waiting); waiting = 0; };
  const tell = () => { rest(); answers.failed({ message: unanswered }); };
  const send = (message, buffers) => {
    if (unanswered && !UNASKED.has(message.do)) { rest(); waiting = setTimeout(tell, PATIENCE); }
    try { model.send({ ...message, view: id }, undefined, buffers); } catch { /* the kernel is away */ }
  };
  const answers = draw(root, model.get("spec"), send);
  const hear = (message) => {
    if (message.to && message.to !== id) return;
    rest();
    answers[message.did]?.(message);
    if (lost().delete(name)) tell();
  };
  guardKeys(root);
  const placed = settle(model, el, (place) => { exchange(place, root); });
  model.on("msg:custom", hear);
  send({ do: "open" });
  const leaving = onLeaving(send);
  return () => {
    if (waiting) lost().add(name);
    rest();
    placed?.();
    leaving.abort();
    model.off("msg:custom", hear);
    answers.leave?.();
    send({ do: "gone" });
  };
}

const statusLine = () => h("p", { class: "sswp-status", role: "status" });
