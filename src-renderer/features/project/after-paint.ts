const waiting = new Set<() => void>();
let isScheduled = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A window that is not shown has no frames; then this long is waited. */
const WITHOUT_FRAMES_MS = 120;
/** After a frame, when there is time; at the latest so much later. */
const PATIENCE_MS = 60;

/**
 * Runs something once the next frame has been painted: what a key press shows in the text comes first, numbers and lists
 * follow. Asked several times before that, it runs once.
 */
export function afterPaint(task: () => void): void {
  waiting.add(task);
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => requestIdleCallback(flush, { timeout: PATIENCE_MS }));
  timer = setTimeout(flush, WITHOUT_FRAMES_MS);
}

function flush(): void {
  if (!isScheduled) return;
  isScheduled = false;
  clearTimeout(timer);
  const tasks = [...waiting];
  waiting.clear();
  for (const task of tasks) task();
}
