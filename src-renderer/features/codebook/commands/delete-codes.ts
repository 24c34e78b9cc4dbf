import { removeCodes, type Removal, type RemovalPolicy } from '#domain/codebook/remove-code.ts';
import type { Outcome } from '#domain/codebook/refusal.ts';
import type { CodeId } from '#domain/project/records.ts';
import { isOthersWork, sayUndoable } from '#features/project/index.ts';
import { formatGoing, t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { askAboutCodes } from '#features/codebook/questions.ts';
import { treeOf } from '#features/codebook/tree-of-project.ts';

const ASK_FROM = 20;
const MANY_NAMES = 3;

/** What deleting codes would do, before it is done. All codings must have been read. */
export function planDeletion(project: OpenProject, ids: readonly CodeId[], policy: RemovalPolicy): Outcome<Removal> {
  const content = { codings: [...project.codings.values()], memos: [...project.memos.values()] };
  return removeCodes(treeOf(project), content, ids, policy, project.environment);
}

/** Deletes codes, or asks first: where there is something to choose, where much would go, or others' work. */
export async function deleteCodes(project: OpenProject, ids: readonly CodeId[]): Promise<void> {
  if (project.isReadOnly) return;
  // What goes is counted over the whole project, so all of it must have been read.
  await project.loadAllCodings(() => Promise.resolve());
  const plan = planDeletion(project, ids, { codings: 'go', below: 'go' });
  if (!plan.ok) return;
  const { codes, codings, memos } = plan.value.summary;
  if (codings + memos > ASK_FROM || codes > 1 || isOthersWork(project, plan.value.change))
    askAboutCodes({ kind: 'delete', ids });
  else await carryOutDeletion(project, ids, plan.value);
}

/**
 * Which codings another code has then, in words.
 * @param heir the code that was chosen for it; undefined where the one above has them
 */
export function handedText(count: number, heir: string | undefined): string {
  return heir === undefined ? t('codebook:handedUp', { count }) : t('codebook:handedTo', { count, name: heir });
}

/** @param heir as for `handedText` */
export async function carryOutDeletion(
  project: OpenProject,
  ids: readonly CodeId[],
  { change, summary }: Removal,
  heir?: string,
): Promise<void> {
  const codes = ids.flatMap((id) => project.codes.get(id) ?? []);
  const [first] = codes;
  const label =
    codes.length > 1
      ? { key: 'deleteCodes', params: { count: codes.length } }
      : { key: 'deleteCode', params: { name: first?.name ?? '' } };
  await project.commit(change, { label, policy: 'undoable' });
  const names = codes.length > MANY_NAMES ? [] : codes.map(({ name }) => name);
  const rest = formatGoing({ names, codings: summary.codings, memos: summary.memos });
  const things =
    codes.length > MANY_NAMES ? [t('common:codes', { count: codes.length }), rest].filter(Boolean).join(', ') : rest;
  const words = t('codebook:deleted', { things });
  sayUndoable(project, summary.handedOver > 0 ? `${words}. ${handedText(summary.handedOver, heir)}` : words);
}
