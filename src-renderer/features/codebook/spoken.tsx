import { useSyncExternalStore, type ReactNode } from 'react';

interface Said {
  readonly words: string;
  readonly count: number;
}

let said: Said = { words: '', count: 0 };
const listeners = new Set<() => void>();

/** Says for a screen reader what has become of codes, where a glance at the tree tells it. */
export function speakOfCodes(words: string): void {
  said = { words, count: said.count + 1 };
  for (const listener of listeners) listener();
}

/** Where it is said: once in a window. */
export function CodesSpoken(): ReactNode {
  const { words, count } = useSyncExternalStore(subscribe, () => said);
  return (
    <p className="visually-hidden" role="status" data-testid="codes-spoken">
      {/* Anew each time, so that the same words are spoken again. */}
      <span key={count}>{words}</span>
    </p>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
