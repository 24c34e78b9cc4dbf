import { handOverCodings } from '#domain/coding/hand-over-codings.ts';
import { squash, type Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId, CoderId, Coding, CodingId, Memo } from '#domain/project/records.ts';
import { addCode } from './add-code.ts';
import { buildCodeTree, type CodeTree } from './code-tree.ts';
import { done, refused, type Outcome } from './refusal.ts';

/** Where codings are to go: a code that is there, or one that is made for them. */
export type SplitTarget =
  | { readonly kind: 'code'; readonly codeId: CodeId }
  | { readonly kind: 'new'; readonly name: string; readonly parentId: CodeId | null };

export interface CodeSplit {
  readonly change: Change;
  readonly codes: number;
  /** Codings that have another code, and those that went into an identical one. */
  readonly moved: number;
}

/**
 * Hands codings to other codes, some of which may have to be made first. What is not assigned stays as it is. All targets are
 * made, those too that nothing is handed to.
 *
 * @param assigned by the id of a coding: the index of its target
 * @param content.codings all codings of the project, or at least those of all codes concerned
 */
export function splitCode(
  tree: CodeTree,
  targets: readonly SplitTarget[],
  assigned: ReadonlyMap<CodingId, number>,
  content: { readonly codings: Iterable<Coding>; readonly memos: Iterable<Memo> },
  coderId: CoderId,
  environment: Environment,
): Outcome<CodeSplit> {
  const all = [...content.codings];
  const origin = onlyCodeOf(all, assigned);
  const changes: Change[] = [];
  const ids: CodeId[] = [];
  let current = tree;
  for (const target of targets) {
    if (target.kind === 'code') {
      const code = tree.get(target.codeId);
      if (!code) return refused({ code: 'codeMissing', params: {} });
      if (!code.isCodable) return refused({ code: 'onlyFolder', params: { name: code.name } });
      ids.push(code.id);
      continue;
    }
    const added = addCode(current, target, coderId, environment);
    if (!added.ok) return added;
    const code: Code = { ...added.value.code, ...(origin && { splitFrom: origin }) };
    const { change } = added.value;
    changes.push({ codes: { ...change.codes, added: [code] } });
    ids.push(code.id);
    const updated = new Map(change.codes?.updated?.map(([, to]) => [to.id, to]));
    current = buildCodeTree([...current.codes().map((known) => updated.get(known.id) ?? known), code]);
  }
  const targetIds = new Set(ids);
  const concerned = all.filter(({ id, codeId }) => assigned.has(id) || targetIds.has(codeId));
  const targetOf = ({ id }: Coding): CodeId | null => {
    const at = assigned.get(id);
    return at === undefined ? null : (ids[at] ?? null);
  };
  const handed = handOverCodings(concerned, targetOf, content.memos, environment);
  return done({ change: squash([...changes, handed.change]), codes: ids.length, moved: handed.moved + handed.united });
}

/** The code all the assigned codings have; null where they are of several. */
function onlyCodeOf(codings: readonly Coding[], assigned: ReadonlyMap<CodingId, number>): CodeId | null {
  const codes = new Set(codings.filter(({ id }) => assigned.has(id)).map(({ codeId }) => codeId));
  const [origin = null] = codes;
  return codes.size === 1 ? origin : null;
}
