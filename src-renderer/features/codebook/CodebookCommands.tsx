import type { ReactNode } from 'react';
import { topmost } from '#domain/codebook/move-code.ts';
import type { CodeId } from '#domain/project/records.ts';
import { useCommand } from '#features/commands/index.ts';
import { useProject } from '#features/project/index.ts';
import { panelOf, usePanelView } from './panel-state.ts';
import { askAboutCodes } from './questions.ts';
import { treeOf } from './tree-of-project.ts';

/**
 * What can be done by key with the codes that are marked in the panel. A component of its own: it follows every key press
 * there, and nothing around it should.
 */
export function CodebookCommands({ onShowPanel }: { readonly onShowPanel: () => void }): ReactNode {
  const project = useProject();
  const { selected, focused } = usePanelView();
  const marked = (): CodeId[] => {
    const known = [...selected].filter((id) => project.codes.has(id));
    return known.length > 0 ? known : focused && project.codes.has(focused) ? [focused] : [];
  };
  const isPossible = !project.isReadOnly && (selected.size > 0 || focused !== null);
  useCommand(
    'mergeCodes',
    () => {
      const ids = marked();
      if (ids.length > 0 && project.codes.size > 1) askAboutCodes({ kind: 'merge', ids, survivorId: null });
    },
    isPossible,
  );
  useCommand(
    'splitCode',
    () => {
      const ids = marked();
      const [first] = topmost(treeOf(project), ids);
      // Of several the one that has the keyboard: its frame is what one looks at.
      const id = focused && ids.includes(focused) ? focused : first?.id;
      if (id) askAboutCodes({ kind: 'split', id });
    },
    isPossible,
  );
  useCommand('filterCodes', () => {
    onShowPanel();
    panelOf(project).openFilter();
  });
  return null;
}
