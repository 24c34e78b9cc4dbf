/** What F6 goes round, in the order of the screen: where the focus lands in each. */
const PANES = [
  '.source-rows, .source-panel button',
  '.code-tree, .code-panel button',
  '.page-text',
  '.right-side [role=tab][aria-selected=true]',
];

/** Moves the focus to the next (1) or previous (-1) panel that is there. */
export function focusNextPane(step: 1 | -1): void {
  const panes = PANES.map((selector) => document.querySelector<HTMLElement>(selector));
  const frames = ['.source-panel', '.code-panel', '.centre', '.right-side'];
  const current = frames.findIndex((selector) => document.activeElement?.closest(selector));
  for (let turn = 1; turn <= PANES.length; turn++) {
    const at = ((((current < 0 ? 1 : current) + step * turn) % PANES.length) + PANES.length) % PANES.length;
    const pane = panes[at];
    if (!pane) continue;
    const row = pane.matches('.code-tree') ? pane.querySelector<HTMLElement>('[tabindex="0"], [role=row]') : pane;
    (row ?? pane).focus();
    return;
  }
}
