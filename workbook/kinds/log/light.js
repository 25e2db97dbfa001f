// What a log shows on a page without Python: its lines. Names are not looked for here, so each line with
// words is given back once to be read again; what the weeks show together is in the full edition.

const LATEST = 5;

const standingLines = (history) => {
  const lines = new Map();
  for (const { response } of history) {
    if (!response.line) continue;
    lines.delete(response.line);
    lines.set(response.line, response);
  }
  return [...lines.values()];
};
const inWeeks = (ahead, history) => standingLines(history).filter((line) => holds(ahead.whole, line))
  .map((line, n) => [line, n]).sort(([one, a], [other, b]) => (one.week < other.week ? -1 : one.week > other.week ? 1 : a - b)).map(([line]) => line);
const shownLine = (ahead) => (line) => ({ week: line.week, response: line, words: wordsOf(ahead, line).slice(1) });
const lastBegan = (history) => history.map(({ response }) => response).filter(({ began }) => began).at(-1);

lights.log = {
  outdates: (response, earlier) => response.erased === true && earlier.line === response.line,
  found: (ahead, history, { full }) => {
    const lines = inWeeks(ahead, history);
    const start = lastBegan(history);
    return { log: {
      count: lines.length, lines: lines.slice(-LATEST).reverse().map(shownLine(ahead)),
      began: start && start.began !== "none" ? start : {}, over: { words: lines.length ? [full] : [] }, ask: {},
    } };
  },
  asked: (ahead, message, history, { look }) => (message.all === true
    ? { lines: inWeeks(ahead, history).reverse().map(shownLine(ahead)) }
    : { asked: message.asked, points: [look] }),
};
