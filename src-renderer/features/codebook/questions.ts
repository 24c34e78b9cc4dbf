import { useSyncExternalStore } from 'react';
import type { CodeId, CodeSetId } from '#domain/project/records.ts';

/** The dialog about codes that is open, with what it is about. */
export type CodebookQuestion =
  | { readonly kind: 'merge'; readonly ids: readonly CodeId[]; readonly survivorId: CodeId | null }
  | { readonly kind: 'split'; readonly id: CodeId }
  | { readonly kind: 'moveCodings'; readonly id: CodeId }
  | { readonly kind: 'moveCodes'; readonly ids: readonly CodeId[] }
  | { readonly kind: 'delete'; readonly ids: readonly CodeId[] }
  | { readonly kind: 'sets'; readonly setId: CodeSetId | null; readonly codeIds: readonly CodeId[] };

let current: CodebookQuestion | null = null;
const listeners = new Set<() => void>();

/** Opens a dialog about codes from anywhere in the window; null closes it. */
export function askAboutCodes(question: CodebookQuestion | null): void {
  current = question;
  for (const listener of listeners) listener();
}

export function useCodebookQuestion(): CodebookQuestion | null {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
