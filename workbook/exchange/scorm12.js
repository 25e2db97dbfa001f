// SCORM 1.2 run-time: opened, completed when the learner says so, closed. No score, no time, no answer.
const find = (place) => {
  for (let n = 0; place && n < 10; n += 1) {
    try { if (place.API) return place.API; } catch { return null; } // a page of another address
    if (place.parent === place) return null;
    place = place.parent;
  }
  return null;
};
const api = find(window) ?? (window.opener ? find(window.opener) : null);
const opened = api && String(api.LMSInitialize("")) === "true";
const STATUS = "cmi.core.lesson_status";
if (!opened) ready("no_system");
else if (["completed", "passed"].includes(api.LMSGetValue(STATUS))) ready("already");
else {
  // A system may take silence for completion, so the page says that it is not.
  api.LMSSetValue(STATUS, "incomplete");
  api.LMSCommit("");
  ready();
}
finish(() => String(api.LMSSetValue(STATUS, "completed")) === "true" && String(api.LMSCommit("")) === "true");
let closed = !opened;
addEventListener("pagehide", () => { if (!closed) { closed = true; api.LMSFinish(""); } });
