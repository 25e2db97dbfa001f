// What a page holds: its sections, and the exercises in each, by the names of their cells.

import { sourcesOf } from './contract.js';

const HEADING = /^##? +(.+)$/m;
const HEADINGS = /^#{1,6} +(.+)$/gm;
const EXERCISE = /^wb\.exercise\(["']([^"']+)["']\)$/m;

const plain = (text) => text.replace(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, '$1').trim();

export const anchor = (text) => text.trim().replace(/\s+/g, '-').toLowerCase();

const first = (pattern, source) => pattern.exec(source)?.[1] ?? '';

// A line of headings, each with the exercises up to the next.
export function sectionsOf(model) {
  const sections = [];
  sourcesOf(model).forEach(([type, source], at) => {
    const title = type === 'markdown' ? plain(first(HEADING, source)) : '';
    if (title) sections.push({ cell: model.cells.get(at).id, title, exercises: [] });
    const exercise = type === 'code' ? first(EXERCISE, source) : '';
    if (exercise) sections.at(-1)?.exercises.push(exercise);
  });
  return sections;
}

// The section in which a cell stands: the last that begins at it or before.
export function sectionOf(model, cell) {
  const names = sourcesOf(model).map((_, at) => model.cells.get(at).id);
  const at = names.indexOf(cell);
  return sectionsOf(model).filter((section) => names.indexOf(section.cell) <= at).at(-1)?.cell;
}

// A title without the words that mark what belongs to the full way alone, and whether it had them.
export function wayOf(title, marks) {
  const mark = marks.find((one) => one && title.endsWith(` ${one}`));
  return { full: Boolean(mark), name: mark ? title.slice(0, -mark.length).trim() : title };
}

// The calls of which the page is drawn before Python is there.
const CALL = /^wb\.(start|exercise|recall|progress)\((?:["']([^"']+)["'])?\)$/m;

export function drawnBy(source) {
  const [, call, name = ''] = CALL.exec(source) ?? [];
  return { call, name };
}

// An exercise's place in its page is the name of its cell.
export const cellOf = (exercise) => exercise.split('/').at(-1).replaceAll('_', '-');

// The cell that a link means: by its own name, that of its exercise ("02/power_map"), or its heading as
// JupyterLab links to it ("Read-the-claim").
export function cellNamed(model, name) {
  if (!name) return name;
  const cells = sourcesOf(model).map(([type, source], at) => ({ id: model.cells.get(at).id, type, source }));
  const asked = anchor(name);
  const heads = ({ type, source }) => type === 'markdown' && [...source.matchAll(HEADINGS)].some(([, text]) => anchor(plain(text)) === asked);
  const found = cells.find(({ id }) => id === name) ?? cells.find(({ source }) => first(EXERCISE, source) === name)
    ?? cells.find(({ id }) => id === cellOf(name)) ?? cells.find(heads);
  return found?.id ?? name;
}
