// Keeps the style sheet of the exercises when it comes again.

// Each widget brings the style sheet of all, and anywidget writes it over the one that is there: the
// browser then works out the whole page anew, once for each exercise.
const OURS = /^workbook\./;
const text = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent');

function keep(style) {
  Object.defineProperty(style, 'textContent', {
    configurable: true,
    get: () => text.get.call(style),
    set: (css) => { if (css !== text.get.call(style)) text.set.call(style, css); },
  });
}

export function keepStyles(head = document.head) {
  const look = ({ addedNodes }) => [...addedNodes]
    .filter((node) => node.localName === 'style' && OURS.test(node.id)).forEach(keep);
  new MutationObserver((changes) => changes.forEach(look)).observe(head, { childList: true });
}
