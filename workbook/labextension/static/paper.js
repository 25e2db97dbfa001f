// A module on paper: whole, with one's own answers, or as a hand-out without any.

const HANDOUT = 'sswp-handout';
const BLANK = 'sswp-blank';

// A box of words is as high on paper as its words.
function stretch(root) {
  const areas = [...root.querySelectorAll('textarea')];
  const before = areas.map((area) => area.style.height);
  areas.forEach((area) => { area.style.height = `${area.scrollHeight + 4}px`; });
  return () => areas.forEach((area, n) => { area.style.height = before[n]; });
}

// What is higher than a page is cut between its questions from where it stands; what is lower stays whole.
const LONG = 'sswp-long';
const PAGE_HEIGHT = 1250; // as on a screen, with the buttons that paper leaves out

function cutLong(root) {
  const cells = [...root.querySelectorAll('.jp-Cell')].filter((cell) => cell.scrollHeight > PAGE_HEIGHT);
  cells.forEach((cell) => cell.classList.add(LONG));
  return () => cells.forEach((cell) => cell.classList.remove(LONG));
}

export function watchPaper() {
  let back;
  const ready = () => {
    const backs = [stretch(document), cutLong(document)];
    return () => backs.forEach((each) => each());
  };
  window.addEventListener('beforeprint', () => { back?.(); back = ready(); });
  window.addEventListener('afterprint', () => { back?.(); back = undefined; });
}

// The saved text form of a cell: the exercise in words, never an answer.
function inWords(cell, el) {
  const { outputs } = cell.model;
  const texts = Array.from({ length: outputs.length ?? 0 }, (_, i) => outputs.get(i).data?.['text/plain']);
  const text = document.createElement('p');
  text.className = 'sswp-in-words';
  text.textContent = texts.filter(Boolean).flat().join('');
  el.append(text);
}

async function blankCell(cell, drawings, page) {
  const el = document.createElement('div');
  el.className = BLANK;
  const source = cell.model.sharedModel.getSource();
  if (!/^wb\.(exercise|start)\(/m.test(source)) return () => {};
  const leave = page && (await drawings.blank(source, page, el));
  if (!leave) inWords(cell, el);
  cell.node.append(el);
  return () => { leave?.(); el.remove(); };
}

async function withoutAnswers(panel, drawings, number) {
  const page = await drawings.ofModule(number).catch(() => undefined);
  const cells = panel.content.widgets.filter((cell) => cell.model.type === 'code');
  const blanks = await Promise.all(cells.map((cell) => blankCell(cell, drawings, page)));
  document.documentElement.classList.add(HANDOUT);
  return () => {
    document.documentElement.classList.remove(HANDOUT);
    blanks.forEach((leave) => leave());
  };
}

// Prints the open page; gives back the screen as it was.
export async function printPage(panel, drawings, number, { handout = false } = {}) {
  const back = handout ? await withoutAnswers(panel, drawings, number) : () => {};
  window.addEventListener('afterprint', back, { once: true });
  window.print();
}
