/** Somebody with words that may not be on disk yet. */
export interface Saver {
  readonly hasUnsaved: () => boolean;
  /** Saves them; never rejects. */
  readonly save: () => Promise<void>;
}

/** A disk that does not answer does not keep a window open for ever. */
const PATIENCE_MS = 3_000;
const savers = new Set<Saver>();

/**
 * Asks somebody to save before the window closes. What is begun when a page is already going does not come to its end, so
 * the closing is stopped, and asked for again once all is on disk.
 * @returns how to be asked no more
 */
export function saveBeforeClosing(saver: Saver): () => void {
  if (savers.size === 0) window.addEventListener('beforeunload', holdUntilSaved);
  savers.add(saver);
  return () => {
    savers.delete(saver);
    if (savers.size === 0) window.removeEventListener('beforeunload', holdUntilSaved);
  };
}

function holdUntilSaved(event: BeforeUnloadEvent): void {
  const unsaved = [...savers].filter(({ hasUnsaved }) => hasUnsaved());
  if (unsaved.length === 0) return;
  event.preventDefault();
  void closeWhenSaved(unsaved);
}

async function closeWhenSaved(unsaved: readonly Saver[]): Promise<void> {
  const patience = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([Promise.all(unsaved.map(({ save }) => save())), patience]);
  window.removeEventListener('beforeunload', holdUntilSaved);
  window.close();
}
