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

/** Asks for a folder of texts. */
export async function chooseTextFolder(): Promise<readonly Grant[]> {
  const folder = await ask(bridge().files.chooseFolder({ title: t('workbench:chooseFolder') })).catch(nothing);
  return folder && !Array.isArray(folder) ? [folder as Grant] : [];
}

/** Asks for one table of codes or codings. */
export async function chooseTable(): Promise<Grant | null> {
  const filters = [
    { name: 'CSV', extensions: ['csv', 'tsv', 'txt'] },
    { name: t('workbench:allFiles'), extensions: ['*'] },
  ];
  const chosen = await ask(
    bridge().files.chooseFiles({ title: t('workbench:importTable'), filters, isMultiple: false }),
  ).catch(nothing);
  return chosen[0] ?? null;
}

function nothing(error: unknown): readonly Grant[] {
  showToast({ message: problemText(problemOf(error)) });
  return [];
}
