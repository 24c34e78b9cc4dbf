import { createContext, useCallback } from 'react';
import type { CodeId } from '#domain/project/records.ts';
import { showInTree } from '#features/codebook/index.ts';
import { useSession } from '#features/coding/index.ts';
import { useCommandCenter } from '#features/commands/index.ts';
import { useDesk } from '#features/desk/index.ts';
import { useProject } from '#features/project/index.ts';

/** Until an entry is there to be focused, in frames. */
const PATIENCE = 20;

/** Follows a link to the entry of a code. */
export const GoToCode = createContext<(id: CodeId) => void>(() => undefined);

/** Holds a code, and focuses its entry as soon as it is rendered. */
export function useGoToCode(): (id: CodeId) => void {
  const project = useProject();
  const session = useSession();
  return useCallback(
    (id) => {
      session.holdCode(id);
      showInTree(project, id);
      focusEntry(id, PATIENCE);
    },
    [session, project],
  );
}

/** Goes from the code one is at to another, so that "back" leads to the first, from wherever one is by then. */
export function useFollowLink(): (id: CodeId) => void {
  const project = useProject();
  const desk = useDesk();
  const center = useCommandCenter();
  const goTo = useGoToCode();
  return useCallback(
    (id) => {
      const from = entryAtHand();
      desk.comeFrom(() => {
        if (from !== null && project.codes.has(from)) goTo(from);
        if (!document.querySelector('.codebook-page')) center.run('showCodebook');
      });
      goTo(id);
    },
    [project, desk, center, goTo],
  );
}

function entryAtHand(): CodeId | null {
  const entry = document.querySelector<HTMLElement>('.codebook-entry[data-at-hand]');
  return (entry?.dataset['codeId'] as CodeId | undefined) ?? null;
}

function focusEntry(id: CodeId, patience: number): void {
  const entry = document.querySelector<HTMLElement>(`.codebook-entry[data-code-id="${id}"][data-at-hand]`);
  entry?.focus({ preventScroll: true });
  if (!entry && patience > 0) requestAnimationFrame(() => focusEntry(id, patience - 1));
}
