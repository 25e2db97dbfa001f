// A part of the page that shows what Python tells it: header, progress, recall, answers.

function panel(model, el, { name, title, draw }) {
  const id = Math.random().toString(36).slice(2);
  const root = h("section", { class: `sswp sswp-${name}`, "aria-label": title, "data-panel": name });
  const send = (message, buffers) => { try { model.send({ ...message, view: id }, undefined, buffers); } catch { /* the kernel is away */ } };
  const answers = draw(root, model.get("spec"), send);
  const hear = (message) => { if (!message.to || message.to === id) answers[message.did]?.(message); };
  guardKeys(root);
  const placed = settle(model, el, (place) => { place.replaceChildren(root); });
  model.on("msg:custom", hear);
  send({ do: "open" });
  const leaving = onLeaving(send);
  return () => { placed?.(); leaving.abort(); model.off("msg:custom", hear); answers.leave?.(); send({ do: "gone" }); };
}

const statusLine = () => h("p", { class: "sswp-status", role: "status" });
