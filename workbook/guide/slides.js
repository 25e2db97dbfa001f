// Arrow keys, Page Up and Page Down go from slide to slide; a long slide still scrolls.
const all = [...document.querySelectorAll("section")];
const here = () => {
  const tops = all.map((slide) => Math.abs(slide.getBoundingClientRect().top));
  return tops.indexOf(Math.min(...tops));
};
const go = (n) => {
  const slide = all[Math.max(0, Math.min(all.length - 1, n))];
  slide.focus({ preventScroll: true });
  slide.scrollIntoView();
};
const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (event.key in STEPS) go(here() + STEPS[event.key]);
  else if (event.key === "Home") go(0);
  else if (event.key === "End") go(all.length - 1);
  else return;
  event.preventDefault();
});
