import type { Grant } from '#contract/files.ts';
import { ask, bridge, problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import { t } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';

/** Asks for texts; nothing when the dialog was left. */
export function chooseTexts(): Promise<readonly Grant[]> {
  const filters = [
    { name: t('workbench:textFiles'), extensions: ['txt', 'text', 'md', 'markdown'] },
    { name: t('workbench:allFiles'), extensions: ['*'] },
  ];
  return ask(bridge().files.chooseFiles({ title: t('workbench:chooseFiles'), filters, isMultiple: true })).catch(
    nothing,
  );
}

/** Asks for a folder of texts, which is walked. */
export async function chooseTextFolder(): Promise<readonly Grant[]> {
  try {
    const folder = await ask(bridge().files.chooseFolder({ title: t('workbench:chooseFolder') }));
    return folder ? [folder] : [];
  } catch (error) {
    return nothing(error);
  }
}

function nothing(error: unknown): readonly Grant[] {
  showToast({ message: problemText(problemOf(error)) });
  return [];
}
