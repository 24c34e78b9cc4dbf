import { Check } from 'lucide-react';
import { ask, bridge, problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import type { Grant } from '#contract/files.ts';
import { t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { showToast } from '#ui/Toast.tsx';
import { usualDocument, type DocumentOptions } from './codebook-document.ts';
import { codebookFormats, formatForEnding, type CodebookFormatId } from './codebook-formats.ts';
import { exportCodebook } from './export-codebook.ts';
import { exportCodings, type Exported, type ExportOptions } from './export-codings.ts';
import { exportJournal } from './export-journal.ts';
import { exportMemos } from './export-memos.ts';
import { exportProgress } from './export-progress.ts';

export type ExportKind = 'codings' | 'codebook' | 'memos' | 'journal';

const kinds = {
  codings: { title: 'codingsTitle', file: 'codingsFile', done: 'codingsExported', run: exportCodings },
  memos: { title: 'memosTitle', file: 'memosFile', done: 'memosExported', run: exportMemos },
  journal: { title: 'journalTitle', file: 'journalFile', done: 'journalExported', run: exportJournal },
} as const;

interface Writing {
  readonly title: string;
  readonly suggestedName: string;
  readonly filter: { readonly name: string; readonly extensions: string[] };
  readonly run: (target: Pick<Grant, 'handle' | 'name'>, options: ExportOptions) => Promise<Exported | null>;
  readonly said: (count: number) => string;
}

/** Asks for a file, writes it, and says so; never rejects. */
export function exportWithDialog(project: OpenProject, kind: ExportKind): Promise<boolean> {
  if (kind === 'codebook') return exportCodebookWithDialog(project, 'csv');
  const { title, file, done, run } = kinds[kind];
  return writeWithDialog(project, {
    title: t(`exports:${title}`),
    suggestedName: t(`exports:${file}`, { project: project.project.name }),
    filter: { name: t('exports:csvFiles'), extensions: ['csv'] },
    run: ({ handle }, options) => run(project, handle, options),
    said: (count) => t(`exports:${done}`, { count }),
  });
}

/**
 * Asks for a file, writes the codebook into it in the form that was chosen, and says so; never rejects. Who gives the file the ending of
 * another form means that one.
 * @returns false when no file was chosen or none could be written
 */
export function exportCodebookWithDialog(
  project: OpenProject,
  format: CodebookFormatId,
  document: DocumentOptions = usualDocument,
): Promise<boolean> {
  const { ending } = codebookFormats[format];
  return writeWithDialog(project, {
    title: t('exports:codebookTitle'),
    suggestedName: t('exports:codebookFile', { project: project.project.name, ending }),
    filter: { name: t(`exports:format_${format}`), extensions: [ending] },
    run: ({ handle, name }, options) => {
      const typed = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ending;
      const meant = typed === ending ? format : (formatForEnding(typed) ?? format);
      return exportCodebook(project, handle, { ...options, format: meant, document });
    },
    said: (count) => t('exports:codebookExported', { count }),
  });
}

async function writeWithDialog(project: OpenProject, writing: Writing): Promise<boolean> {
  const suggestedName = fileNameOf(writing.suggestedName);
  const { title, filter } = writing;
  let name = suggestedName;
  try {
    const target = await ask(bridge().files.chooseSaveTarget({ title, suggestedName, filters: [filter] }));
    if (!target) return false;
    ({ name } = target);
    exportProgress.set({ finished: 0, total: project.codings.size });
    const onProgress = (finished: number, total: number): void => exportProgress.set({ finished, total });
    const exported = await writing.run(target, { onProgress });
    if (!exported) return false;
    const reveal = (): void => void bridge().files.reveal({ handle: target.handle });
    showToast({
      message: writing.said(exported.count),
      detail: exported.name,
      icon: Check,
      action: { label: t('common:showInFolder'), onPress: reveal },
    });
    return true;
  } catch (error) {
    showToast({
      message: `${t('exports:notExported', { name })} ${problemText(problemOf(error))}`,
      action: { label: t('common:tryAgain'), onPress: () => void writeWithDialog(project, writing) },
    });
    return false;
  } finally {
    exportProgress.set(null);
  }
}

/** Without what some systems forbid in names. */
function fileNameOf(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-');
}
