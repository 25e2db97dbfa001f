// Kinds where something is chosen: choice, sort, match, annotate, rating.

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

kinds.choice = (view) => {
  const { spec } = view;
  const item = spec.items[0];
  const label = h("legend", { class: "sswp-quiet", text: spec.many ? WORDS.choose_many : WORDS.choose_one });
  const values = item.options.map((option) => [option.key, option.html, view.slot("", option.key)]);
  const common = { name: "c", label, describe: `${view.id}-prompt`, values };
  const group = spec.many
    ? checks(view, { ...common, pick: (chosen) => view.change({ chosen }) })
    : radios(view, { ...common, pick: (key) => view.change({ chosen: [key] }) });
  group.node.classList.add("sswp-tall");
  return {
    node: group.node,
    set: (response) => group.set(spec.many ? response.chosen ?? [] : response.chosen?.[0]),
    ready: (response) => (response.chosen ?? []).length > 0,
  };
};

// The parts of an item's heading: its words, and where a record comes from.
const itemLabel = (item) => h("legend", {}, h("span", { html: item.html }),
  item.source ? h("small", { class: "sswp-source", html: `${WORDS.source}: ${item.source}` }) : null);

kinds.sort = (view, exclusive = false) => {
  const { spec } = view;
  const buckets = Object.entries(spec.labels);
  const placed = () => ({ ...(view.response.placed ?? {}) });
  const pick = (item, bucket) => {
    const next = placed();
    const other = exclusive && Object.keys(next).find((key) => key !== item && next[key] === bucket);
    if (other) delete next[other];
    next[item] = bucket;
    if (other) { groups[other].set(null); view.announce(fill(WORDS.taken, { bucket: spec.labels[bucket] })); }
    view.change({ placed: next });
  };
  const groups = {};
  for (const item of spec.items) {
    groups[item.key] = radios(view, {
      name: item.key, label: itemLabel(item), values: buckets.map(([key, text]) => [key, text]), pick: (bucket) => pick(item.key, bucket),
    });
    groups[item.key].node.dataset.item = item.key;
    groups[item.key].node.append(...buckets.map(([key]) => view.slot(item.key, key)));
  }
  return {
    node: h("div", {}, ...spec.items.map((item) => groups[item.key].node)),
    set: (response) => { for (const item of spec.items) groups[item.key].set(response.placed?.[item.key]); },
    ready: (response) => Object.keys(response.placed ?? {}).length === spec.items.length,
  };
};

kinds.match = (view) => kinds.sort(view, true);

kinds.annotate = (view) => {
  const { spec } = view;
  const codes = Object.entries(spec.labels);
  const told = h("p", { class: "sswp-told" });
  const groups = {};
  for (const item of spec.items) {
    const pick = (chosen) => {
      const { [item.key]: gone, ...marks } = view.response.marks ?? {};
      view.change({ marks: chosen.length ? { ...marks, [item.key]: chosen } : marks });
    };
    groups[item.key] = checks(view, { name: item.key, label: itemLabel(item), values: codes, pick });
    groups[item.key].node.dataset.item = item.key;
    groups[item.key].node.append(view.slot(item.key));
  }
  return {
    node: h("div", { class: "sswp-lines" }, ...spec.items.map((item) => groups[item.key].node), told),
    set: (response) => { for (const item of spec.items) groups[item.key].set(response.marks?.[item.key]); },
    ready: (response) => Object.keys(response.marks ?? {}).length > 0,
    told: (text, weak) => { told.textContent = text; told.classList.toggle("sswp-quiet", Boolean(weak)); },
  };
};

// What a line may be rated as: the words of the scale, and "cannot tell" or "does not apply".
const anchors = (spec) => [...spec.scale.map((text, n) => [String(n + 1), text]), ...spec.beside.map((key) => [key, WORDS[key]])];

kinds.rating = (view) => {
  const { spec } = view;
  const groups = {};
  for (const item of spec.items) {
    groups[item.key] = radios(view, {
      name: item.key, label: itemLabel(item), values: anchors(spec), look: false,
      pick: (key) => view.change({ ratings: { ...(view.response.ratings ?? {}), [item.key]: key } }),
    });
    groups[item.key].node.dataset.item = item.key;
  }
  return {
    node: h("div", {}, ...spec.items.map((item) => groups[item.key].node)),
    set: (response) => { for (const item of spec.items) groups[item.key].set(response.ratings?.[item.key]); },
  };
};
