// Which notebooks may run by themselves: plain contract calls only, in a folder without surprises.

// Printable ASCII without quotes and backslashes; nothing that IPython reads as a command.
const TEXT = String.raw`(?:"[ !#-\[\]-~]*"|'[ -&(-\[\]-~]*')`;
const VALUE = String.raw`(?:${TEXT}|-?[0-9]+(?:\.[0-9]+)?|True|False|None)`;
const ARGUMENT = String.raw`(?:[a-z_]+ ?= ?)?${VALUE}`;
const NAMES = 'start|exercise|chart|recall|progress|my_answers|transcript|evaluate|log';
const CALL = new RegExp(String.raw`^wb\.(?:${NAMES})\((?:${ARGUMENT}(?:, ?${ARGUMENT})*)?\)$`);
const IMPORT = 'import workbook as wb';

export const isPlainLine = (line) => line === IMPORT || CALL.test(line) || /^[ \t]*$/.test(line);

export const isPlainCode = (source) => source.split('\n').every(isPlainLine);

// Python would take a file or folder of this kind beside the notebook for a module.
const IMPORTABLE = /\.(py|pyw|pyc|pyo|so|pyd|dll|dylib|zip|pth|egg|whl)$/i;
const FOLDERS = new Set([
  'exercises', 'encounters', 'instruments', 'facilitators', 'learners', 'profiles', 'images',
  'my-work',
]);

export const isPlainEntry = ({ type, name }) =>
  type === 'directory' ? FOLDERS.has(name) : !IMPORTABLE.test(name);

export const sourcesOf = (model) =>
  Array.from({ length: model.cells.length }, (_, i) => model.cells.get(i))
    .map((cell) => [cell.type, cell.sharedModel.getSource()]);

async function isPlainFolder(panel, contents) {
  try {
    const folder = panel.context.path.split('/').slice(0, -1).join('/');
    const { content } = await contents.get(folder, { content: true });
    return content.every(isPlainEntry);
  } catch {
    return false; // a folder that cannot be listed counts as one with surprises
  }
}

const isPlainNotebook = ({ content }) =>
  sourcesOf(content.model).every(([type, source]) => type !== 'code' || isPlainCode(source));

// True for a page that will run by itself, as far as can be said without its kernel.
export const runsByItself = async (panel, contents) =>
  isPlainNotebook(panel) && isPlainFolder(panel, contents);

// Why a page waits for the learner, by the name of the sentence; an empty text: it may run.
export async function reasonToWait(panel, contents) {
  if (!isPlainNotebook(panel)) return 'other_code';
  const kernel = panel.sessionContext.session?.kernel?.name;
  if (kernel !== 'python3') return 'other_program';
  return (await isPlainFolder(panel, contents)) ? '' : 'other_files';
}
