import { ask, bridge, problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import type { Grant } from '#contract/files.ts';
import { t } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';

const ENDING = 'postil-backup';

/** Whether a file that was dropped or named is a backup, by its name. */
export function isBackup({ kind, name }: Grant): boolean {
  return kind === 'file' && name.toLowerCase().endsWith(`.${ENDING}`);
}

/** Asks for a backup to be opened; null when none was chosen. Never rejects. */
export async function chooseBackup(): Promise<Grant | null> {
  const title = t('backups:chooseTitle');
  const question = bridge().files.chooseFiles({ title, filters: filters(), isMultiple: false });
  const [grant] = await ask(question).catch(nothing);
  return grant ?? null;
}

/** Asks where a backup of this project is to go; null when that was left. Never rejects. */
export async function chooseBackupTarget(project: string): Promise<Grant | null> {
  const day = new Date().toLocaleDateString('sv');
  const suggestedName = `${project} ${day}.${ENDING}`;
  const question = bridge().files.chooseSaveTarget({
    title: t('backups:saveTitle'),
    suggestedName,
    filters: filters(),
  });
  const [target] = await ask(question).then((grant) => [grant], nothing);
  return target ?? null;
}

function filters() {
  return [{ name: t('backups:files'), extensions: [ENDING] }];
}

function nothing(error: unknown): Grant[] {
  showToast({ message: problemText(problemOf(error)) });
  return [];
}
