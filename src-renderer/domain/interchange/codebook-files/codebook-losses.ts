import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeSet } from '#domain/project/records.ts';
import { writePathRows, type PathLayout } from './path-rows.ts';

/** What a format may have no place for. `words`: what is written about a code beyond its definition. */
export const lossKinds = [
  'introduction',
  'words',
  'color',
  'shortcut',
  'aliases',
  'folders',
  'sets',
  'exampleLinks',
  'shortened',
  'respelled',
] as const;
export type LossKind = (typeof lossKinds)[number];

/** What will not be in a file, and of how many codes (of `sets`: how many sets; of `introduction`: one); never zero. */
export interface Loss {
  readonly kind: LossKind;
  readonly count: number;
}

const isLost: Readonly<Partial<Record<LossKind, (code: Code) => boolean>>> = {
  words: ({ summary, include, exclude, example, borderline, memo }) =>
    [summary, include, exclude, example, borderline, memo].some((text) => (text ?? '') !== ''),
  color: () => true,
  shortcut: ({ shortcut }) => shortcut !== '',
  aliases: ({ aliases }) => (aliases ?? []).length > 0,
  folders: ({ isCodable }) => !isCodable,
  exampleLinks: ({ exampleCodingId }) => exampleCodingId !== undefined,
};

export interface CodebookAtHand {
  readonly tree: CodeTree;
  readonly sets: readonly CodeSet[];
  readonly hasIntroduction: boolean;
}

/**
 * What of a codebook a format cannot hold.
 *
 * @param kinds what it has no place for
 * @param layout where it spells names in a way of its own
 */
export function codebookLosses(
  { tree, sets, hasIntroduction }: CodebookAtHand,
  kinds: readonly LossKind[],
  layout?: PathLayout,
): Loss[] {
  const codes = tree.codes();
  const spelling = layout && writePathRows(tree, layout).losses;
  const counts = kinds.map((kind): Loss => {
    if (kind === 'sets') return { kind, count: sets.length };
    if (kind === 'introduction') return { kind, count: hasIntroduction ? 1 : 0 };
    const lost = isLost[kind];
    return { kind, count: lost ? codes.filter(lost).length : 0 };
  });
  if (spelling) {
    counts.push({ kind: 'shortened', count: spelling.shortened }, { kind: 'respelled', count: spelling.respelled });
  }
  return counts.filter(({ count }) => count > 0);
}
