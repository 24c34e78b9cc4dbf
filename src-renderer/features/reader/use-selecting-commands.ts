import type { TextUnit } from '#domain/corpus/text-units.ts';
import { useCommand } from '#features/commands/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';
import { growSelection, selectUnit, stepByUnit } from './commands/select-units.ts';
import type { ReaderView } from './reader-view.ts';

/** What selects and moves by units of the text at hand. Keys that every text field has are `caret-keys.ts`'s. */
export function useSelectingCommands(viewAtHand: () => ReaderView | null): void {
  const { t } = useTranslation('reader');
  const within = (run: (view: ReaderView) => void): void => {
    const view = viewAtHand();
    if (view) run(view);
  };
  const select = (unit: TextUnit): void =>
    within((view) => {
      if (!selectUnit(view, unit) && unit === 'turn') showToast({ message: t('noTurnHere') });
      view.focus();
    });
  const step = (unit: 'sentence' | 'clause', direction: 1 | -1, isExtending: boolean): void =>
    within((view) => stepByUnit(view, unit, direction, { isExtending }));

  useCommand('nextSentence', () => step('sentence', 1, false));
  useCommand('previousSentence', () => step('sentence', -1, false));
  useCommand('extendToNextSentence', () => step('sentence', 1, true));
  useCommand('extendToPreviousSentence', () => step('sentence', -1, true));
  useCommand('nextClause', () => step('clause', 1, false));
  useCommand('previousClause', () => step('clause', -1, false));
  useCommand('extendToNextClause', () => step('clause', 1, true));
  useCommand('extendToPreviousClause', () => step('clause', -1, true));
  useCommand('adjustEdges', () =>
    within((view) => {
      view.focus();
      if (!view.edges.enter()) showToast({ message: t('noEdgesHere') });
    }),
  );
  useCommand('growSelection', () => within((view) => growSelection(view, 1)));
  useCommand('shrinkSelection', () => within((view) => growSelection(view, -1)));
  useCommand('selectClause', () => select('clause'));
  useCommand('selectSentence', () => select('sentence'));
  useCommand('selectParagraph', () => select('paragraph'));
  useCommand('selectTurn', () => select('turn'));
}
