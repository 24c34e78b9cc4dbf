import { isEmpty, type Change } from '#domain/history/change.ts';
import type { CodebookRow } from '#domain/interchange/codebook-rows.ts';
import { importCodebookRows, type CodebookImport } from '#domain/interchange/import-codebook.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** What the rows would do: codes of the same path that are there are only filled, the others come to them. */
export function planBeginning(project: OpenProject, rows: readonly CodebookRow[]): CodebookImport {
  const { codes, coderId, environment } = project;
  return importCodebookRows({ rows, warnings: [] }, [...codes.values()], coderId, environment, { policy: 'fill' });
}

/** @param name of the starting point, for the history */
export async function beginWith(project: OpenProject, name: string, change: Change): Promise<void> {
  if (isEmpty(change)) return;
  await project.commit(change, { label: { key: 'startCodebook', params: { name } }, policy: 'undoable' });
}
