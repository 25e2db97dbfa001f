// A table of sessions: choose a file, see how it was read, correct it, get the report. Nothing is kept.

const MOST = 20_000_000; // bytes that a page sends to its program at once
const TEXTS = ["columns", "wide", "sheet", "before", "after", "leave_out", "missing", "range"];
const CHOICES = { decimal: ["", "point", "comma"], dates: ["", "day-first", "month-first"] };
const SCALES = ["", "count", "rate", "proportion", "percentage"];
const TICKS = ["average", "count_on"];

function drawTable(root, _spec, send) {
  const said = statusLine();
  const parts = { read: h("div"), report: h("div") };
  let bytes = null;
  let name = "";
  let answered = false; // the button that was pressed goes when the answer comes
  const answer = ({ fields: filled, sure }) => {
    for (const [key, value] of Object.entries(filled)) {
      if (fields[key].type === "checkbox") fields[key].checked = value;
      else fields[key].value = value;
    }
    if (sure) { answered = true; ask({ do: "look" }); return; }
    correct.open = true;
    fields[Object.keys(filled)[0]].focus();
  };
  const ask = (message) => bytes && send({ ...message, name, said: values() }, [bytes]);
  const file = h("input", { type: "file", accept: ".csv,.tsv,.txt,.xlsx,.xls,.ods", "data-field": "table-file", on: { change: () => take() } });
  const take = async () => {
    const chosen = file.files[0];
    if (!chosen) return;
    if (chosen.size > MOST) { said.textContent = fill(WORDS.too_large, { most: MOST / 1e6 }); return; }
    bytes = await chosen.arrayBuffer();
    name = chosen.name;
    parts.report.replaceChildren();
    ask({ do: "look" });
  };
  const fields = {};
  const label = (key, field) => { fields[key] = field; return h("label", { class: "sswp-ask" }, `${WORDS[`field_${key}`]} `, field); };
  const line = (key) => label(key, h("input", { type: "text", "data-field": key }));
  const choice = (key, options) => label(key, h("select", { "data-field": key }, ...options.map((value) => h("option", { value, text: WORDS[`choice_${(value || "none").replace("-", "_")}`] }))));
  const tick = (key) => label(key, h("input", { type: "checkbox", "data-field": key }));
  let lots = "";
  const plan = h("input", { type: "file", accept: ".json", "data-field": "plan", on: { change: async () => { lots = plan.files[0] ? await plan.files[0].text() : ""; } } });
  const values = () => ({ ...Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.type === "checkbox" ? field.checked : field.value.trim()])), plan: lots });
  const again = button(WORDS.again, () => ask({ do: "look" }), { "data-act": "again" });
  const correct = h("details", { hidden: true, "data-part": "correct" }, h("summary", { text: WORDS.correct }), h("p", { class: "sswp-quiet", text: WORDS.correct_how }),
    ...TEXTS.map(line), ...Object.entries(CHOICES).map(([key, options]) => choice(key, options)), ...TICKS.map(tick), h("div", { class: "sswp-actions" }, again));
  const make = button(WORDS.make, () => isOff(make) || ask({ do: "make" }), { class: "sswp-button sswp-main", "data-act": "make" });
  const way = choice("improvement", ["", "increase", "decrease"]);
  const question = h("section", { hidden: true, "aria-label": WORDS.question_title, "data-part": "question" }, h("h4", { text: WORDS.question_title }),
    way, line("goal"), choice("scale", SCALES), line("counted_by"), line("title"), h("label", { class: "sswp-ask" }, `${WORDS.field_plan} `, plan), line("drawn_phases"), h("div", { class: "sswp-actions" }, make));
  let clear = false;
  const refresh = () => setOff(make, !clear || !fields.improvement.value);
  fields.improvement.addEventListener("change", refresh);
  refresh();
  root.append(h("h3", { text: WORDS.heading }), h("p", { text: WORDS.how }), h("p", { class: "sswp-quiet", text: WORDS.nothing_leaves }),
    h("label", { class: "sswp-ask" }, `${WORDS.file} `, file), said, parts.read, correct, question, parts.report);
  return {
    ready() {},
    looked(message) {
      clear = !message.question;
      parts.report.replaceChildren();
      parts.read.replaceChildren(...understood(message, answer));
      correct.hidden = question.hidden = false;
      correct.open ||= !clear;
      refresh();
      said.textContent = clear ? message.about : WORDS.asked;
      if (answered) (clear ? way.querySelector("select") : parts.read.querySelector("[data-act=offer]") ?? again).focus();
      answered = false;
    },
    made({ page, numbers }) {
      const stem = name.replace(/\.[^.]*$/, "");
      const save = button(WORDS.save_page, () => download(`${stem}-report.html`, page), { class: "sswp-button sswp-main", "data-act": "save-page" });
      parts.report.replaceChildren(h("h4", { text: WORDS.report_title }),
        h("div", { class: "sswp-actions" }, save, button(WORDS.save_numbers, () => download(`${stem}-numbers.csv`, numbers), { "data-act": "save-numbers" })),
        h("iframe", { title: WORDS.report_title, sandbox: "", srcdoc: page, style: "width: 100%; height: 40rem; border: 1px solid var(--line);" }));
      said.textContent = WORDS.made;
      save.focus();
    },
    failed({ message }) { said.textContent = message; },
  };
}

function understood({ head, rows, notes, question, offers }, take) {
  const caption = question ? WORDS.as_it_is : WORDS.as_understood;
  const shown = rows.length ? [table("sswp-understood", caption, head, ...rows.map(([first, ...cells]) => tableRow(head, {}, first, ...cells.map((text) => [h("span", { text })]))))] : [];
  const told = notes.length ? [h("ul", {}, ...notes.map((text) => h("li", { text })))] : [];
  const asked = question ? [h("p", { "data-part": "asked", style: "white-space: pre-line;" }, h("strong", { text: question }))] : [];
  const answers = offers.map((offer) => button(offer.label, () => take(offer), { "data-act": "offer" }));
  const offered = answers.length ? [h("p", { class: "sswp-quiet", text: WORDS.offers_how }), h("div", { class: "sswp-actions", role: "group", "aria-label": WORDS.offers }, ...answers)] : [];
  return [...asked, ...offered, ...shown, ...told];
}

const render = ({ model, el }) => panel(model, el, { name: "table", title: WORDS.heading, draw: drawTable });
