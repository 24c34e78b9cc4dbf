import { createContext, useCallback, type RefObject } from 'react';
import type { CodeId } from '#domain/project/records.ts';
import { showInTree } from '#features/codebook/index.ts';
import { useSession } from '#features/coding/index.ts';
import { useProject } from '#features/project/index.ts';

/** Until an entry is there to be focused, in frames. */
const PATIENCE = 20;

/** Goes to the entry of a code. */
export const GoToCode = createContext<(id: CodeId) => void>(() => undefined);

/**
 * Holds a code, and focuses its entry as soon as it is rendered.
 * @param frame what the entries are in
 */
export function useGoToCode(frame: RefObject<HTMLElement | null>): (id: CodeId) => void {
  const project = useProject();
  const session = useSession();
  return useCallback(
    (id) => {
      session.holdCode(id);
      showInTree(project, id);
      focusEntry(frame.current, id, PATIENCE);
    },
    [session, project, frame],
  );
}

function focusEntry(frame: HTMLElement | null, id: CodeId, patience: number): void {
  const entry = frame?.querySelector<HTMLElement>(`.codebook-entry[data-code-id="${id}"][data-at-hand]`);
  entry?.focus({ preventScroll: true });
  if (!entry && patience > 0) requestAnimationFrame(() => focusEntry(frame, id, patience - 1));
}
