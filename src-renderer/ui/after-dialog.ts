/**
 * Runs something once the dialog that is being closed has given the focus back, which it does a frame after it has gone: what
 * runs may want the focus elsewhere.
 */
export function afterDialog(task: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(task));
}
