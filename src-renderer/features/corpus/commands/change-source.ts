import type { Change } from '#domain/history/change.ts';
import { withMemosOf } from '#domain/memos/memos-gone.ts';
import type { Source, SourceId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** Gives a source another shown name; its path stays what it was. */
export async function renameSource(project: OpenProject, id: SourceId, name: string): Promise<void> {
  const source = project.sources.get(id);
  const tidy = name.trim();
  if (!source || tidy === '' || tidy === source.name) return;
  await project.commit(
    { sources: { updated: [[source, { ...source, name: tidy }]] } },
    { label: { key: 'renameSource', params: { name: tidy } }, policy: 'undoable' },
  );
}

/** What removing a source takes along: all its codings and their memos and its own, whoever made them. */
export async function planRemoval(project: OpenProject, source: Source): Promise<Change> {
  await project.loadSource(source.id);
  const change = { sources: { removed: [source] }, codings: { removed: project.codingsOf(source.id) } };
  return withMemosOf(change, project.memos.values());
}

export async function removeSource(project: OpenProject, source: Source, change: Change): Promise<void> {
  await project.commit(change, { label: { key: 'removeSource', params: { name: source.name } }, policy: 'undoable' });
}
