// What a screen reader says by itself: of one answer one thing, which names what was answered, says how
// it stands and what came of it. The sentence that is seen (`status`) is never read out; `heard` is.

const TELL_WAIT = 50; // what comes together is said together
const TELL_LATEST = 700; // what an answer brings may wait so long for the workbook
const NAME_LENGTH = 80;

const asSentence = (text) => (/[\p{P}]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);
const shortened = (text) => text.length <= NAME_LENGTH ? text : `${text.slice(0, NAME_LENGTH).replace(/\s+\S*$/u, "")}…`;

// The words of a part of the page; those of its blocks are kept apart, those of its title come first.
const BLOCKS = ["p", "li", "div", "strong:first-child", "h4", "h5", "tr", "td", "th"].join();
function aloud(node) {
  const copy = node.cloneNode(true);
  for (const unseen of copy.querySelectorAll("[aria-hidden=true]")) unseen.remove();
  for (const block of copy.querySelectorAll(BLOCKS)) block.append(block.matches("strong") && !/[\p{P}]$/u.test(block.textContent) ? ": " : " ");
  return copy.textContent.replace(/\s+/gu, " ").trim();
}

// What is asked where the learner answers: a line, a question, the label of a field.
const ASKED = "legend:not(.sswp-quiet, .sswp-unseen), .sswp-ask, .sswp-row > span";
function askedAt(node) {
  const named = node.closest("[data-asked]");
  if (named) return named.dataset.asked;
  const holder = node.closest("[data-item], fieldset, .sswp-part");
  const asked = node.labels?.length && node.matches("textarea") ? node.labels[0] : holder?.querySelector(ASKED);
  return asked ? aloud(asked.matches("legend") ? asked.firstElementChild ?? asked : asked) : "";
}

const tellingPart = {
  // How it stands: seen at once. What is under way is only seen; an outcome is heard as well.
  say(text, quietly = false) {
    if (this.status.textContent !== text) this.status.textContent = text;
    if (text && !quietly) this.tell({ state: text });
  },

  // Read out by screen readers. With `too`, what was to be read out just now stays.
  announce(text, too = false) {
    this.tell({ lines: [...(too ? this.due?.lines ?? [] : []), text] });
  },

  tell(part) {
    this.due = { lines: [], since: Date.now(), ...this.due, ...part };
    this.tellSoon();
  },

  tellSoon() {
    clearTimeout(this.tellTimer);
    this.heard.textContent = "";
    this.tellTimer = setTimeout(() => this.speak(), TELL_WAIT);
  },

  // What a change has brought waits for what becomes of the answer.
  speak() {
    const { state, lines, since } = this.due;
    if (!state && (this.typing || this.pending) && this.at !== "unsaved" && Date.now() - since < TELL_LATEST) return this.tellSoon();
    this.due = null;
    this.heard.textContent = [...(state ? this.namesIt(lines) : []), state, ...lines].filter(Boolean).map(asSentence).join(" ");
  },

  // What was answered, where it is an answer and what is said does not name it anyhow.
  namesIt([first = ""]) {
    const asked = shortened(this.asked || this.spec.title);
    return this.aim === "saved" && this.touched && !first.includes(asked) ? [asked] : [];
  },

  // What was read out, or was to be, of an earlier answer is no longer true.
  hush() {
    clearTimeout(this.tellTimer);
    this.due = null;
    this.heard.textContent = "";
  },
};
