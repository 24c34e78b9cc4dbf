import { describe, expect, it } from 'vitest';
import { weighCoding } from '#domain/coding/change-codings.ts';
import { resizeCoding, splitCoding } from '#domain/coding/change-spans.ts';
import { mergeCodings, overlapsToMerge } from '#domain/coding/merge-codings.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { CodeId, CoderId, Coding, CodingId, Memo, MemoId, SelectionId } from '#domain/project/records.ts';
import { AT, aCoding, testEnvironment } from '#tests/support/builders.ts';

const text = new DocText('One two three. Four five.\nSix seven.');
const at = (id: string, startUtf16: number, endUtf16: number, fields: Partial<Coding> = {}): Coding =>
  aCoding({
    id: id as CodingId,
    startUtf16,
    endUtf16,
    quote: text.text.slice(startUtf16, endUtf16),
    selectionId: `of ${startUtf16} ${endUtf16}` as SelectionId,
    ...fields,
  });
const memoOn = (codingId: string): Memo => ({
  id: 'memo' as MemoId,
  subject: { kind: 'coding', codingId: codingId as CodingId },
  type: 'note',
  title: '',
  body: 'A thought',
  createdAt: AT,
  modifiedAt: AT,
  createdBy: 'coder' as CoderId,
});
const updatedTo = (change: ReturnType<typeof resizeCoding>): readonly Coding[] =>
  change.codings?.updated?.map(([, to]) => to) ?? [];

describe('resizeCoding', () => {
  it('renews words and context, and joins the selection of the span', () => {
    const coding = at('a', 4, 7);
    const neighbour = at('b', 4, 13, { codeId: 'other' as CodeId });
    const change = resizeCoding(
      coding,
      { startUtf16: 4, endUtf16: 13 },
      text,
      { existing: [coding, neighbour], memos: [] },
      testEnvironment(),
    );
    expect(updatedTo(change)).toMatchObject([
      { id: 'a', quote: 'two three', contextBefore: 'One ', selectionId: 'of 4 13' },
    ]);
  });

  it('leaves the selection to those that stay on the old span', () => {
    const coding = at('a', 4, 7);
    const stays = at('b', 4, 7, { codeId: 'other' as CodeId });
    const content = { existing: [coding, stays], memos: [] };
    const [moved] = updatedTo(resizeCoding(coding, { startUtf16: 0, endUtf16: 7 }, text, content, testEnvironment()));
    expect(moved?.selectionId).not.toBe('of 4 7');
  });

  it('unites with an identical coding: the other stays with both comments, the higher weight and the memos', () => {
    const coding = at('a', 4, 7, { memo: 'newer', weight: 80, createdAt: '2026-02-01T00:00:00.000Z' });
    const there = at('b', 4, 13, { memo: 'older', weight: 20 });
    const content = { existing: [coding, there], memos: [memoOn('a')] };
    const change = resizeCoding(coding, { startUtf16: 4, endUtf16: 13 }, text, content, testEnvironment());
    expect(change.codings?.removed).toEqual([coding]);
    expect(updatedTo(change)).toMatchObject([{ id: 'b', memo: 'older\nnewer', weight: 80, createdAt: AT }]);
    expect(change.memos?.updated?.[0]?.[1].subject).toEqual({ kind: 'coding', codingId: 'b' });
  });

  it('refuses a span that holds nothing or lies outside the text', () => {
    const coding = at('a', 4, 7);
    const content = { existing: [coding], memos: [] };
    for (const [startUtf16, endUtf16] of [
      [5, 5],
      [-1, 4],
      [4, 99],
    ] as const) {
      expect(() => resizeCoding(coding, { startUtf16, endUtf16 }, text, content, testEnvironment())).toThrow(
        RangeError,
      );
    }
  });
});

describe('splitCoding', () => {
  it('cuts without the space between, and gives both halves comment and weight', () => {
    const coding = at('a', 0, 13, { memo: 'why', weight: 50 });
    const change = splitCoding(coding, 7, text, { existing: [coding], memos: [] }, testEnvironment());
    expect(updatedTo(change)).toMatchObject([{ id: 'a', quote: 'One two', memo: 'why', weight: 50 }]);
    expect(change.codings?.added).toMatchObject([{ quote: 'three', memo: 'why', weight: 50 }]);
    expect(change.codings?.added?.[0]?.selectionId).not.toBe(updatedTo(change)[0]?.selectionId);
  });

  it('does nothing where one half would hold nothing', () => {
    const coding = at('a', 0, 13);
    for (const cut of [0, 13, 20]) {
      expect(splitCoding(coding, cut, text, { existing: [coding], memos: [] }, testEnvironment())).toEqual({});
    }
  });
});

describe('mergeCodings', () => {
  it('covers all with the oldest one, which takes their comments, the highest weight and their memos', () => {
    const newer = at('a', 0, 7, { memo: 'second', weight: 10, createdAt: '2026-02-01T00:00:00.000Z' });
    const oldest = at('b', 4, 13, { memo: 'first' });
    const change = mergeCodings(
      [newer, oldest],
      text,
      { existing: [newer, oldest], memos: [memoOn('a')] },
      testEnvironment(),
    );
    expect(change.codings?.removed).toEqual([newer]);
    expect(updatedTo(change)).toMatchObject([
      { id: 'b', startUtf16: 0, endUtf16: 13, quote: 'One two three', memo: 'first\nsecond', weight: 10 },
    ]);
    expect(change.memos?.updated?.[0]?.[1].subject).toEqual({ kind: 'coding', codingId: 'b' });
  });

  it('does nothing where they do not hang together, or are of two codes or coders', () => {
    const one = at('a', 0, 3);
    for (const other of [
      at('b', 8, 13),
      at('b', 2, 7, { codeId: 'x' as CodeId }),
      at('b', 2, 7, { coderId: 'x' as CoderId }),
    ]) {
      expect(mergeCodings([one, other], text, { existing: [one, other], memos: [] }, testEnvironment())).toEqual({});
    }
  });
});

describe('overlapsToMerge', () => {
  it('finds what overlaps or touches, across a space but not across a paragraph', () => {
    const coding = at('a', 4, 14);
    const overlapping = at('b', 0, 7);
    const touching = at('c', 15, 25);
    expect(overlapsToMerge(coding, [coding, touching, overlapping], text)).toEqual([overlapping, touching]);
    expect(overlapsToMerge(touching, [at('d', 26, 36)], text)).toEqual([]);
  });
});

describe('weighCoding', () => {
  it('weighs, takes the weight away again, and takes nothing but 0 to 100', () => {
    const [weighed] = updatedTo(weighCoding(at('a', 0, 3), 70, testEnvironment()));
    expect(weighed?.weight).toBe(70);
    expect(weighed && updatedTo(weighCoding(weighed, undefined, testEnvironment()))[0]).not.toHaveProperty('weight');
    for (const weight of [-1, 101, 1.5, Number.NaN]) {
      expect(() => weighCoding(at('a', 0, 3), weight, testEnvironment())).toThrow(RangeError);
    }
  });
});
