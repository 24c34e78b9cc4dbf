import type { CodeTree } from '../codebook/code-tree.ts';
import type { CodeId, CoderId, Coding } from '../project/records.ts';

export interface CodeChoice {
  readonly codeId: CodeId;
  /** Whether what stands below it, now or later, is chosen with it. */
  readonly withSubcodes: boolean;
}

/** Which codings are to be seen. It hides and never removes: counts, lists and exports do not know of it. */
export interface CodingFilter {
  /** Nothing is to be seen; what was chosen is kept for when it is switched on again. */
  readonly isOff: boolean;
  /** Null for all. */
  readonly codes: readonly CodeChoice[] | null;
  /** Null for all. */
  readonly coders: readonly CoderId[] | null;
}

export const SHOW_ALL: CodingFilter = { isOff: false, codes: null, coders: null };

export function isInForce({ isOff, codes, coders }: CodingFilter): boolean {
  return isOff || codes !== null || coders !== null;
}

/** The test for a coding; null when everything passes, so that nothing need be asked. */
export function sieveOf(filter: CodingFilter, tree: CodeTree): ((coding: Coding) => boolean) | null {
  if (!isInForce(filter)) return null;
  if (filter.isOff) return () => false;
  const codes = filter.codes && codesOf(filter.codes, tree);
  const coders = filter.coders && new Set(filter.coders);
  return ({ codeId, coderId }) => (codes?.has(codeId) ?? true) && (coders?.has(coderId) ?? true);
}

/** All codes that choices stand for. */
export function codesOf(choices: readonly CodeChoice[], tree: CodeTree): Set<CodeId> {
  const codes = new Set<CodeId>();
  for (const { codeId, withSubcodes } of choices) {
    if (tree.has(codeId)) codes.add(codeId);
    if (withSubcodes) for (const { id } of tree.descendantsOf(codeId)) codes.add(id);
  }
  return codes;
}

/**
 * Chooses a code with all below it, or takes it out with all below it; what stands above it then counts without its
 * sub-codes. With the last code gone all are to be seen again.
 */
export function toggleCode(filter: CodingFilter, codeId: CodeId, tree: CodeTree): CodingFilter {
  const codes = codesOf(filter.codes ?? [], tree);
  const branch = [codeId, ...tree.descendantsOf(codeId).map(({ id }) => id)];
  const isChosen = codes.has(codeId);
  for (const id of branch) {
    if (isChosen) codes.delete(id);
    else codes.add(id);
  }
  const choices = choicesOf(codes, tree);
  return { ...filter, isOff: false, codes: choices.length === 0 ? null : choices };
}

export function toggleCoder(filter: CodingFilter, coderId: CoderId): CodingFilter {
  const before = filter.coders ?? [];
  const coders = before.includes(coderId) ? before.filter((id) => id !== coderId) : [...before, coderId];
  return { ...filter, isOff: false, coders: coders.length === 0 ? null : coders };
}

/** The fewest choices for a set of codes: whole branches as one. */
function choicesOf(codes: ReadonlySet<CodeId>, tree: CodeTree): CodeChoice[] {
  const choices: CodeChoice[] = [];
  const covered = new Set<CodeId>();
  for (const { code } of tree.rows) {
    if (!codes.has(code.id) || covered.has(code.id)) continue;
    const below = tree.descendantsOf(code.id);
    const withSubcodes = below.every(({ id }) => codes.has(id));
    if (withSubcodes) for (const { id } of below) covered.add(id);
    choices.push({ codeId: code.id, withSubcodes });
  }
  return choices;
}

/** Without codes and coders that are gone; with none left of what was chosen, all are to be seen. */
export function withoutGone(
  filter: CodingFilter,
  known: { has: (codeId: CodeId) => boolean; hasCoder: (coderId: CoderId) => boolean },
): CodingFilter {
  const codes = filter.codes?.filter(({ codeId }) => known.has(codeId)) ?? [];
  const coders = filter.coders?.filter((id) => known.hasCoder(id)) ?? [];
  return {
    isOff: filter.isOff,
    codes: codes.length === 0 ? null : codes,
    coders: coders.length === 0 ? null : coders,
  };
}

/** A remembered filter; everything is to be seen where what was stored is none. */
export function readFilter(stored: unknown): CodingFilter {
  if (typeof stored !== 'object' || stored === null) return SHOW_ALL;
  const { isOff, codes, coders } = stored as Record<string, unknown>;
  return {
    isOff: isOff === true,
    codes: Array.isArray(codes) ? codes.filter(isChoice) : null,
    coders: Array.isArray(coders) ? coders.filter((id): id is CoderId => typeof id === 'string') : null,
  };
}

function isChoice(value: unknown): value is CodeChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { codeId, withSubcodes } = value as Record<string, unknown>;
  return typeof codeId === 'string' && typeof withSubcodes === 'boolean';
}
