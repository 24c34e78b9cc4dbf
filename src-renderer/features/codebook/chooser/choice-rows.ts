import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { matchCodes } from './find-codes.ts';

/** What can be chosen in place of a code. */
export interface OtherChoice<T extends string = string> {
  readonly id: T;
  readonly label: string;
}

/** A line of the list from which a code is chosen. */
export type ChoiceRow =
  | { readonly kind: 'heading'; readonly of: 'recent' | 'all' }
  /** No code: the top of the codebook for instance. */
  | { readonly kind: 'other'; readonly other: OtherChoice }
  | {
      readonly kind: 'code';
      readonly code: Code;
      /** Letters of the name that were found, as indexes into it. */
      readonly marks: readonly number[];
      /** How far it stands in, among all in the order of the codebook; null where its path is told instead. */
      readonly depth: number | null;
      /** Why it cannot be chosen. */
      readonly refusal: string | null;
    };

export interface ChoiceOptions {
  readonly query: string;
  readonly recent: readonly CodeId[];
  /** The one that is chosen now stands before the recent ones. */
  readonly chosen: string | null;
  /** Only these are offered; null for all. */
  readonly among: ReadonlySet<CodeId> | null;
  readonly others: readonly OtherChoice[];
  readonly refuse: (code: Code) => string | null;
  readonly countOf: (id: CodeId) => number;
}

/** More nobody looks through; one types on. */
export const MOST_FOUND = 500;
const RECENT_SHOWN = 5;
/** With fewer all are in view at once, and nobody needs some of them twice. */
const RECENT_FROM = 12;

/**
 * Without a query: what is no code, the chosen one, the recent ones, then all as they stand in the codebook. With one: what fits, best match
 * first, what cannot be chosen last.
 */
export function choiceRows(tree: CodeTree, options: ChoiceOptions): ChoiceRow[] {
  const { query, recent, chosen, among, others, refuse, countOf } = options;
  const isOffered = (id: CodeId): boolean => among === null || among.has(id);
  const rowOf = (code: Code, depth: number | null, marks: readonly number[] = []): ChoiceRow => ({
    kind: 'code',
    code,
    marks,
    depth,
    refusal: refuse(code),
  });
  const trimmed = query.trim();
  if (trimmed !== '') {
    const meant = others.filter(({ label }) => label.toLowerCase().includes(trimmed.toLowerCase()));
    const found = matchCodes(tree, trimmed, recent, countOf, MOST_FOUND)
      .filter(({ code }) => isOffered(code.id))
      .map(({ code, marks }) => rowOf(code, null, marks));
    return [...meant.map(rowOfOther), ...found.filter(canChoose), ...found.filter(cannotChoose)];
  }
  const all = tree.rows.filter(({ code }) => isOffered(code.id));
  const rest = all.map(({ code, depth }) => rowOf(code, among === null ? depth : null));
  const first = others.map(rowOfOther);
  if (all.length < RECENT_FROM) return [...first, ...rest];
  const few = (ids: readonly CodeId[]): ChoiceRow[] =>
    ids
      .flatMap((id) => (isOffered(id) ? (tree.get(id) ?? []) : []))
      .map((code) => rowOf(code, null))
      .filter(canChoose);
  const now = few(chosen === null ? [] : [chosen as CodeId]);
  const used = few(recent.filter((id) => id !== chosen)).slice(0, RECENT_SHOWN);
  return [
    ...first,
    ...now,
    ...headed('recent', used),
    ...(first.length + now.length + used.length > 0 ? headed('all', rest) : rest),
  ];
}

function headed(of: 'recent' | 'all', rows: readonly ChoiceRow[]): ChoiceRow[] {
  return rows.length === 0 ? [] : [{ kind: 'heading', of }, ...rows];
}

/** Whether the arrows come to it: also to what cannot be chosen, so that one learns why. */
export function isOption(row: ChoiceRow | undefined): row is Exclude<ChoiceRow, { kind: 'heading' }> {
  return row !== undefined && row.kind !== 'heading';
}

/** What choosing it means; null for a heading. */
export function idOf(row: ChoiceRow): string | null {
  if (row.kind === 'heading') return null;
  return row.kind === 'code' ? row.code.id : row.other.id;
}

export function canChoose(row: ChoiceRow | undefined): boolean {
  return isOption(row) && (row.kind === 'other' || row.refusal === null);
}

function rowOfOther(other: OtherChoice): ChoiceRow {
  return { kind: 'other', other };
}

function cannotChoose(row: ChoiceRow): boolean {
  return !canChoose(row);
}

/** The option so many steps away, as far as there are any. */
export function stepFrom(rows: readonly ChoiceRow[], at: number, step: number): number {
  const way = Math.sign(step);
  let reached = at;
  let left = Math.abs(step);
  for (let next = at + way; left > 0 && next >= 0 && next < rows.length; next += way) {
    if (!isOption(rows[next])) continue;
    reached = next;
    left--;
  }
  return reached;
}

/** Where the keyboard begins: on what is chosen, else on the first that can be. */
export function startOf(rows: readonly ChoiceRow[], chosen: string | null): number {
  const at = rows.findIndex((row) => chosen !== null && idOf(row) === chosen && canChoose(row));
  return at >= 0 ? at : Math.max(0, rows.findIndex(canChoose));
}
