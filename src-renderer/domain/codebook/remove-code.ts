import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import { countMemosGone, withMemosOf } from '#domain/memos/memos-gone.ts';
import type { Code, CodeId, Coding, Memo } from '#domain/project/records.ts';
import { CodeEdits } from './code-edits.ts';
import { findNamesake } from './code-name.ts';
import { refuseTakenName } from './code-fields.ts';
import type { CodeTree } from './code-tree.ts';
import { done, refused, type Outcome } from './refusal.ts';
import { placeAmong } from './sibling-order.ts';

/** `withCodings`: all below goes too. `moveCodesUp`: what is below takes the removed code's place. */
export type RemovalPolicy = 'withCodings' | 'moveCodesUp';

export interface Removal {
  readonly change: Change;
  /** How much goes, for the question before it and the sentence after it. */
  readonly summary: {
    readonly codes: number;
    readonly codings: number;
    /** Distinct sources that lose a coding. */
    readonly sources: number;
    /** On the codes and codings that go. */
    readonly memos: number;
  };
}

/**
 * Removes a code with the codings and memos that hang on what is removed. With `moveCodesUp` it is refused when a child has the name of
 * a code it would come to stand beside.
 *
 * @param content.codings all codings of the project, or at least those of the codes that may go
 * @param content.memos all memos of the project
 */
export function removeCode(
  tree: CodeTree,
  content: { readonly codings: Iterable<Coding>; readonly memos: Iterable<Memo> },
  id: CodeId,
  policy: RemovalPolicy,
  environment: Environment,
): Outcome<Removal> {
  const code = tree.get(id);
  if (!code) return refused({ code: 'codeMissing', params: {} });
  const edits = policy === 'moveCodesUp' ? moveChildrenUp(tree, code, environment) : done(new CodeEdits());
  if (!edits.ok) return edits;
  const codes = policy === 'withCodings' ? [code, ...tree.descendantsOf(id)] : [code];
  const goingIds = new Set(codes.map((going) => going.id));
  const goingCodings: Coding[] = [];
  for (const coding of content.codings) if (goingIds.has(coding.codeId)) goingCodings.push(coding);
  const bare: Change = {
    codes: { removed: codes, ...edits.value.toUpdates() },
    ...(goingCodings.length > 0 && { codings: { removed: goingCodings } }),
  };
  const change = withMemosOf(bare, content.memos);
  const sources = new Set(goingCodings.map((coding) => coding.sourceId)).size;
  return done({
    change,
    summary: { codes: codes.length, codings: goingCodings.length, sources, memos: countMemosGone(change) },
  });
}

function moveChildrenUp(tree: CodeTree, code: Code, environment: Environment): Outcome<CodeEdits> {
  const parentId = tree.parentOf(code.id);
  const family = tree.childrenOf(parentId);
  const siblings = family.filter((sibling) => sibling.id !== code.id);
  const children = tree.childrenOf(code.id);
  for (const child of children) {
    if (findNamesake(siblings, child.name)) return refuseTakenName(tree, child.name, parentId);
  }
  const beforeId = family[family.indexOf(code) + 1]?.id ?? null;
  const edits = new CodeEdits();
  const now = environment.now();
  for (const child of children) edits.edit(child, { parentId, modifiedAt: now });
  edits.place([...siblings, ...children], placeAmong(siblings, children, beforeId));
  return done(edits);
}
