import type { Grant } from '#contract/files.ts';
import { ask, bridge, problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import { t } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';

/** Asks for texts; nothing when the dialog was left. A whole folder comes in best by being dropped. */
export function chooseTexts(): Promise<readonly Grant[]> {
  const filters = [
    { name: t('workbench:textFiles'), extensions: ['txt', 'text', 'md', 'markdown'] },
    { name: t('workbench:allFiles'), extensions: ['*'] },
  ];
  return ask(bridge().files.chooseFiles({ title: t('workbench:chooseFiles'), filters, isMultiple: true })).catch(
    nothing,
  );
}

function nothing(error: unknown): readonly Grant[] {
  showToast({ message: problemText(problemOf(error)) });
  return [];
}
