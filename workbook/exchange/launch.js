// What the page does whatever the system is: one button, one sentence.
const done = document.getElementById("done");
const said = document.getElementById("status");
const say = (name) => { said.textContent = WORDS[name]; };
const ready = (name = "ready") => { done.disabled = name !== "ready"; say(name); };
const finish = (tell) => done.addEventListener("click", async () => {
  done.disabled = true;
  const told = await Promise.resolve().then(tell).catch(() => false);
  say(told ? "told" : "not_told");
  done.disabled = Boolean(told);
});
