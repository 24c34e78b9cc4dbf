import type { Code, CodeId } from '#domain/project/records.ts';
import { buildCodeTree } from './code-tree.ts';
import { fieldText, writtenFields, type WrittenField } from './compare-codebooks.ts';
import { matchCodebooks, type CodebookSides, type CodeMatch } from './match-codebooks.ts';
import { carryMentions, withMentionsCarried } from './mentions/carry-mentions.ts';

/** What of a code can differ between two people: what is written about it, its name, and where it stands. */
export type MergeField = WrittenField | 'name' | 'parentId';
export const mergeFields: readonly MergeField[] = ['name', 'parentId', ...writtenFields];

/** Something both sides have decided differently, or one has removed and the other still wants. */
export type MergeConflict =
  | {
      readonly kind: 'field';
      readonly key: string;
      readonly match: CodeMatch & { readonly ours: Code };
      readonly field: MergeField;
    }
  /** They removed a code that we have changed since or use. `theirs` removes it. */
  | { readonly kind: 'removedByThem'; readonly key: string; readonly ours: Code }
  /** We removed a code that they have changed since. `theirs` brings it back. */
  | { readonly kind: 'removedByUs'; readonly key: string; readonly theirs: Code };

/** What a merge does, before anybody has decided anything: what only one side has changed is settled. */
export interface MergePlan {
  readonly matches: readonly CodeMatch[];
  /** Fields that only they have changed, by our code; taken over. */
  readonly taken: readonly {
    readonly match: CodeMatch & { readonly ours: Code };
    readonly fields: readonly MergeField[];
  }[];
  readonly added: readonly Code[];
  /** Codes of ours that they removed and nobody has touched or used since. */
  readonly removed: readonly Code[];
  readonly conflicts: readonly MergeConflict[];
  /** Fields they have written otherwise and that stay as they are here, unasked. */
  readonly left: readonly {
    readonly match: CodeMatch & { readonly ours: Code };
    readonly field: MergeField;
  }[];
  /** Ids of theirs as they are called here. */
  readonly idsHere: ReadonlyMap<CodeId, CodeId>;
}

/** Handling, not meaning: without a common state ours stands and nobody is asked. */
const UNASKED: ReadonlySet<MergeField> = new Set(['color', 'shortcut']);

/**
 * Merges their codebook into ours. With a common state it is a three-way merge: what only one side changed since then is
 * taken, what both changed differently is a conflict. Without one, an empty field takes the other's text and two different texts
 * are a conflict.
 *
 * @param used codes of ours that have codings: they never go without a question
 * @param apart see `matchCodebooks`
 */
export function planCodebookMerge(
  sides: CodebookSides,
  used: ReadonlySet<CodeId>,
  apart: ReadonlySet<CodeId> = new Set(),
): MergePlan {
  const { silent } = sides;
  const found = matchCodebooks(sides, apart);
  const idsHere = new Map(found.map(({ theirs, ours }) => [theirs.id, ours?.id ?? theirs.id]));
  const { bases, theirs: theirCodes } = inOurNames(sides, idsHere);
  const matches = found.map((match) => ({
    ...match,
    theirs: theirCodes.get(match.theirs.id) ?? match.theirs,
    base: match.base && (bases.get(match.base.id) ?? match.base),
  }));
  const conflicts: MergeConflict[] = [];
  const taken: MergePlan['taken'][number][] = [];
  const left: MergePlan['left'][number][] = [];
  const added: Code[] = [];
  for (const match of matches) {
    const { theirs, ours, base } = match;
    if (!ours) {
      if (match.by === 'new') added.push(theirs);
      else if (base && isChanged(base, theirs, idsHere, silent?.get(theirs.id)))
        conflicts.push({ kind: 'removedByUs', key: `${theirs.id} back`, theirs });
      continue;
    }
    const both = { ...match, ours };
    const fields: MergeField[] = [];
    for (const field of mergeFields) {
      if (silent?.get(theirs.id)?.has(field)) continue;
      const verdict = compareField(both, field, idsHere);
      if (verdict === 'take') fields.push(field);
      if (verdict === 'leave') left.push({ match: both, field });
      if (verdict === 'conflict') conflicts.push(fieldConflict(both, field));
    }
    if (fields.length > 0) taken.push({ match: both, fields });
  }
  const removed: Code[] = [];
  for (const ours of lostWithThem(sides, matches)) {
    const base = bases.get(ours.id);
    if (used.has(ours.id) || !base || isChanged(base, ours, idsHere))
      conflicts.push({ kind: 'removedByThem', key: `${ours.id} gone`, ours });
    else removed.push(ours);
  }
  const circling = movesInCircles(sides.ours, { taken, added, removed, idsHere });
  for (const { match } of taken) if (circling.has(match.ours.id)) conflicts.push(fieldConflict(match, 'parentId'));
  const settled = taken
    .map(({ match, fields }) => ({
      match,
      fields: fields.filter((field) => field !== 'parentId' || !circling.has(match.ours.id)),
    }))
    .filter(({ fields }) => fields.length > 0);
  return { matches, taken: settled, added, removed, conflicts, left, idsHere };
}

/**
 * Their codes and those both began with, with codes named in their texts as they are called here. A code that somebody has
 * renamed is still the same one: every text that names it would be a question, and name nothing once it had been taken.
 */
function inOurNames(
  { base, ours, theirs }: CodebookSides,
  idsHere: ReadonlyMap<CodeId, CodeId>,
): { readonly bases: ReadonlyMap<CodeId, Code>; readonly theirs: ReadonlyMap<CodeId, Code> } {
  const tree = buildCodeTree(ours);
  const heirs = new Map(ours.flatMap(({ id, mergedFrom = [] }) => mergedFrom.map((gone) => [gone, id])));
  const here = (id: CodeId): CodeId | undefined => (tree.has(id) ? id : heirs.get(id));
  const carried = (codes: readonly Code[], idOf: (id: CodeId) => CodeId): Map<CodeId, Code> => {
    const from = buildCodeTree(codes);
    const rename = (text: string): string => carryMentions(text, from, tree, (id) => here(idOf(id)));
    return new Map(codes.map((code) => [code.id, withMentionsCarried(code, rename)]));
  };
  return {
    bases: carried(base ?? [], (id) => id),
    theirs: carried(theirs, (id) => idsHere.get(id) ?? id),
  };
}

function fieldConflict(match: CodeMatch & { readonly ours: Code }, field: MergeField): MergeConflict {
  return { kind: 'field', key: `${match.ours.id} ${field}`, match, field };
}

/**
 * Codes they have moved to where, with what we have moved, codes would stand inside one another. Either side is right for
 * itself, so it has to be decided.
 */
function movesInCircles(
  ours: readonly Code[],
  { taken, added, removed, idsHere }: Pick<MergePlan, 'taken' | 'added' | 'removed' | 'idsHere'>,
): Set<CodeId> {
  const gone = new Set(removed.map(({ id }) => id));
  const here = (id: CodeId | null): CodeId | null => id && (idsHere.get(id) ?? id);
  const parents = new Map<CodeId, CodeId | null>();
  for (const { id, parentId } of ours) if (!gone.has(id)) parents.set(id, parentId);
  for (const { id, parentId } of added) parents.set(id, here(parentId));
  const moved = new Map<CodeId, CodeId | null>();
  for (const { match, fields } of taken) if (fields.includes('parentId')) moved.set(match.ours.id, match.ours.parentId);
  for (const { match } of taken) if (moved.has(match.ours.id)) parents.set(match.ours.id, here(match.theirs.parentId));
  const circling = new Set<CodeId>();
  // Taking a move back can close another circle, of moves that were sound before.
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const id of moved.keys()) {
      if (circling.has(id) || !isInCircle(id, parents)) continue;
      circling.add(id);
      isSettled = false;
    }
    for (const id of circling) parents.set(id, moved.get(id) ?? null);
  }
  return circling;
}

function isInCircle(id: CodeId, parents: ReadonlyMap<CodeId, CodeId | null>): boolean {
  const seen = new Set<CodeId>();
  for (let at = parents.get(id) ?? null; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** The field as text, the parent as its id here. */
export function mergeText(code: Code, field: MergeField, idsHere: ReadonlyMap<CodeId, CodeId>): string {
  if (field === 'name') return code.name;
  if (field === 'parentId') return code.parentId === null ? '' : (idsHere.get(code.parentId) ?? code.parentId);
  return fieldText(code, field);
}

function compareField(
  { ours, theirs, base }: CodeMatch & { readonly ours: Code },
  field: MergeField,
  idsHere: ReadonlyMap<CodeId, CodeId>,
): 'same' | 'keep' | 'leave' | 'take' | 'conflict' {
  const [here, there] = [mergeText(ours, field, idsHere), mergeText(theirs, field, idsHere)];
  if (here === there) return 'same';
  if (base) {
    const was = mergeText(base, field, idsHere);
    if (there === was) return 'keep';
    return here === was ? 'take' : 'conflict';
  }
  if (there === '') return 'keep';
  if (UNASKED.has(field)) return 'leave';
  return here === '' && field !== 'parentId' ? 'take' : 'conflict';
}

function isChanged(
  before: Code,
  after: Code,
  idsHere: ReadonlyMap<CodeId, CodeId>,
  silent: ReadonlySet<keyof Code> = new Set(),
): boolean {
  return mergeFields.some(
    (field) => !silent.has(field) && mergeText(before, field, idsHere) !== mergeText(after, field, idsHere),
  );
}

/** Codes of ours that stood in the common state and that they no longer have. */
function lostWithThem({ base, ours }: CodebookSides, matches: readonly CodeMatch[]): Code[] {
  if (!base) return [];
  const stood = new Set(base.map(({ id }) => id));
  const matched = new Set(matches.map((match) => match.ours?.id));
  return ours.filter(({ id }) => stood.has(id) && !matched.has(id));
}
