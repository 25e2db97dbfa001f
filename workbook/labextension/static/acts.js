// What the buttons of the menu do.

import { sourcesOf } from './contract.js';
import { dialog } from './menu.js';
import { printPage } from './paper.js';
import { speak } from './words.js';

// The start page holds the learner's answers file: to download, bring in and erase.
const ANSWERS = 'wb.my_answers()';

function cellWith(model, call) {
  const at = sourcesOf(model).findIndex(([, source]) => source.split('\n').includes(call));
  return at < 0 ? '' : model.cells.get(at).id;
}

function goToAnswers({ outline, tracker, address }) {
  const page = tracker.currentWidget;
  const { path } = page.context;
  const here = cellWith(page.content.model, ANSWERS);
  if (here) return address.go(path, here);
  const first = outline.modules[0];
  return first && address.go(outline.pathOf(path, first.file), 'my-answers');
}

// The one exercise that is a log, from whatever page: where it stands, and a way back by the browser.
function logPlace({ outline }) {
  const isLog = ({ id }) => id.endsWith('/log');
  const module = outline.modules.find(({ exists, exercises }) => exists && exercises?.some(isLog));
  return module?.file;
}

const goToLog = ({ outline, tracker, address }, file) =>
  address.go(outline.pathOf(tracker.currentWidget.context.path, file), 'log');

// The answer may not come: the server that would give it is ending.
async function stop({ request, words }) {
  await request('api/shutdown', { method: 'POST' }).catch(() => {});
  document.body.replaceChildren(Object.assign(document.createElement('p'), {
    className: 'sswp-stopped', textContent: words.say('stopped'), role: 'status',
  }));
}

function about({ words, tracker }) {
  const { version = '' } = tracker.currentWidget?.content.model.getMetadata('sswp') ?? {};
  dialog(words, words.say('about_title'), words.say('about_text', { version }), [[words.say('close')]]);
}

const askToStop = (kit) => {
  const { words } = kit;
  dialog(words, words.say('stop_title'), words.say('stop_text'),
    [[words.say('stop'), () => stop(kit)], [words.say('cancel')]]);
};

export function actsFor(kit, page) {
  const { option, drawings } = kit;
  const hub = option('hubPrefix');
  const local = option('quitButton').toLowerCase() === 'true';
  return {
    print: (handout) => printPage(page.panel, drawings, page.number, { handout }),
    answers: () => goToAnswers(kit),
    log: () => goToLog(kit, logPlace(kit)),
    hasLog: () => Boolean(logPlace(kit)),
    about: () => about(kit),
    home: hub ? () => { location.href = `${option('hubHost')}${hub}home`; } : undefined,
    stop: local ? () => askToStop(kit) : undefined,
    speak: (language) => {
      speak(language);
      location.reload();
    },
  };
}
