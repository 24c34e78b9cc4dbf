import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeSet } from '#domain/project/records.ts';
import { joinAliases } from '../aliases.ts';
import { descriptionOf } from './description-text.ts';
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
  'origins',
  'lines',
  'shortened',
  'respelled',
  'cut',
] as const;
export type LossKind = (typeof lossKinds)[number];

/**
 * What will not be in a file, and of how many codes (of `sets`: how many sets; of `introduction`: one; of `cut`: how many texts);
 * never zero.
 */
export interface Loss {
  readonly kind: LossKind;
  readonly count: number;
  /** Of `cut`: which texts. */
  readonly places?: readonly CutText[];
}

const fields = ['definition', 'summary', 'include', 'exclude', 'example', 'borderline', 'memo', 'aliases'] as const;

/**
 * A text that a format cuts. `field` is `all` where a format writes all texts of a code as one, `set` where it is the description of
 * a set, `introduction` where it is a line of that, which has no name.
 */
export interface CutText {
  readonly name: string;
  readonly field: (typeof fields)[number] | 'all' | 'set' | 'introduction';
}

/** Excel takes no longer cell. */
export const LONGEST_CELL_UTF16 = 32_767;

const isLost: Readonly<Partial<Record<LossKind, (code: Code) => boolean>>> = {
  words: ({ summary, include, exclude, example, borderline, memo }) =>
    [summary, include, exclude, example, borderline, memo].some((text) => (text ?? '') !== ''),
  color: () => true,
  shortcut: ({ shortcut }) => shortcut !== '',
  aliases: ({ aliases }) => (aliases ?? []).length > 0,
  folders: ({ isCodable }) => !isCodable,
  exampleLinks: ({ exampleCodingId }) => exampleCodingId !== undefined,
  origins: () => true,
  lines: (code) => descriptionOf(code).includes('\n'),
};

export interface CodebookAtHand {
  readonly tree: CodeTree;
  readonly sets: readonly CodeSet[];
  /** Empty where there is none. */
  readonly introduction: string;
}

/** What a format cannot do. */
export interface FormatLimits {
  /** What it has no place for. */
  readonly lacks: readonly LossKind[];
  /** Where it spells names in a way of its own. */
  readonly layout?: PathLayout;
  /** In UTF-16 units, where cells have a limit. */
  readonly longestCell?: number;
}

/** What of a codebook a format cannot hold. */
export function codebookLosses(
  { tree, sets, introduction }: CodebookAtHand,
  { lacks, layout, longestCell }: FormatLimits,
): Loss[] {
  const codes = tree.codes();
  const paths = layout && writePathRows(tree, layout);
  const counts = lacks.map((kind): Loss => {
    if (kind === 'sets') return { kind, count: sets.length };
    if (kind === 'introduction') return { kind, count: introduction === '' ? 0 : 1 };
    const lost = isLost[kind];
    return { kind, count: lost ? codes.filter(lost).length : 0 };
  });
  if (paths) {
    const { shortened, respelled } = paths.losses;
    counts.push({ kind: 'shortened', count: shortened }, { kind: 'respelled', count: respelled });
  }
  if (longestCell !== undefined) {
    const places = paths
      ? textsTooLong(paths.rows.slice(layout.header ? 1 : 0), codes, longestCell)
      : [
          ...fieldsTooLong(codes, longestCell),
          ...(lacks.includes('sets') ? [] : descriptionsTooLong(sets, longestCell)),
          ...(lacks.includes('introduction') ? [] : linesTooLong(introduction, longestCell)),
        ];
    counts.push({ kind: 'cut', count: places.length, places });
  }
  return counts.filter(({ count }) => count > 0);
}

function fieldsTooLong(codes: readonly Code[], longest: number): CutText[] {
  return codes.flatMap((code) =>
    fields.filter((field) => textOf(code, field).length > longest).map((field) => ({ name: code.name, field })),
  );
}

function descriptionsTooLong(sets: readonly CodeSet[], longest: number): CutText[] {
  const long = sets.filter(({ description }) => description.length > longest);
  return long.map(({ name }) => ({ name, field: 'set' }));
}

function linesTooLong(introduction: string, longest: number): CutText[] {
  const isLong = introduction.split('\n').some((line) => line.length > longest);
  return isLong ? [{ name: '', field: 'introduction' }] : [];
}

/** Rows stand in the order of the codes. */
function textsTooLong(
  rows: readonly (readonly [string, string])[],
  codes: readonly Code[],
  longest: number,
): CutText[] {
  return codes.filter((_, at) => (rows[at]?.[1] ?? '').length > longest).map(({ name }) => ({ name, field: 'all' }));
}

function textOf(code: Code, field: (typeof fields)[number]): string {
  return field === 'aliases' ? joinAliases(code.aliases ?? []) : (code[field] ?? '');
}
