// Gives a widget of anywidget the time that a slow computer needs.

// anywidget waits two seconds for a widget's script. One that is later never hears of Python again, not
// even that an answer is saved, and only the console is told. A module of twenty exercises on a slow
// computer takes longer.
const THEIRS = /\/anywidget\//;
export const LONG = 10 * 60 * 1000;

// Whoever else asks for a time gets just that.
export function giveTime(signals = AbortSignal) {
  const { timeout } = signals;
  signals.timeout = (milliseconds) => timeout.call(
    signals,
    THEIRS.test(new Error().stack) ? Math.max(milliseconds, LONG) : milliseconds,
  );
}
