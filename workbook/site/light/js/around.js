// Around the views: what they have to say above the page, where they lead, and the size of type.

document.addEventListener("sswp-notice", ({ detail: { id, text, buttons = [] } }) => {
  const bar = document.querySelector("[data-bar]");
  bar.querySelector(`[data-notice="${CSS.escape(id)}"]`)?.remove();
  if (!text) return;
  bar.append(h("div", { class: "notice", "data-notice": id }, h("p", { text }), ...buttons.map(({ text: said, work }) => button(said, work))));
});

const tellEdition = (work) => document.dispatchEvent(new CustomEvent("sswp-notice", { detail: { id: "edition", text: WORDS.new_edition, buttons: [{ text: WORDS.open_edition, work }] } }));

document.addEventListener("sswp-open", ({ detail: { path = "", cell = "" } }) => {
  const page = path.split("/").at(-1).replace(/\.ipynb$/, ".html");
  if (!page) return;
  location.href = `${page}${cell ? `#${cell}` : ""}`;
  if (new URL(page, document.baseURI).pathname === location.pathname) goOnAt(document.getElementById(cell));
});

// On the same page, whoever works by keys is where they wanted to go.
function goOnAt(place) {
  const heading = place?.querySelector("h2, h3, h4");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

function beginAround() {
  const large = document.querySelector("#large");
  try { large.checked = localStorage.getItem("sswp-large") === "1"; } catch { /* until the page closes */ }
  large.addEventListener("change", () => { try { localStorage.setItem("sswp-large", large.checked ? "1" : "0"); } catch { /* until the page closes */ } });
  document.querySelector("[data-print]").addEventListener("click", () => print());
  if ("serviceWorker" in navigator) keepPages();
}

// The pages are kept for use without a network once this one is at rest.
async function keepPages() {
  try {
    await navigator.serviceWorker.register("service-worker.js");
    (await navigator.serviceWorker.ready).active?.postMessage({ sswp: "keep" });
    (await import(new URL("edition.js", document.baseURI).href)).watchEdition(navigator.serviceWorker, tellEdition);
  } catch { /* this browser keeps no pages */ }
}
