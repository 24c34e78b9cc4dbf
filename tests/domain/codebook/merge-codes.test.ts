import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { mergeCodes } from '#domain/codebook/merge-codes.ts';
import { invert, type Change } from '#domain/history/change.ts';
import type { Code, CodeId, CodeSet, CoderId, Coding, CodingId, Memo, MemoId } from '#domain/project/records.ts';
import {
  anyTree,
  applyToCodes,
  codeOf,
  coderId,
  codingOf,
  countingEnvironment,
  expectTree,
  sortedById,
} from './code-builder.ts';

const nothing = { codings: [], memos: [], sets: [] };

function merge(
  codes: readonly Code[],
  ids: readonly string[],
  survivor: string,
  belongings: Parameters<typeof mergeCodes>[4] = nothing,
): Extract<ReturnType<typeof mergeCodes>, { ok: true }>['value'] {
  const tree = buildCodeTree(codes);
  const outcome = mergeCodes(tree, ids as CodeId[], survivor as CodeId, {}, belongings, countingEnvironment());
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

function applyToCodings(codings: readonly Coding[], change: Change): Coding[] {
  const byId = new Map(codings.map((coding) => [coding.id, coding]));
  for (const { id } of change.codings?.removed ?? []) byId.delete(id);
  for (const [, to] of change.codings?.updated ?? []) byId.set(to.id, to);
  for (const coding of change.codings?.added ?? []) byId.set(coding.id, coding);
  return [...byId.values()];
}

const memoOf = (id: string, subject: Memo['subject']): Memo => ({
  id: id as MemoId,
  subject,
  type: 'note',
  title: '',
  body: id,
  createdAt: '2026-01-01T00:00:00.000Z',
  modifiedAt: '2026-01-01T00:00:00.000Z',
  createdBy: coderId,
});

describe('merging codes', () => {
  it('hands over codings, memos and places in sets, and keeps the names as aliases', () => {
    const codes = [codeOf('a', { name: 'Cost' }), codeOf('b', { name: 'Price', aliases: ['Expense'] })];
    const set: CodeSet = {
      ...memoOf('s', { kind: 'project' }),
      codeIds: ['b', 'a'],
      name: 'Money',
      description: '',
    } as never;
    const belongings = {
      codings: [codingOf('1', 'a'), codingOf('2', 'b', { startUtf16: 5, endUtf16: 9 })],
      memos: [memoOf('m', { kind: 'code', codeId: 'b' as CodeId })],
      sets: [set],
    };
    const { change, summary } = merge(codes, ['b'], 'a', belongings);
    expect(summary).toMatchObject({ codes: 1, codings: 2, united: 0, memos: 1, sets: ['Money'] });
    expect(applyToCodes(codes, change)[0]).toMatchObject({ aliases: ['Price', 'Expense'], mergedFrom: ['b'] });
    expect(change.memos?.updated?.[0]?.[1].subject).toEqual({ kind: 'code', codeId: 'a' });
    expect(change.codeSets?.updated?.[0]?.[1].codeIds).toEqual(['a']);
  });

  it('keeps one coding where a passage carried both, with both comments, the higher weight and the memos', () => {
    const codes = [codeOf('a'), codeOf('b')];
    const belongings = {
      codings: [codingOf('1', 'a', { memo: 'first', weight: 20 }), codingOf('2', 'b', { memo: 'second', weight: 70 })],
      memos: [memoOf('m', { kind: 'coding', codingId: '2' as CodingId })],
      sets: [],
    };
    const { change, summary } = merge(codes, ['b'], 'a', belongings);
    expect(summary).toMatchObject({ codings: 1, united: 1 });
    expect(applyToCodings(belongings.codings, change)).toMatchObject([{ id: '1', memo: 'first\nsecond', weight: 70 }]);
    expect(change.memos?.updated?.[0]?.[1].subject).toEqual({ kind: 'coding', codingId: '1' });
  });

  it('takes a typical passage along, under the coding it went into, and tells of one that has to give way', () => {
    const linked = { exampleCodingId: '2' as CodingId };
    const codings = [codingOf('1', 'a'), codingOf('2', 'b')];
    const belongings = { codings, memos: [], sets: [] };
    const { change, summary } = merge([codeOf('a'), codeOf('b', linked)], ['b'], 'a', belongings);
    expect(applyToCodes([codeOf('a'), codeOf('b', linked)], change)[0]?.exampleCodingId).toBe('1');
    expect(summary).toMatchObject({ exampleOf: { id: 'b' }, examplesLost: [] });
    const own = [codeOf('a', { exampleCodingId: '1' as CodingId }), codeOf('b', linked)];
    const kept = merge(own, ['b'], 'a', belongings);
    expect(applyToCodes(own, kept.change)[0]?.exampleCodingId).toBe('1');
    expect(kept.summary).toMatchObject({ exampleOf: null, examplesLost: [{ id: 'b' }] });
  });

  it('keeps the codings of two coders on one passage apart', () => {
    const belongings = {
      codings: [codingOf('1', 'a'), codingOf('2', 'b', { coderId: 'other' as CoderId })],
      memos: [],
      sets: [],
    };
    expect(merge([codeOf('a'), codeOf('b')], ['b'], 'a', belongings).summary).toMatchObject({ codings: 2, united: 0 });
  });

  it('brings what was below under the survivor, and merges namesakes there', () => {
    const codes = [
      codeOf('a'),
      codeOf('a1', { parent: 'a', name: 'Detail' }),
      codeOf('b'),
      codeOf('b1', { parent: 'b', name: 'detail', definition: 'Fine print.', aliases: ['Trifle'] }),
      codeOf('b2', { parent: 'b', name: 'Else' }),
    ];
    const after = applyToCodes(codes, merge(codes, ['b'], 'a').change);
    expect(sortedById(after).map(({ id, parentId }) => [id, parentId])).toEqual([
      ['a', null],
      ['a1', 'a'],
      ['b2', 'a'],
    ]);
    // Nobody is asked about what stands below: what was written there is kept, and where it went is known.
    const words = { definition: 'Fine print.', aliases: ['Trifle', 'detail'], mergedFrom: ['b1'] };
    expect(after.find(({ id }) => id === 'a1')).toMatchObject({
      ...words,
      aliases: expect.arrayContaining(['Trifle']),
    });
  });

  it('lets a code below take the place of the one above it that is merged into it', () => {
    const codes = [
      codeOf('a'),
      codeOf('b', { parent: 'a' }),
      codeOf('c', { parent: 'b' }),
      codeOf('d', { parent: 'a' }),
    ];
    const after = applyToCodes(codes, merge(codes, ['a'], 'c').change);
    expect(sortedById(after).map(({ id, parentId }) => [id, parentId])).toEqual([
      ['b', 'c'],
      ['c', null],
      ['d', 'c'],
    ]);
  });

  it('is refused for a code into itself, and for codes that are not there', () => {
    const tree = buildCodeTree([codeOf('a')]);
    const merging = (ids: string[]): unknown =>
      mergeCodes(tree, ids as CodeId[], 'a' as CodeId, {}, nothing, countingEnvironment()).ok;
    expect([merging(['a']), merging(['x']), merging([])]).toEqual([false, false, false]);
  });

  it('leaves a tree, loses no coding, makes none twice, and can be undone', () => {
    const spans = fc.record({ code: fc.nat(11), start: fc.nat(3), coder: fc.constantFrom('x', 'y') });
    fc.assert(
      fc.property(
        anyTree,
        fc.array(fc.nat(11), { minLength: 1, maxLength: 4 }),
        fc.nat(11),
        fc.array(spans),
        (codes, picks, at, drafts) => {
          fc.pre(codes.length > 1);
          const survivor = codes[at % codes.length]?.id ?? ('' as CodeId);
          const ids = [...new Set(picks.map((pick) => codes[pick % codes.length]?.id ?? ('' as CodeId)))].filter(
            (id) => id !== survivor,
          );
          fc.pre(ids.length > 0);
          const keys = new Set<string>();
          const codings = drafts.flatMap(({ code, start, coder }, index) => {
            const codeId = codes[code % codes.length]?.id ?? '';
            const key = `${codeId} ${start} ${coder}`;
            if (keys.has(key)) return [];
            keys.add(key);
            return [
              codingOf(`k${index}`, codeId, { startUtf16: start, endUtf16: start + 2, coderId: coder as CoderId }),
            ];
          });
          const belongings = { codings, memos: [], sets: [] };
          const outcome = mergeCodes(buildCodeTree(codes), ids, survivor, {}, belongings, countingEnvironment());
          if (!outcome.ok) {
            expect(outcome.problem.code).toBe('codeNameTaken');
            return;
          }
          const { change, summary } = outcome.value;
          const after = applyToCodes(codes, change);
          expectTree(after);
          const left = applyToCodings(codings, change);
          const places = left.map(({ codeId, startUtf16, coderId: by }) => `${codeId} ${startUtf16} ${by}`);
          expect(new Set(places).size).toBe(left.length);
          expect(left.length).toBe(codings.length - summary.united);
          for (const { codeId } of left) expect(after.some(({ id }) => id === codeId)).toBe(true);
          for (const { startUtf16, coderId: by } of codings) {
            expect(left.some((coding) => coding.startUtf16 === startUtf16 && coding.coderId === by)).toBe(true);
          }
          expect(left.filter(({ codeId }) => codeId === survivor).length).toBe(summary.codings);
          expect(sortedById(applyToCodes(after, invert(change)))).toEqual(sortedById(codes));
        },
      ),
    );
  });
});
