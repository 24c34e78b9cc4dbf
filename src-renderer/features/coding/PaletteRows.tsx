import { Check, CornerDownLeft, Plus, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NewCodeEntry } from '#domain/codebook/new-code-entry.ts';
import type { Outcome } from '#domain/codebook/refusal.ts';
import { problemText } from '#bridge/problem-text.ts';
import { markOf, type FoundCode } from '#features/codebook/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { FindRow } from '#ui/FindList.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { MarkedText } from '#ui/MarkedText.tsx';

export interface PaletteRowProps {
  readonly id: string;
  readonly row: FoundCode;
  readonly path: string;
  readonly keyShown: string;
  readonly isGiven: boolean;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onPick: (keepsOpen: boolean) => void;
}

/** A code with what was typed of its name, what it stands below, and its key. */
export function PaletteRow({
  id,
  row,
  path,
  keyShown,
  isGiven,
  isCurrent,
  onPoint,
  onPick,
}: PaletteRowProps): ReactNode {
  const { t } = useTranslation('coding');
  return (
    <FindRow id={id} isCurrent={isCurrent} onPoint={onPoint} onPick={({ shiftKey }) => onPick(shiftKey)}>
      <CodeMark {...markOf(row.code)} />
      <span className="ui-find-name" title={row.code.name}>
        <MarkedText text={row.code.name} marks={row.marks} />
      </span>
      <span className="ui-find-detail">{path}</span>
      {isGiven && (
        <>
          <Icon of={Check} size={14} />
          <span className="visually-hidden">{t('givenHere')}</span>
        </>
      )}
      {keyShown !== '' && <Kbd keys={keyShown.toUpperCase()} />}
      {isCurrent && <Icon of={CornerDownLeft} size={14} />}
    </FindRow>
  );
}

export interface NewCodeRowProps {
  readonly id: string;
  readonly making: Outcome<NewCodeEntry>;
  readonly parentPath: string;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onPick: (keepsOpen: boolean) => void;
}

/** Makes a code of what was typed, or says why it cannot be. */
export function NewCodeRow({ id, making, parentPath: path, isCurrent, onPoint, onPick }: NewCodeRowProps): ReactNode {
  const { t } = useTranslation('coding');
  return (
    <FindRow
      id={id}
      isCurrent={isCurrent}
      isRefused={!making.ok}
      onPoint={onPoint}
      onPick={({ shiftKey }) => onPick(shiftKey)}
    >
      <Icon of={making.ok ? Plus : TriangleAlert} size={14} />
      <span className="ui-find-name">
        {making.ok ? t('createCode', { name: making.value.name }) : problemText(making.problem)}
      </span>
      {making.ok && <span className="ui-find-detail">{path}</span>}
      {making.ok && <Kbd keys="Mod+Enter" />}
    </FindRow>
  );
}
