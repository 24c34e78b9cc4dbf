import type { Change } from '#domain/history/change.ts';
import type { CodingId, Memo, MemoSubject } from '#domain/project/records.ts';

/**
 * The change, with the memos on what it removes: a memo goes with its coding, its code, its source. Where codings melt into
 * another one, `heirs` names the coding that stays, and the memos go on with that.
 *
 * @param memos all memos of the project
 * @param heirs by the id of a coding that is removed: the coding that takes its memos
 */
export function withMemosOf(
  change: Change,
  memos: Iterable<Memo>,
  heirs: ReadonlyMap<CodingId, CodingId> = new Map(),
): Change {
  const isGone = lookForGone(change);
  const settled = new Set(change.memos?.removed?.map(({ id }) => id));
  const moved = new Map(change.memos?.updated?.map(([, to]) => [to.id, to]));
  const removed: Memo[] = [];
  const updated: (readonly [Memo, Memo])[] = [];
  for (const memo of memos) {
    const current = moved.get(memo.id) ?? memo;
    if (settled.has(memo.id) || !isGone(current.subject)) continue;
    const heir = current.subject.kind === 'coding' ? heirs.get(current.subject.codingId) : undefined;
    if (heir === undefined) removed.push(memo);
    else updated.push([memo, { ...current, subject: { kind: 'coding', codingId: heir } }]);
  }
  if (removed.length + updated.length === 0) return change;
  const touched = new Set([...removed, ...updated.map(([from]) => from)].map(({ id }) => id));
  const others = change.memos?.updated?.filter(([, to]) => !touched.has(to.id)) ?? [];
  return {
    ...change,
    memos: {
      ...change.memos,
      updated: [...others, ...updated],
      removed: [...(change.memos?.removed ?? []), ...removed],
    },
  };
}

/** How many memos a change removes, for the question before it and the sentence after it. */
export function countMemosGone(change: Change): number {
  return change.memos?.removed?.length ?? 0;
}

/** Says of a subject whether it is no longer there after the change. */
function lookForGone({ sources, codes, codings }: Change): (subject: MemoSubject) => boolean {
  const ids = (family: { readonly removed?: readonly { readonly id: string }[] } | undefined): Set<string> =>
    new Set(family?.removed?.map(({ id }) => id));
  const gone = { sources: ids(sources), codes: ids(codes), codings: ids(codings) };
  return (subject) => {
    if (subject.kind === 'project') return false;
    if (subject.kind === 'code') return gone.codes.has(subject.codeId);
    if (subject.kind === 'coding') return gone.codings.has(subject.codingId);
    return gone.sources.has(subject.sourceId);
  };
}
