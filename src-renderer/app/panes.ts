/** What F6 goes round, in the order of the screen: where the focus lands in each, the second where the first is not there. */
const PANES = [
  ['.source-rows', '.source-panel button'],
  ['.code-tree', '.code-panel button'],
  ['.page-text'],
  ['.right-side [role=tab][aria-selected=true]'],
] as const;
const FRAMES = ['.source-panel', '.code-panel', '.centre', '.right-side'];

/** Moves the focus to the next (1) or previous (-1) panel that is there. */
export function focusNextPane(step: 1 | -1): void {
  const panes = PANES.map((selectors) => firstOf(selectors));
  const current = FRAMES.findIndex((selector) => document.activeElement?.closest(selector));
  for (let turn = 1; turn <= PANES.length; turn++) {
    const at = ((((current < 0 ? 1 : current) + step * turn) % PANES.length) + PANES.length) % PANES.length;
    const pane = panes[at];
    if (!pane) continue;
    const row = pane.matches('.code-tree')
      ? pane.querySelector<HTMLElement>('[role=row][tabindex="0"], [role=row]')
      : null;
    (row ?? pane).focus();
    return;
  }
}

function firstOf(selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}
