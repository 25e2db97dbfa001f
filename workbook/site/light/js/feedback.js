// The notes and the words of an answer, chosen from what was laid out when the site was built.

const FLAGS = ["shown", "skipped", "hinted"];

const isDone = (ahead, response) => response.skipped === true || holds(ahead.whole, response);

function feedbackOf(ahead, response) {
  const done = isDone(ahead, response);
  return {
    notes: ahead.notes.filter(([when]) => holds(when, response)).map(([, note]) => note),
    done,
    debrief: done ? ahead.debrief : "",
    hint: response.hinted === true ? ahead.hint : "",
    ...Object.fromEntries(ahead.found.map((each) => [each.name, heard(each, response)])),
  };
}

const heard = ({ when, of, values, otherwise }, response) =>
  (holds(when, response) ? values[of.filter((each) => holds(each, response)).length] : otherwise);

// An answer in words, one line for each part.
function wordsOf(ahead, response) {
  return ahead.said.filter(({ when }) => holds(when, response)).flatMap((line) => {
    const found = line.from.length ? at({ ...response, ...feedbackOf(ahead, response) }, line.from) : "";
    if (line.each) return found.map((value, n) => sayValue(line, value, n + 1));
    return [line.from.length ? sayValue(line, found) : line.text];
  });
}

function sayValue({ text, words }, value, n = "") {
  const one = (each) => (words ? words[String(each)] : typeof each === "number" ? String(Number(each.toPrecision(6))) : String(each));
  const said = Array.isArray(value) ? Object.keys(words ?? {}).filter((key) => value.includes(key)).map(one).join(", ") : one(value);
  return text.replace(/\{(value|n)\}/g, (_, name) => (name === "n" ? n : said));
}

// What stands in an answer that this site has no words for, as a spreadsheet would show it.
const readable = (value) => (isMap(value) ? Object.entries(value).map(([key, inner]) => `${key}: ${readable(inner)}`).join("; ")
  : Array.isArray(value) ? value.map(readable).join(", ") : String(value ?? ""));

const isUsable = (response) => Object.entries(response).some(([key, value]) => !FLAGS.includes(key)
  && (typeof value === "object" && value ? Object.keys(value).length > 0 : Boolean(value)));
