import { Check } from 'lucide-react';
import { ask, bridge, problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import { t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { showToast } from '#ui/Toast.tsx';
import { exportCodebook } from './export-codebook.ts';
import { exportCodings } from './export-codings.ts';
import { exportJournal } from './export-journal.ts';
import { exportMemos } from './export-memos.ts';
import { exportProgress } from './export-progress.ts';

export type ExportKind = 'codings' | 'codebook' | 'memos' | 'journal';

const kinds = {
  codings: { title: 'codingsTitle', file: 'codingsFile', done: 'codingsExported', run: exportCodings },
  codebook: { title: 'codebookTitle', file: 'codebookFile', done: 'codebookExported', run: exportCodebook },
  memos: { title: 'memosTitle', file: 'memosFile', done: 'memosExported', run: exportMemos },
  journal: { title: 'journalTitle', file: 'journalFile', done: 'journalExported', run: exportJournal },
} as const;

/** Asks for a file, writes it, and says so; never rejects. */
export async function exportWithDialog(project: OpenProject, kind: ExportKind): Promise<void> {
  const { title, file, done, run } = kinds[kind];
  const suggestedName = fileNameOf(t(`exports:${file}`, { project: project.project.name }));
  let name = suggestedName;
  try {
    const target = await ask(
      bridge().files.chooseSaveTarget({
        title: t(`exports:${title}`),
        suggestedName,
        filters: [{ name: t('exports:csvFiles'), extensions: ['csv'] }],
      }),
    );
    if (!target) return;
    ({ name } = target);
    exportProgress.set({ finished: 0, total: project.codings.size });
    const onProgress = (finished: number, total: number): void => exportProgress.set({ finished, total });
    const exported = await run(project, target.handle, { onProgress });
    if (!exported) return;
    const reveal = (): void => void bridge().files.reveal({ handle: target.handle });
    showToast({
      message: t(`exports:${done}`, { count: exported.count }),
      detail: exported.name,
      icon: Check,
      action: { label: t('common:showInFolder'), onPress: reveal },
    });
  } catch (error) {
    showToast({
      message: `${t('exports:notExported', { name })} ${problemText(problemOf(error))}`,
      action: { label: t('common:tryAgain'), onPress: () => void exportWithDialog(project, kind) },
    });
  } finally {
    exportProgress.set(null);
  }
}

/** Without what some systems forbid in names. */
function fileNameOf(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-');
}
