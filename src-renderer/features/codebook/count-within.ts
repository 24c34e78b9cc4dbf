import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** Codings of a code and of all below it. All codings must have been read. */
export function codingsIn(project: OpenProject, code: Code, tree: CodeTree): number {
  let sum = project.counts.ofCode(code.id);
  for (const below of tree.descendantsOf(code.id)) sum += project.counts.ofCode(below.id);
  return sum;
}

/** Distinct sources in which it or one below it stands. Looks at every coding of the project. */
export function sourcesIn(project: OpenProject, code: Code, tree: CodeTree): number {
  return countDistinct(project, code, tree, 'sourceId');
}

/** Distinct coders who gave it or one below it. Looks at every coding of the project. */
export function codersIn(project: OpenProject, code: Code, tree: CodeTree): number {
  return countDistinct(project, code, tree, 'coderId');
}

function countDistinct(project: OpenProject, code: Code, tree: CodeTree, by: 'sourceId' | 'coderId'): number {
  const ids = new Set<CodeId>([code.id, ...tree.descendantsOf(code.id).map(({ id }) => id)]);
  const found = new Set<string>();
  for (const coding of project.codings.values()) if (ids.has(coding.codeId)) found.add(coding[by]);
  return found.size;
}
