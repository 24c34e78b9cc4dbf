import type { Change } from '#domain/history/change.ts';
import type { CodebookVersion } from '#domain/project/records.ts';
import { nameKey } from './code-name.ts';

/** Why a version cannot have a name. */
export type VersionNameProblem = 'versionNameEmpty' | 'versionNameTaken';

/**
 * Null when a version may have the name: none is empty, and no two are the same to a person.
 *
 * @param except the version that is to have it
 */
export function versionNameProblem(
  name: string,
  versions: Iterable<CodebookVersion>,
  except: CodebookVersion | null = null,
): VersionNameProblem | null {
  const key = nameKey(name);
  if (key === '') return 'versionNameEmpty';
  for (const version of versions) {
    if (version.id !== except?.id && nameKey(version.name) === key) return 'versionNameTaken';
  }
  return null;
}

/** Another name or note; the codebook it holds never changes. */
export function editVersion(
  version: CodebookVersion,
  { name, note }: { readonly name: string; readonly note: string },
): Change {
  const edited = { ...version, name: name.trim(), note: note.trim() };
  const isSame = edited.name === version.name && edited.note === version.note;
  return isSame ? {} : { codebookVersions: { updated: [[version, edited]] } };
}

export function removeVersion(version: CodebookVersion): Change {
  return { codebookVersions: { removed: [version] } };
}
