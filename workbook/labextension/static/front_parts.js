// The parts of the page before JupyterLab is there.

import { addressOf } from './address.js';

export function make(className, ...children) {
  const node = document.createElement('div');
  node.className = className;
  node.append(...children);
  return node;
}

// A text as the start has written it, on the page at `path`; from there its links are meant.
export function text(html, path) {
  const node = make('sswp-front-text');
  node.innerHTML = html;
  for (const link of node.querySelectorAll('a[href]')) {
    const target = link.getAttribute('href');
    if (/^(?:[a-z]+:|#)/i.test(target)) continue;
    const { pathname, hash } = new URL(target, `http://course/${path}`);
    link.href = addressOf(decodeURIComponent(pathname.slice(1)), hash.slice(1));
  }
  return node;
}
