import type { Code, CodeId } from '#domain/project/records.ts';
import { fieldText, writtenFields, type WrittenField } from './compare-codebooks.ts';
import { matchCodebooks, type CodebookSides, type CodeMatch } from './match-codebooks.ts';

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
  const matches = matchCodebooks(sides, apart);
  const idsHere = new Map(matches.map(({ theirs, ours }) => [theirs.id, ours?.id ?? theirs.id]));
  const conflicts: MergeConflict[] = [];
  const taken: MergePlan['taken'][number][] = [];
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
      if (verdict === 'conflict') conflicts.push({ kind: 'field', key: `${ours.id} ${field}`, match: both, field });
    }
    if (fields.length > 0) taken.push({ match: both, fields });
  }
  const removed: Code[] = [];
  for (const ours of lostWithThem(sides, matches)) {
    const base = sides.base?.find(({ id }) => id === ours.id);
    if (used.has(ours.id) || !base || isChanged(base, ours, idsHere))
      conflicts.push({ kind: 'removedByThem', key: `${ours.id} gone`, ours });
    else removed.push(ours);
  }
  return { matches, taken, added, removed, conflicts, idsHere };
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
): 'same' | 'keep' | 'take' | 'conflict' {
  const [here, there] = [mergeText(ours, field, idsHere), mergeText(theirs, field, idsHere)];
  if (here === there) return 'same';
  if (base) {
    const was = mergeText(base, field, idsHere);
    if (there === was) return 'keep';
    return here === was ? 'take' : 'conflict';
  }
  if (there === '' || UNASKED.has(field)) return 'keep';
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
