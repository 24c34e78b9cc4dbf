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

/** What a step comes to, and how many codings may go by it; null where that depends on which meet. */
interface Planned {
  readonly change: Change;
  readonly going: number | null;
}

function planned<T>(outcome: Outcome<T>, read: (value: T) => Planned): Outcome<Planned> {
  return outcome.ok ? { ok: true, value: read(outcome.value) } : outcome;
}

const alone = ({ change }: { readonly change: Change }): Planned => ({ change, going: 0 });

function plan(state: State, step: Step): Outcome<Planned> {
  const { codes, codings } = state;
  const tree = buildCodeTree(codes);
  const idAt = (at: number): CodeId => codes[at % codes.length]?.id ?? ('' as CodeId);
  const idsAt = (at: readonly number[]): CodeId[] => [...new Set(at.map(idAt))];
  const orNull = (at: number | null): CodeId | null => (at === null || codes.length === 0 ? null : idAt(at));
  const content = { codings, memos: [], sets: [] };
  if (step.kind === 'move') {
    const moved = moveCodes(tree, idsAt(step.places), orNull(step.parent), orNull(step.before), environment);
    return planned(moved, (change) => ({ change, going: 0 }));
  }
  if (step.kind === 'rename') {
    return planned(renameCode(tree, idAt(step.at), step.name, environment), (change) => ({ change, going: 0 }));
  }
  if (step.kind === 'add') {
    return planned(addCode(tree, { name: step.name, parentId: orNull(step.parent) }, coderId, environment), alone);
  }
  if (step.kind === 'merge') {
    const others = idsAt(step.places).filter((one) => one !== idAt(step.into));
    const merged = mergeCodes(tree, others, idAt(step.into), {}, content, environment);
    return planned(merged, ({ change, summary }) => ({ change, going: summary.united }));
  }
  if (step.kind === 'delete') {
    return planned(removeCodes(tree, content, idsAt(step.places), step, environment), ({ change, summary }) => ({
      change,
      going: step.codings === 'go' ? summary.codings : null,
    }));
  }
  const id = idAt(step.at);
  const parentId = orNull(step.parent);
  const own = codings.filter(({ codeId }) => codeId === id);
  const assigned = new Map(own.slice(0, 2).map((coding): [CodingId, number] => [coding.id, 0]));
  const target = step.isNew
    ? ({ kind: 'new', name: step.name, parentId } as const)
    : ({ kind: 'code', codeId: parentId ?? id } as const);
  const split = splitCode(tree, [target], assigned, content, coderId, environment);
  return planned(split, ({ change }) => ({ change, going: null }));
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
