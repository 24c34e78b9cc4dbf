import type { ReactNode } from 'react';
import type { Coding } from '#domain/project/records.ts';
import { useSession, useSessionState } from '#features/coding/index.ts';
import { CommandItem } from '#features/commands/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { ContextMenu, type Point } from '#ui/ContextMenu.tsx';
import { MenuItem, MenuSeparator, Submenu } from '#ui/Menu.tsx';
import type { ReaderKeyActions } from './reader-keys.ts';

/** More would not fit a screen; the inspector has all of them. */
const SHOWN = 8;

export interface PassageMenuProps {
  readonly at: Point | null;
  readonly onClose: () => void;
  readonly actions: ReaderKeyActions;
}

/** What can be done with the passage, or with the codings where there is none. */
export function PassageMenu({ at, onClose, actions }: PassageMenuProps): ReactNode {
  const session = useSession();
  const project = useProject();
  const { t } = useTranslation('workbench');
  const selection = useSessionState((state) => state.selection);
  const codings = useSessionState((state) => state.codingsHere);
  const hasLast = useSessionState((state) => state.lastGiven.length > 0);
  const hasCopied = useSessionState((state) => state.copied.length > 0);
  const view = session.view;
  const copy = (): void => {
    if (view && selection)
      void navigator.clipboard.writeText(view.doc.text.slice(selection.startUtf16, selection.endUtf16));
  };
  // Where two have given the same code it is said whose is meant.
  const nameOf = ({ codeId, coderId }: Coding): string => {
    const name = project.codes.get(codeId)?.name ?? '';
    const isOnce = codings.filter((other) => other.codeId === codeId).length === 1;
    return isOnce
      ? t('removeNamed', { name })
      : t('removeNamedOf', { name, coder: project.coders.get(coderId)?.name ?? '' });
  };
  return (
    <ContextMenu at={at} onClose={onClose} label={t('textMenu')}>
      <MenuItem shortcut="Enter" isDisabled={!selection} onAction={() => actions.openPalette('')}>
        {t('giveCode')}
      </MenuItem>
      {selection && <CommandItem command="codeInVivo" />}
      {hasLast && <CommandItem command="codeAgain" />}
      {hasCopied && selection && <CommandItem command="pasteCodes" />}
      <CommandItem command="newMemo" label={t('writeMemo')} />
      <MenuItem shortcut="Mod+C" isDisabled={!selection} onAction={copy}>
        {t('copy')}
      </MenuItem>
      <MenuSeparator />
      <Submenu item={<MenuItem>{t('select')}</MenuItem>} label={t('select')}>
        <CommandItem command="selectClause" />
        <CommandItem command="selectSentence" />
        <CommandItem command="selectParagraph" />
        {view?.units.hasTurns && <CommandItem command="selectTurn" />}
      </Submenu>
      <Submenu item={<MenuItem>{t('codeAndGoOn')}</MenuItem>} label={t('codeAndGoOn')}>
        <CommandItem command="codeSentence" />
        <CommandItem command="codeParagraph" />
        {view?.units.hasTurns && <CommandItem command="codeTurn" />}
        <CommandItem command="codingMode" />
      </Submenu>
      {codings.length > 0 && <MenuSeparator />}
      {codings.length > 0 && (
        <>
          <CommandItem command="recodeCoding" />
          <CommandItem command="adjustEdges" />
          <CommandItem command="splitCoding" />
          <CommandItem command="mergeCodings" />
          <CommandItem command="copyCodes" />
          <CommandItem command="weighCoding" label={t('weigh')} />
          <MenuSeparator />
        </>
      )}
      {codings.slice(0, SHOWN).map((coding) => (
        <MenuItem key={coding.id} isDangerous onAction={() => actions.remove([coding])}>
          {nameOf(coding)}
        </MenuItem>
      ))}
    </ContextMenu>
  );
}
