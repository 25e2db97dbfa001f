// cmi5: the three statements that it asks for, each with a duration of zero, which says nothing.
const asked = new URLSearchParams(location.search);
const VERBS = "http://adlnet.gov/expapi/verbs/";
const CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/";
let session = null;

async function open() {
  const endpoint = asked.get("endpoint").replace(/\/?$/, "/");
  const actor = JSON.parse(asked.get("actor"));
  const answer = await fetch(asked.get("fetch"), { method: "POST" });
  const { "auth-token": token } = await answer.json();
  const headers = { Authorization: `Basic ${token}`, "X-Experience-API-Version": "1.0.3" };
  const about = { activityId: asked.get("activityId"), agent: asked.get("actor"), registration: asked.get("registration"), stateId: "LMS.LaunchData" };
  const data = await (await fetch(`${endpoint}activities/state?${new URLSearchParams(about)}`, { headers })).json();
  await fetch(`${endpoint}agents/profile?${new URLSearchParams({ agent: about.agent, profileId: "cmi5LearnerPreferences" })}`, { headers });
  session = { endpoint, actor, headers, data, activity: about.activityId, registration: about.registration };
}

// A random UUID, also where the page has no secure address.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function statement(verb, result, ...categories) {
  const { actor, activity, registration, data } = session;
  const context = structuredClone(data.contextTemplate ?? {});
  context.registration = registration;
  context.contextActivities ??= {};
  const known = context.contextActivities.category ?? [];
  const more = ["cmi5", ...categories].map((name) => ({ id: CATEGORIES + name })).filter(({ id }) => !known.some((one) => one.id === id));
  context.contextActivities.category = [...known, ...more];
  return { id: uuid(), actor, verb: { id: VERBS + verb, display: { en: verb } }, object: { objectType: "Activity", id: activity }, ...(result && { result }), context, timestamp: new Date().toISOString() };
}

async function send(made, keepalive = false) {
  const { endpoint, headers } = session;
  const address = `${endpoint}statements?${new URLSearchParams({ statementId: made.id })}`;
  const answer = await fetch(address, { method: "PUT", keepalive, headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(made) });
  return answer.ok;
}

open().then(() => send(statement("initialized"))).then((sent) => {
  if (!sent) ready("no_system");
  else ready((session.data.launchMode ?? "Normal") === "Normal" ? "ready" : "review");
}).catch(() => { session = null; ready("no_system"); });
finish(() => send(statement("completed", { completion: true, duration: "PT0S" }, "moveon")));
addEventListener("pagehide", () => { if (session) { send(statement("terminated", { duration: "PT0S" }), true); session = null; } });
