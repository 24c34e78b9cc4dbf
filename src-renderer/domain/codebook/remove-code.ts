import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId, Coding } from '#domain/project/records.ts';
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
  };
}

/**
 * Removes a code and the codings that hang on what is removed. With `moveCodesUp` it is refused when a child has the name of
 * a code it would come to stand beside.
 *
 * @param codings all codings of the project, or at least those of the codes that may go
 */
export function removeCode(
  tree: CodeTree,
  codings: Iterable<Coding>,
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
  for (const coding of codings) if (goingIds.has(coding.codeId)) goingCodings.push(coding);
  const change: Change = {
    codes: { removed: codes, ...edits.value.toUpdates() },
    ...(goingCodings.length > 0 && { codings: { removed: goingCodings } }),
  };
  const sources = new Set(goingCodings.map((coding) => coding.sourceId)).size;
  return done({ change, summary: { codes: codes.length, codings: goingCodings.length, sources } });
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
