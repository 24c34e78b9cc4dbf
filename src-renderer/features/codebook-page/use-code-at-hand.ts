import { useState } from 'react';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId } from '#domain/project/records.ts';
import { showInTree } from '#features/codebook/index.ts';
import { useSession, useSessionState } from '#features/coding/index.ts';
import { useProject } from '#features/project/index.ts';

export interface CodeAtHand {
  /** Its place in the tree's rows. */
  readonly at: number;
  /** The same as of this moment: what is rendered comes a frame late, and keys are held down. */
  readonly now: () => number;
  readonly hold: (id: CodeId) => void;
}

/** The code the page is at: the same that the code tree and the inspector have at hand. */
export function useCodeAtHand(tree: CodeTree): CodeAtHand {
  const project = useProject();
  const session = useSession();
  const held = useSessionState((state) => state.codeAtHand);
  // None is at hand after the palette has closed: here one stays where one was.
  const [last, setLast] = useState(held);
  if (held !== last && held !== null && tree.has(held)) setLast(held);
  const placeOf = (id: CodeId | null): number => {
    const known = id !== null && tree.has(id) ? id : last;
    return Math.max(
      0,
      tree.rows.findIndex(({ code }) => code.id === known),
    );
  };
  return {
    at: placeOf(held),
    now: () => placeOf(session.snapshot().codeAtHand),
    hold: (id) => {
      session.holdCode(id);
      showInTree(project, id);
    },
  };
}
