import { splitCode, type SplitTarget } from '#domain/codebook/split-code.ts';
import type { Code, CodeId, CodingId } from '#domain/project/records.ts';
import { sayUndoable } from '#features/project/index.ts';
import { formatList, t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { treeOf } from '#features/codebook/tree-of-project.ts';
import type { Refusal } from './save-code.ts';

/** Hands codings of a code to others, making those that are new. One step. */
export async function handOut(
  project: OpenProject,
  code: Code,
  targets: readonly SplitTarget[],
  assigned: ReadonlyMap<CodingId, number>,
): Promise<Refusal> {
  const content = { codings: project.codings.values(), memos: project.memos.values() };
  const plan = splitCode(treeOf(project), targets, assigned, content, project.coderId, project.environment);
  if (!plan.ok) return plan.problem;
  const { change, moved } = plan.value;
  await project.commit(change, {
    label: { key: 'splitCode', params: { name: code.name, count: moved } },
    policy: 'undoable',
  });
  const names = formatList(targets.map((target) => t('common:quoted', { name: nameOf(project, target) })));
  sayUndoable(project, t('codebook:handedOut', { count: moved, name: code.name, names }));
  return null;
}

/** Gives codings of a code to one that is there. */
export function moveCodings(
  project: OpenProject,
  code: Code,
  codingIds: Iterable<CodingId>,
  codeId: CodeId,
): Promise<Refusal> {
  return handOut(project, code, [{ kind: 'code', codeId }], new Map(Array.from(codingIds, (id) => [id, 0])));
}

function nameOf(project: OpenProject, target: SplitTarget): string {
  return target.kind === 'new' ? target.name : (project.codes.get(target.codeId)?.name ?? '');
}
