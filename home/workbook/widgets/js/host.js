// Where a view lies on the page: in its own output, or where the course has drawn it before Python was there.
// The extension of the course puts a `.sswp-host` into a cell; a view that finds one goes there and never moves again.

const hostOf = (el) => el.closest(".jp-Cell")?.querySelector(":scope > .sswp-here .sswp-host");

// The output of a cell is not on the page yet when its view is made.
function whenShown(el, work, left = 600) {
  let timer;
  const look = () => {
    if (el.isConnected || !left) return work();
    left -= 1;
    timer = setTimeout(look, 16);
  };
  look();
  return () => clearTimeout(timer);
}

// Calls `draw(place)` with the place of a view; gives what is to be called when the view goes.
function settle(model, el, draw) {
  if (model.early || !document.querySelector(".sswp-host")) return draw(el);
  let leave = null;
  const stop = whenShown(el, () => {
    const host = hostOf(el);
    if (host) el.dataset.inHost = "";
    leave = draw(host ?? el);
  });
  return () => { stop(); leave?.(); };
}
