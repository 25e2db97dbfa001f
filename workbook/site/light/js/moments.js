// Times as the journal writes them: UTC with microseconds, so that the order of texts is the order of times.

const FORM = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,6})\d*)?(Z|[+-]\d\d:?\d\d)?$/;
const micros = (time) => BigInt(Date.parse(`${time.slice(0, 19)}Z`)) * 1000n + BigInt(time.slice(20, 26));
const written = (count) => {
  const whole = new Date(Number(count / 1000n)).toISOString();
  return `${whole.slice(0, 19)}.${String(((count % 1000000n) + 1000000n) % 1000000n).padStart(6, "0")}+00:00`;
};
const momentOf = (milliseconds) => `${new Date(milliseconds).toISOString().slice(0, -1)}000+00:00`;

// The time of a line from elsewhere in our form; nothing where it is no time.
function sameMoment(text) {
  const found = FORM.exec(text);
  if (!found) return "";
  const [, day, clock, part = "", zone = "Z"] = found;
  const whole = Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}${zone === "Z" ? "Z" : zone.replace(/^(...)(\d)/, "$1:$2")}`);
  if (Number.isNaN(whole)) return "";
  return `${new Date(whole).toISOString().slice(0, 19)}.${part.padEnd(6, "0")}+00:00`;
}

// The time of an answer that follows another one, and what the clock said, if that was a second or more before.
function later(now, latest) {
  if (now > latest) return { time: now };
  const before = micros(latest);
  const behind = before - micros(now) >= 1000000n ? { clock: now } : {};
  try { return { time: written(before + 1n), ...behind }; } catch { return { time: latest, ...behind }; }
}

const justBefore = (typed, latest) => (!latest || typed < latest ? typed : written(micros(latest) - 1n));
