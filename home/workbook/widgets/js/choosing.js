// Groups of radio buttons and check boxes, for every kind in which something is chosen.

// Radios whose arrow keys only look; Space, Enter, a click, leaving the group or the page answers.
function radios(view, { name, label, describe, values, pick, look = true }) {
  const group = h("fieldset", { class: "sswp-group", "aria-describedby": describe }, label);
  let open = null;
  let looking = false;
  const commit = () => { if (open) { const key = open; open = null; pick(key); } };
  const answer = (key) => {
    open = key;
    if (!looking) commit();
    looking = false;
  };
  const inputs = values.map(([key]) => h("input", {
    type: "radio", name: `${view.id}-${name}`, value: key, "data-choice": key, "data-field": `${name}:${key}`,
    on: {
      click: () => answer(key), // arrow keys and assistive technology click too
      pointerdown: () => { looking = false; },
      keyup: () => { looking = false; },
      keydown: (event) => {
        looking = look && event.key.startsWith("Arrow");
        if (event.key === "Enter") event.target.click();
        if (event.key === " ") commit(); // no click follows when an arrow key has checked it
      },
    },
  }));
  group.addEventListener("focusout", (event) => { if (!group.contains(event.relatedTarget)) commit(); });
  view.leavers.push(commit);
  const options = h("div", { class: "sswp-options" }, ...values.map(([key, html, extra], n) =>
    h("div", { class: "sswp-option" }, h("label", {}, inputs[n], h("span", { html })), extra)));
  group.append(options);
  return { node: group, set: (key) => { open = null; for (const input of inputs) input.checked = input.value === key; } };
}

function checks(view, { name, label, describe, values, pick }) {
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  const inputs = values.map(([key]) => h("input", {
    type: "checkbox", value: key, "data-choice": key, "data-field": `${name}:${key}`, on: { change: () => pick(chosen()) },
  }));
  const options = h("div", { class: "sswp-options" }, ...values.map(([key, html, extra], n) =>
    h("div", { class: "sswp-option" }, h("label", {}, inputs[n], h("span", { html })), extra)));
  const node = h("fieldset", { class: "sswp-group", "aria-describedby": describe }, label, options);
  return { node, set: (keys = []) => { for (const input of inputs) input.checked = keys.includes(input.value); } };
}

// The parts of an item's heading: its words, and where a record comes from.
const itemLabel = (item) => h("legend", {}, h("span", { html: item.html }),
  item.source ? h("small", { class: "sswp-source", html: `${WORDS.source}: ${item.source}` }) : null);

// What a line may be rated as: the words of the scale, and "cannot tell" or "does not apply".
const anchors = (spec) => [...spec.scale.map((text, n) => [String(n + 1), text]), ...spec.beside.map((key) => [key, WORDS[key]])];
