import { useState, type ReactNode } from 'react';
import type { Coding } from '#domain/project/records.ts';
import { markOf } from '#features/codebook/index.ts';
import { useSession } from '#features/coding/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { ContextMenu, type Point } from '#ui/ContextMenu.tsx';
import { MenuItem } from '#ui/Menu.tsx';

export interface CodingsAt {
  readonly codings: readonly Coding[];
  readonly at: Point;
}

/** The codings that the margin could only count: choosing one selects its passage. */
export function HiddenCodings({ hidden, onClose }: { hidden: CodingsAt | null; onClose: () => void }): ReactNode {
  const session = useSession();
  const project = useProject();
  const { t } = useTranslation('workbench');
  // While the menu fades it still shows what it showed.
  const [last, setLast] = useState(hidden);
  if (hidden && hidden !== last) setLast(hidden);
  return (
    <ContextMenu at={hidden?.at ?? null} onClose={onClose} label={t('hiddenCodings')}>
      {(last?.codings ?? []).map((coding) => {
        const code = project.codes.get(coding.codeId);
        if (!code) return null;
        return (
          <MenuItem key={coding.id} textValue={code.name} onAction={() => session.choose(coding)}>
            <span className="hidden-coding" data-code-id={code.id}>
              <CodeMark {...markOf(code)} />
              <span className="truncated">{code.name}</span>
            </span>
          </MenuItem>
        );
      })}
    </ContextMenu>
  );
}
