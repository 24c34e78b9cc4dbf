import type { Code, CodeId } from '#domain/project/records.ts';
import type { CodeTree } from '../code-tree.ts';
import { mentionPieces } from './code-mentions.ts';

/** Two states of a codebook, whose texts can be compared. */
export interface TwoStates {
  readonly earlier: CodeTree;
  readonly later: CodeTree;
  /** Which of the later codes took a lost one in, also by way of one that was itself merged later. */
  readonly heirs: ReadonlyMap<CodeId, Code>;
}

export function twoStates(earlier: CodeTree, later: CodeTree): TwoStates {
  const heirs = new Map<CodeId, Code>();
  for (const code of later.codes()) for (const id of code.mergedFrom ?? []) heirs.set(id, code);
  return { earlier, later, heirs };
}

/**
 * Whether a text of the earlier state says the same as one of the later: words and codes named, whatever those are called. A
 * code that is there in one state only is no more than the words of its name: they are what is left of it when it is deleted.
 */
export function saysTheSame(before: string, after: string, { earlier, later, heirs }: TwoStates): boolean {
  if (before === after) return true;
  const heirIds = new Set([...heirs].flatMap(([lost, { id }]) => (earlier.has(lost) ? [id] : [])));
  const was = meaningOf(before, earlier, (id) => (later.has(id) ? id : (heirs.get(id)?.id ?? null)));
  return was === meaningOf(after, later, (id) => (earlier.has(id) || heirIds.has(id) ? id : null));
}

/** A text with codes in it rather than their names. `known` is what a code counts as; null: as words. */
function meaningOf(text: string, tree: CodeTree, known: (id: CodeId) => CodeId | null): string {
  return mentionPieces(text, tree)
    .map(({ code, text: words }) => {
      const id = code && known(code.id);
      return id === null ? words : `\u0000${id}\u0000`;
    })
    .join('');
}
