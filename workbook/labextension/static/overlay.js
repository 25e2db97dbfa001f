// Spares a page a measure of each output whenever it changes: of a strip beside it that nobody sees.

// JupyterLab looks how high the strip is, for which the browser has to lay out the page at once.
const NAME = 'updatePromptOverlayIcon';

export function measureOverlays(cells, shown) {
  cells.filter((cell) => NAME in cell).forEach((cell) => {
    if (!shown) cell[NAME] = () => {};
    else if (Object.hasOwn(cell, NAME)) {
      delete cell[NAME];
      cell[NAME]();
    }
  });
}
