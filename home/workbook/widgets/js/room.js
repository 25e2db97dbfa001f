// The signs of the six sides and the room, from the same shapes and measures as workbook/design (SIDE_SIGNS, ROOM).

const SIGN_LOOK = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true" focusable="false"';
const sign = (side) => SIDE_SIGNS[side] ? `<svg class="wb-sign" data-sign="${side}" viewBox="0 0 24 24" width="18" height="18" ${SIGN_LOOK}><path d="${SIDE_SIGNS[side]}"/></svg>` : "";
const signed = (side, text) => h("span", { class: "sswp-signed" }, h("span", { html: sign(side) }), text);

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function placeOf(side, place) {
  const n = Object.keys(SIDE_SIGNS).indexOf(side);
  return place === "outside" ? [ROOM.outside.x[n], ROOM.outside.y] : [ROOM.columns[place][Math.floor(n / 3)], ROOM.rows[n % 3]];
}

// things: [side, "left" | "middle" | "right" | "outside"]; names: who sits left and right, and what "outside" is called; none in a small picture.
function room(things, names = []) {
  const known = things.filter(([side, place]) => SIDE_SIGNS[side] && (place === "outside" || ROOM.columns[place]));
  const beyond = known.some(([, place]) => place === "outside");
  const height = beyond ? ROOM.outside.height : names.length ? ROOM.height : ROOM.names - 4;
  const line = ROOM.height - 8;
  const end = ' text-anchor="end"';
  const places = [[4, line, ""], [ROOM.width - 4, line, end], ...(beyond ? [[ROOM.width - 30, ROOM.outside.height - 6, end]] : [])];
  const said = places.slice(0, names.length).map(([x, y, anchor], n) => `<text x="${x}" y="${y}"${anchor}>${escaped(names[n])}</text>`).join("");
  const drawn = known.map(([side, place]) => `<g class="wb-thing" data-thing="${side}" data-place="${place}" transform="translate(${placeOf(side, place).join(" ")})"><circle r="${ROOM.chip}"/><g transform="translate(-9.6 -9.6) scale(0.8)"><path d="${SIDE_SIGNS[side]}"/></g></g>`);
  return `<svg class="wb-room" viewBox="0 0 ${ROOM.width} ${height}" aria-hidden="true" focusable="false">${ROOM.back}${beyond ? ROOM.shelf : ""}${said}${drawn.join("")}</svg>`;
}

// Draw a room again: a thing that has moved goes from where it lay (css/room.css, without motion where none is wanted).
function drawRoom(node, things, names) {
  const before = new Map([...node.querySelectorAll(".wb-thing")].map((thing) => [thing.dataset.thing, thing.dataset.place]));
  node.innerHTML = room(things, names);
  for (const thing of node.querySelectorAll(".wb-thing")) {
    const { thing: side, place } = thing.dataset;
    const was = before.get(side);
    if (!was || was === place || was === "outside" || place === "outside") continue;
    thing.style.setProperty("--from", `${placeOf(side, was)[0] - placeOf(side, place)[0]}px`);
    thing.classList.add("wb-moved");
  }
}
