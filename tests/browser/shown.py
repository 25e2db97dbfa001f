"""What a page shows as chosen, written or set, in the form in which the journal keeps it."""

__all__ = ["FIELDS", "SHOWN"]

FIELDS = {
    "choice": "chosen",
    "sort": "placed",
    "match": "placed",
    "power_map": "placed",
    "rank": "order",
    "annotate": "marks",
    "rating": "ratings",
    "reflection": "texts",
    "what_if": "inputs",
    "encounter": "path",
    "instrument": "cards",
    "practice": "done",
    "lots": "inputs",
}
SHOWN = """(root) => {
  const checked = (node) => [...node.querySelectorAll(':checked')].map((i) => i.value);
  const items = [...root.querySelectorAll('[data-item]')];
  const pairs = (value) => Object.fromEntries(items.map((i) => [i.dataset.item, value(i)])
    .filter(([, v]) => v !== undefined && v !== '' && v.length !== 0));
  const kind = root.dataset.kind;
  if (kind === 'choice' || kind === 'practice') return checked(root);
  if (kind === 'instrument') {
    const card = { about: root.querySelector('[data-field=about]').value, open: {},
      status: root.querySelector('.sswp-validity').textContent };
    for (const side of root.querySelectorAll('[data-side]')) {
      const name = side.dataset.side, text = side.querySelector('textarea').value;
      card[name] = Object.fromEntries([...side.querySelectorAll('[data-item]')]
        .map((i) => [i.dataset.item.slice(name.length + 1), checked(i)[0]]).filter(([, v]) => v));
      if (text) card.open[name] = text;
    }
    return [card];
  }
  if (kind === 'encounter')
    return root.querySelector('.sswp-play').dataset.path.split(' ').filter(Boolean);
  if (kind === 'rank') return items.map((i) => i.dataset.item);
  if (kind === 'reflection') return Object.fromEntries([...root.querySelectorAll('textarea')]
    .filter((t) => t.value).map((t) => [t.dataset.field, t.value]));
  if (kind === 'what_if') return pairs((i) => i.querySelector('[type=number]').valueAsNumber);
  if (kind === 'lots') return { scheme: checked(root)[0],
    ...pairs((i) => i.querySelector('[type=number]').valueAsNumber) };
  return pairs(kind === 'annotate' ? checked : (i) => checked(i)[0]);
}"""
