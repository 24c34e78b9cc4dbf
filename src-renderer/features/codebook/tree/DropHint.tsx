import type { ReactNode } from 'react';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import { useTranslation } from '#i18n/index.ts';
import type { TreeDrag } from './use-tree-drag.ts';

export interface DropHintProps {
  readonly tree: CodeTree;
  readonly over: TreeDrag['over'];
  readonly isOrdered: boolean;
}

/** Says in words what letting go would do: a line between two rows is easily misread. For the eye only, as dragging is. */
export function DropHint({ tree, over, isOrdered }: DropHintProps): ReactNode {
  const { t } = useTranslation('codebook');
  const name = over ? (tree.get(over.id)?.name ?? '') : '';
  return (
    <p className="code-drop-hint" aria-hidden>
      {over ? t(`drop.${over.place}`, { name }) : t(isOrdered ? 'dropAnywhere' : 'dropInto')}
    </p>
  );
}
