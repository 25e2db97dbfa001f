// The course without a network: every file of this site is kept in the browser, by what is in it. FILES names
// them with their checksums; what is not among them, the drive above all, is JupyterLite's own worker's.
// A new edition brings another list: what has not changed is not fetched again. It waits, whole, until a page
// asks for it or no window has the old one: the files of two editions never meet on one page.

const STORE = 'sswp-site';
const SCOPE = new URL('./', self.location.href);
const WHOLE = new URL('sswp-whole', SCOPE).href;
const AT_ONCE = 6;

function nameOf(url) {
  if (url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return '';
  const path = decodeURIComponent(url.pathname.slice(SCOPE.pathname.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

const keyOf = (name) => new URL(`${encodeURI(name)}?sswp=${FILES[name]}`, SCOPE).href;

async function checksum(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// Keeps a file if it is the one that the list names.
async function keep(name, response) {
  if (!response.ok || response.redirected) return false;
  const bytes = await response.clone().arrayBuffer();
  if (await checksum(bytes) !== FILES[name]) return false;
  const { status, headers } = response;
  await (await caches.open(STORE)).put(keyOf(name), new Response(bytes, { status, headers }));
  return true;
}

// A file as it was kept; nothing when it is not there, or a crash has left half of it.
async function known(name) {
  try {
    const found = await (await caches.open(STORE)).match(keyOf(name));
    if (!found) return undefined;
    const bytes = await found.arrayBuffer();
    return await checksum(bytes) === FILES[name] ? new Response(bytes, { headers: found.headers }) : undefined;
  } catch {
    return undefined;
  }
}

async function answer(event, name) {
  const kept = await known(name);
  if (kept) return kept;
  const found = await fetch(event.request);
  const copy = found.clone();
  event.waitUntil(keep(name, copy).catch(() => false));
  return found;
}

async function fetchOne(name) {
  if (await known(name)) return;
  for (const cache of ['default', 'reload']) {
    if (await keep(name, await fetch(new URL(encodeURI(name), SCOPE), { cache }))) return;
  }
}

// Files of an earlier edition go once all of this one are there; a mark says that they are. While a later
// edition comes in, or waits, its files stay.
async function tidy() {
  if (self.registration.installing || self.registration.waiting) return;
  const store = await caches.open(STORE);
  const names = new Set(Object.keys(FILES).map(keyOf));
  const kept = await store.keys();
  const old = kept.filter(({ url }) => !names.has(url));
  if (kept.length - old.length < names.size) return;
  await Promise.all(old.map((one) => store.delete(one)));
  await store.put(WHOLE, new Response());
}

// Fetches what is not there yet; without a network it ends with that fault, after all the rest was tried.
async function fetchAll() {
  const left = Object.keys(FILES);
  const faults = [];
  const work = async () => { while (left.length) await fetchOne(left.pop()).catch((fault) => faults.push(fault)); };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (faults.length) throw faults[0];
}

let filling;

function fill() {
  filling ??= fetchAll().catch(() => {}).then(tidy).finally(() => { filling = undefined; });
  return filling;
}

// JupyterLite's worker waits for the heads of these events too; for files of the site it hears nothing.
self.addEventListener('fetch', (event) => {
  const name = event.request.method === 'GET' ? nameOf(new URL(event.request.url)) : '';
  if (!Object.hasOwn(FILES, name)) return;
  event.stopImmediatePropagation();
  event.respondWith(answer(event, name));
});

self.addEventListener('message', (event) => {
  if (event.data?.sswp === 'keep') event.waitUntil(fill());
  if (event.data?.sswp === 'take') takeOver();
});

// Whoever has the course already gets the new edition whole before it is used; where the network ends in
// the middle, the one that is there stays, and the next visit tries again.
self.addEventListener('install', (event) => {
  event.waitUntil(caches.has(STORE).then((known) => (known ? fetchAll() : undefined)));
});

self.addEventListener('activate', (event) => event.waitUntil(tidy().catch(() => {})));

// JupyterLite's worker takes over as soon as it can. Only the first one may: an old page would ask a new
// edition for files that this does not have.
const takeOver = self.skipWaiting.bind(self);
self.skipWaiting = async () => { if (!self.registration.active) await takeOver(); };
