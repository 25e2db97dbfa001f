// What parts of the page have to say in the bar: answers that are not saved, a copy to be made.
// They say it by an event `sswp-notice` with an id, a sentence and buttons; no sentence ends it.

const told = new Map();

document.addEventListener('sswp-notice', ({ detail }) => {
  if (typeof detail?.id !== 'string') return;
  if (detail.text) told.set(detail.id, detail);
  else told.delete(detail.id);
  document.dispatchEvent(new CustomEvent('sswp-notices'));
});

// Every page says the same sentence: who said it last is called.
function button({ text }, id, n) {
  const node = document.createElement('button');
  node.type = 'button';
  node.textContent = text;
  node.addEventListener('click', () => told.get(id).buttons[n].work());
  return node;
}

// A sentence that stays the same keeps its buttons, and with them the focus.
function drawOne(node, { id, text, buttons = [] }) {
  if (node.dataset.text === text) return;
  node.dataset.text = text;
  const said = document.createElement('p');
  said.className = 'sswp-note';
  said.textContent = text;
  node.replaceChildren(said, ...buttons.map((one, n) => button(one, id, n)));
}

function draw(place) {
  const there = new Map([...place.children].map((node) => [node.dataset.notice, node]));
  for (const [id, node] of there) if (!told.has(id)) node.remove();
  for (const [id, detail] of told) {
    const node = there.get(id) ?? place.appendChild(document.createElement('div'));
    node.className = 'sswp-message';
    node.dataset.notice = id;
    drawOne(node, detail);
  }
}

// One place in each bar. The exercise itself says it aloud, so that it is heard once.
export function showNotices(bar, disposed) {
  const place = document.createElement('div');
  place.className = 'sswp-notices';
  bar.append(place);
  const redraw = () => draw(place);
  document.addEventListener('sswp-notices', redraw);
  disposed.connect(() => document.removeEventListener('sswp-notices', redraw));
  redraw();
}
