// A copy out and a copy in: the lines of the answers file that all editions share.

const LINE_ENDS = { "\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029" };
const lineOf = (entry) => `${JSON.stringify(entry).replace(/[\u0085\u2028\u2029]/g, (sign) => LINE_ENDS[sign])}\n`;

// One line of a file; a reason where it is none of ours.
function readLine(text) {
  let found;
  try { found = JSON.parse(text); } catch { return { fault: "broken" }; }
  if (Number.isInteger(found?.version) && found.version > VERSION) return { fault: "newer" };
  const { version, id, exercise, edition = "", response } = found ?? {};
  const time = typeof found?.time === "string" ? sameMoment(found.time) : "";
  const sound = version === VERSION && time && [id, exercise, edition].every((each) => typeof each === "string") && isMap(response);
  if (!sound) return { fault: "foreign" };
  const clock = typeof found.clock === "string" ? sameMoment(found.clock) : "";
  return { entry: { version, id, time, exercise, edition, response, ...(clock ? { clock } : {}) } };
}

// All answers of a file; lines that are none are counted, and a file with none at all is refused.
function readCopy(text) {
  const lines = text.replace(/^\ufeff/, "").split("\n").map((line, n) => [line, n + 1]).filter(([line]) => line.trim());
  const found = lines.map(([line, n]) => ({ ...readLine(line), n }));
  const faults = found.filter(({ fault }) => fault);
  const entries = found.flatMap(({ entry }) => (entry ? [entry] : []));
  if (faults.length && !entries.length) {
    const name = faults.some(({ fault }) => fault === "newer") ? "newer_export" : "not_an_export";
    throw new Error(fill(WORDS[name], { name: WORDS.copy_name, line: faults[0].n }));
  }
  return { entries: entries.filter(({ exercise }) => exercise !== LEARNER), faults: faults.length };
}
