import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addCode } from '#domain/codebook/add-code.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { mergeCodes } from '#domain/codebook/merge-codes.ts';
import { moveCodes } from '#domain/codebook/move-code.ts';
import type { Outcome } from '#domain/codebook/refusal.ts';
import { removeCodes } from '#domain/codebook/remove-code.ts';
import { splitCode } from '#domain/codebook/split-code.ts';
import { renameCode } from '#domain/codebook/update-code.ts';
import { CodingCounts } from '#domain/coding/coding-counts.ts';
import { applyFamily, invert, type Change } from '#domain/history/change.ts';
import type { Code, CodeId, Coding, CodingId } from '#domain/project/records.ts';
import {
  anyTree,
  applyToCodes,
  coderId,
  codingOf,
  countingEnvironment,
  expectTree,
  sortedById,
} from './code-builder.ts';

interface State {
  readonly codes: readonly Code[];
  readonly codings: readonly Coding[];
}

const names = ['Water', 'Work', 'Zeit', 'Fire', 'Ärger'] as const;
const place = fc.nat(20);
const places = fc.uniqueArray(place, { minLength: 1, maxLength: 3 });
const parent = fc.option(place, { nil: null });
const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), places, parent, before: parent }),
  fc.record({ kind: fc.constant('merge' as const), places, into: place }),
  fc.record({
    kind: fc.constant('split' as const),
    at: place,
    name: fc.constantFrom(...names),
    parent,
    isNew: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    places,
    codings: fc.constantFrom('go' as const, 'toParent' as const),
    below: fc.constantFrom('go' as const, 'moveUp' as const),
  }),
  fc.record({ kind: fc.constant('rename' as const), at: place, name: fc.constantFrom(...names) }),
  fc.record({ kind: fc.constant('add' as const), name: fc.constantFrom(...names), parent }),
  fc.record({ kind: fc.constant('undo' as const) }),
);
type Step = Exclude<typeof anyStep extends fc.Arbitrary<infer S> ? S : never, { kind: 'undo' }>;

const environment = countingEnvironment();

/** The change a step comes to, or why it is refused; and how many codings may go by it, by being deleted or being there already. */
function plan({ codes, codings }: State, step: Step): Outcome<{ change: Change; going: number | null }> {
  const tree = buildCodeTree(codes);
  const ids = (at: readonly number[]): CodeId[] =>
    codes.length === 0 ? [] : [...new Set(at.map((one) => codes[one % codes.length]?.id ?? ('' as CodeId)))];
  const [id = '' as CodeId] = 'at' in step ? ids([step.at]) : [];
  const [parentId = null] = 'parent' in step && step.parent !== null ? ids([step.parent]) : [];
  const keeping = (outcome: Outcome<Change>): ReturnType<typeof plan> =>
    outcome.ok ? { ok: true, value: { change: outcome.value, going: 0 } } : outcome;
  switch (step.kind) {
    case 'move':
      return keeping(
        moveCodes(
          tree,
          ids(step.places),
          parentId,
          step.before === null ? null : (ids([step.before])[0] ?? null),
          environment,
        ),
      );
    case 'rename':
      return keeping(renameCode(tree, id, step.name, environment));
    case 'add': {
      const added = addCode(tree, { name: step.name, parentId }, coderId, environment);
      return added.ok ? { ok: true, value: { change: added.value.change, going: 0 } } : added;
    }
    case 'merge': {
      const [into = '' as CodeId] = ids([step.into]);
      const others = ids(step.places).filter((one) => one !== into);
      const belongings = { codings, memos: [], sets: [] };
      const merged = mergeCodes(tree, others, into, {}, belongings, environment);
      return merged.ok
        ? { ok: true, value: { change: merged.value.change, going: merged.value.summary.united } }
        : merged;
    }
    case 'split': {
      const own = codings.filter(({ codeId }) => codeId === id);
      const assigned = new Map(own.slice(0, 2).map((coding): [CodingId, number] => [coding.id, 0]));
      const target = step.isNew
        ? ({ kind: 'new', name: step.name, parentId } as const)
        : ({ kind: 'code', codeId: parentId ?? id } as const);
      const split = splitCode(tree, [target], assigned, { codings, memos: [] }, coderId, environment);
      return split.ok ? { ok: true, value: { change: split.value.change, going: null } } : split;
    }
    case 'delete': {
      const removed = removeCodes(tree, { codings, memos: [] }, ids(step.places), step, environment);
      return removed.ok
        ? {
            ok: true,
            value: {
              change: removed.value.change,
              going: step.codings === 'go' ? removed.value.summary.codings : null,
            },
          }
        : removed;
    }
  }
}

function expectSound({ codes, codings }: State, counts: CodingCounts): void {
  expectTree(codes);
  const known = new Set(codes.map(({ id }) => id));
  for (const { codeId } of codings) expect(known.has(codeId)).toBe(true);
  const passages = codings.map(({ codeId, startUtf16 }) => `${codeId} ${startUtf16}`);
  expect(new Set(passages).size).toBe(passages.length);
  expect(counts.total).toBe(codings.length);
  for (const id of known) {
    expect(counts.ofCode(id)).toBe(codings.filter(({ codeId }) => codeId === id).length);
  }
}

const inOrder = (codings: readonly Coding[]): Coding[] => codings.toSorted((a, b) => (a.id < b.id ? -1 : 1));

it('whatever is done to codes one after the other: a tree with unique names, no coding lost or made twice, counts right, all undone', () => {
  fc.assert(
    fc.property(anyTree, fc.array(anyStep, { minLength: 1, maxLength: 14 }), (begun, steps) => {
      // Two passages for each code: one that all share, so that codings meet, one of its own.
      const codings = begun.flatMap((code, at) => [
        codingOf(`${code.id}-shared`, code.id),
        codingOf(`${code.id}-own`, code.id, { startUtf16: 10 * at + 10, endUtf16: 10 * at + 15 }),
      ]);
      const counts = new CodingCounts();
      for (const coding of codings) counts.add(coding);
      let state: State = { codes: begun, codings };
      const done: Change[] = [];
      const apply = (change: Change): void => {
        state = { codes: applyToCodes(state.codes, change), codings: applyFamily(state.codings, change.codings) };
        const { added = [], updated = [], removed = [] } = change.codings ?? {};
        for (const coding of [...removed, ...updated.map(([from]) => from)]) counts.remove(coding);
        for (const coding of [...added, ...updated.map(([, to]) => to)]) counts.add(coding);
        expectSound(state, counts);
      };
      for (const step of steps) {
        if (step.kind === 'undo') {
          const last = done.pop();
          if (last) apply(invert(last));
          continue;
        }
        const outcome = plan(state, step);
        if (!outcome.ok) continue;
        const { change, going } = outcome.value;
        const before = state.codings;
        apply(change);
        done.push(change);
        if (going !== null) expect(state.codings.length).toBe(before.length - going);
        // A coding that was handed over goes only where its passage has the other code already.
        if (step.kind !== 'delete' || step.codings !== 'go') {
          const left = new Set(state.codings.map(({ startUtf16 }) => startUtf16));
          for (const { startUtf16 } of before) expect(left.has(startUtf16)).toBe(true);
        }
      }
      for (let change = done.pop(); change; change = done.pop()) apply(invert(change));
      expect(sortedById(state.codes)).toEqual(sortedById(begun));
      expect(inOrder(state.codings)).toEqual(inOrder(codings));
    }),
    { numRuns: 400 },
  );
});
