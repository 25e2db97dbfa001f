// A new edition of the site waits, whole, beside the one that is open: nothing of a page changes while
// somebody works. `found` is called with what opens it. Light pages have this file too.

export async function watchEdition(container, found, reload = () => location.reload()) {
  let wanted = false;
  container.addEventListener('controllerchange', () => { if (wanted) reload(); });
  const registration = await container.ready;
  const take = () => {
    if (!registration.waiting) return reload(); // another window was quicker
    wanted = true;
    return registration.waiting.postMessage({ sswp: 'take' });
  };
  const look = () => { if (registration.waiting && registration.active) found(take); };
  const follow = () => registration.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', follow);
  follow();
  look();
}
