/** What F6 goes round, in the order of the screen: the frame, and where the focus lands in it, the second where the first is not there. */
const PANES: readonly { readonly frame: string; readonly places: readonly string[] }[] = [
  { frame: '.source-panel', places: ['.source-rows', 'button'] },
  {
    frame: '.code-panel',
    places: ['.code-tree [role=row][tabindex="0"]', '.code-tree [role=row]', '.code-tree', 'button'],
  },
  { frame: '.desk-side', places: ['.page-text'] },
  { frame: '.codebook-page', places: ['.codebook-entry[tabindex="0"]', '.codebook-entry', 'button'] },
  { frame: '.right-side', places: ['[role=tab][aria-selected=true]'] },
  { frame: '.tour', places: ['.ui-button-solid'] },
];

/** Moves the focus to the next (1) or previous (-1) panel that is there; each of two texts is one. */
export function focusNextPane(step: 1 | -1): void {
  const panes = PANES.flatMap(({ frame, places }) =>
    [...document.querySelectorAll<HTMLElement>(frame)]
      .filter((element) => !element.closest('[data-covered]'))
      .map((element) => ({ element, places })),
  );
  const current = panes.findIndex(({ element }) => element.contains(document.activeElement));
  // From nowhere in particular one comes to the text first.
  const start =
    current >= 0 ? current : panes.findIndex(({ element }) => element.matches('.desk-side, .codebook-page')) - step;
  for (let turn = 1; turn <= panes.length; turn++) {
    const pane = panes[(((start + step * turn) % panes.length) + panes.length) % panes.length];
    const place = pane && firstIn(pane.element, pane.places);
    if (!place) continue;
    place.focus();
    return;
  }
}

function firstIn(element: HTMLElement, places: readonly string[]): HTMLElement | null {
  for (const place of places) {
    const found = element.querySelector<HTMLElement>(place);
    if (found) return found;
  }
  return null;
}
