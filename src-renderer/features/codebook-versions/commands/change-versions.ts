import { nameVersion } from '#domain/codebook/codebook-versions.ts';
import { editVersion, removeVersion } from '#domain/codebook/edit-version.ts';
import { codebookNow } from '#features/codebook-versions/codebook-now.ts';
import type { CodebookVersion } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';

export interface VersionWords {
  readonly name: string;
  readonly note: string;
}

/** Keeps the codebook as it is now under a name. */
export async function keepVersion(project: OpenProject, words: VersionWords): Promise<CodebookVersion> {
  const { change, version } = nameVersion(words, codebookNow(project), project.coderId, project.environment);
  const label = { key: 'nameVersion', params: { name: version.name } };
  await project.commit(change, { label, policy: 'undoable' });
  return version;
}

export async function renameVersion(
  project: OpenProject,
  version: CodebookVersion,
  words: VersionWords,
): Promise<void> {
  const label = { key: 'editVersion', params: { name: words.name.trim() } };
  await project.commit(editVersion(version, words), { label, policy: 'undoable' });
}

export async function deleteVersion(project: OpenProject, version: CodebookVersion): Promise<void> {
  const label = { key: 'deleteVersion', params: { name: version.name } };
  await project.commit(removeVersion(version), { label, policy: 'undoable' });
}
