import { restoreVersion, type Restoration } from '#domain/codebook/codebook-versions.ts';
import { writeIntroduction } from '#domain/codebook/introduction.ts';
import { squash } from '#domain/history/change.ts';
import { withMemosOf } from '#domain/memos/memos-gone.ts';
import type { CodebookVersion, CodeId } from '#domain/project/records.ts';
import { codebookNow } from '#features/codebook-versions/codebook-now.ts';
import { pause } from '#features/exports/index.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** What restoring a version would do, before it is done. Reads all codings first: a code in use stays. */
export async function planRestoring(project: OpenProject, version: CodebookVersion): Promise<Restoration> {
  const used = await codesInUse(project);
  const { change, ...told } = restoreVersion(version, codebookNow(project), used, project.environment);
  const introduced = writeIntroduction(project.project, version.introduction ?? '');
  return { change: squash([withMemosOf(change, project.memos.values()), introduced]), ...told };
}

export async function carryOutRestoring(
  project: OpenProject,
  { name }: CodebookVersion,
  { change }: Restoration,
): Promise<void> {
  await project.commit(change, { label: { key: 'restoreVersion', params: { name } }, policy: 'undoable' });
}

/** Codes that at least one passage carries. */
export async function codesInUse(project: OpenProject): Promise<Set<CodeId>> {
  await project.loadAllCodings(pause);
  return new Set([...project.codes.keys()].filter((id) => project.counts.ofCode(id) > 0));
}
