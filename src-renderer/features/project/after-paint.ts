const waiting = new Set<() => void>();
let isScheduled = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is being written is to show first; set as long as that is waited for. */
let holding: ReturnType<typeof setTimeout> | undefined;
let isDue = false;

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
  inTime();
  timer = setTimeout(flush, WITHOUT_FRAMES_MS);
}

/**
 * Between a key press and the disk's answer there is a frame, and what was put off until then would take the time in which the answer
 * could show: it waits until that has been painted, too, or for as long as one is patient. To be told at every change of the state.
 */
export function holdWhileWriting(isWriting: boolean): void {
  if (isWriting) {
    holding ??= setTimeout(() => holdWhileWriting(false), PATIENCE_MS);
    return;
  }
  clearTimeout(holding);
  holding = undefined;
  if (!isDue) return;
  isDue = false;
  inTime();
}

function inTime(): void {
  requestAnimationFrame(() => requestIdleCallback(flushUnlessHeld, { timeout: PATIENCE_MS }));
}

function flushUnlessHeld(): void {
  if (holding === undefined) flush();
  else isDue = true;
}

function flush(): void {
  isDue = false;
  if (!isScheduled) return;
  isScheduled = false;
  clearTimeout(timer);
  const tasks = [...waiting];
  waiting.clear();
  for (const task of tasks) task();
}
