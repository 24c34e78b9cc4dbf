import { useState, type ReactNode } from 'react';
import type { MarginMark } from '#features/reader/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { ContextMenu, type Point } from '#ui/ContextMenu.tsx';
import { MenuItem } from '#ui/Menu.tsx';

export interface MarksAt {
  readonly marks: readonly MarginMark[];
  readonly at: Point;
}

export interface MarksMenuProps {
  readonly listed: MarksAt | null;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

/** The memos of a line that has more than one. */
export function MarksMenu({ listed, onChoose, onClose }: MarksMenuProps): ReactNode {
  const { t } = useTranslation('workbench');
  // While the menu fades it still shows what it showed.
  const [last, setLast] = useState(listed);
  if (listed && listed !== last) setLast(listed);
  return (
    <ContextMenu at={listed?.at ?? null} onClose={onClose} label={t('marksHere')}>
      {(last?.marks ?? []).map(({ id, label }) => (
        <MenuItem key={id} textValue={label} onAction={() => onChoose(id)}>
          <span className="mark-listed">{label}</span>
        </MenuItem>
      ))}
    </ContextMenu>
  );
}
