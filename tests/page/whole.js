// What can be read or heard of a page, and what of it is cut off by the window or by a box.

const main = document.querySelector("main");

// A wide table in a box that scrolls, by keyboard too, is whole; so is what only a reader hears.
const APART = "style, script, .sswp-unseen, [tabindex='0']:has(> table)";
const FIELDS = "textarea, input, select, svg, svg *";

function* shown(apart) {
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const up = node.parentElement;
    if (node.data.trim() && up.checkVisibility() && !up.closest(apart)) yield node;
  }
}

const open = () => { for (const node of main.querySelectorAll("details")) node.open = true; };

function read() {
  const found = [...shown("style, script")].map((node) => node.data);
  for (const name of ["aria-label", "placeholder", "title", "data-column"]) {
    for (const node of main.querySelectorAll(`[${name}]`)) found.push(node.getAttribute(name));
  }
  return found;
}

// The box around a node that would cut it off.
function clipper(node) {
  for (let up = node; up && up !== document.body; up = up.parentElement) {
    if (getComputedStyle(up).overflowX !== "visible") return up.getBoundingClientRect();
  }
  return { right: Infinity };
}

const name = (node) => `${node.tagName.toLowerCase()}.${node.className?.baseVal ?? node.className}`;

function cutTexts(wide) {
  const found = [];
  for (const node of shown(APART)) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const hangs = getComputedStyle(node.parentElement).whiteSpace === "pre-wrap" ? 8 : 0; // a space at the end of a line
    const edge = Math.min(wide, clipper(node.parentElement).right) + 1 + hangs;
    const out = [...range.getClientRects()].find((r) => r.width > 1 && (r.right > edge || r.left < -1));
    const text = node.data.trim().slice(0, 60);
    if (out) found.push(`${name(node.parentElement)}: ${text} (to ${Math.round(out.right)})`);
  }
  return found;
}

function cutBoxes() {
  const cuts = (node) => {
    const style = getComputedStyle(node);
    return style.overflowX !== "visible" && style.display !== "inline" && node.checkVisibility();
  };
  const boxes = [...main.querySelectorAll("*")].filter((node) => !node.closest(APART) && !node.matches(FIELDS) && cuts(node));
  return boxes.filter((node) => node.scrollWidth > node.clientWidth + 1)
    .map((node) => `${name(node)} scrolls: ${node.scrollWidth} in ${node.clientWidth}`);
}

function cut() {
  const page = document.documentElement;
  const scrolls = page.scrollWidth > page.clientWidth ? [`the page scrolls: ${page.scrollWidth}`] : [];
  return [...new Set([...cutTexts(page.clientWidth), ...cutBoxes(), ...scrolls])];
}
