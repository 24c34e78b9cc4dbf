import { describe, expect, it } from 'vitest';
import { createMemo, isBlank, passageSubject, updateMemo } from '#domain/memos/change-memos.ts';
import { latestFirst, listMemos, memosInText, titleOf, type MemoFilter } from '#domain/memos/memo-list.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { CodeId, CoderId, CodingId, Memo, MemoId, MemoSubject, SourceId } from '#domain/project/records.ts';
import { aCoding, aMemo, AT, testEnvironment } from '#tests/support/builders.ts';

const [first, second] = ['s1' as SourceId, 's2' as SourceId];
const passage = (sourceId: SourceId, startUtf16: number, quote: string): MemoSubject => ({
  kind: 'passage',
  sourceId,
  startUtf16,
  endUtf16: startUtf16 + quote.length,
  quote,
  contextBefore: '',
  contextAfter: '',
});
const memo = (id: string, subject: MemoSubject, fields: Partial<Memo> = {}): Memo =>
  aMemo({ id: id as MemoId, subject, ...fields });

const coding = aCoding({ id: 'k' as CodingId, sourceId: first, startUtf16: 10, endUtf16: 14, quote: 'gate' });
const memos = [
  memo('late', passage(second, 5, 'lamp'), { modifiedAt: '2026-03-01T00:00:00.000Z' }),
  memo('on-coding', { kind: 'coding', codingId: coding.id }, { type: 'theoretical', title: 'Fear' }),
  memo('early', passage(first, 2, 'Übergang'), { createdBy: 'other' as CoderId, body: 'Who **walks** here?' }),
  memo('on-source', { kind: 'source', sourceId: first }),
  memo('on-code', { kind: 'code', codeId: 'c' as CodeId }),
  memo('on-project', { kind: 'project' }),
];
const around = {
  codings: new Map([[coding.id, coding]]),
  rankOfSource: (id: SourceId) => (id === first ? 0 : 1),
  rankOfCode: () => 0,
};
const all: MemoFilter = { scope: 'project', types: [], kinds: [], authors: [], words: '', order: 'place' };
const ids = (filter: Partial<MemoFilter>, sourceId: SourceId | null = first): string[] =>
  listMemos(memos, sourceId, { ...all, ...filter }, around).map(({ id }) => id);

describe('the list of memos', () => {
  it('goes by place: project, codes, then each source from its beginning', () => {
    expect(ids({})).toEqual(['on-project', 'on-code', 'on-source', 'early', 'on-coding', 'late']);
  });

  it('goes by time, the latest change first', () => {
    expect(ids({ order: 'time' })[0]).toBe('late');
  });

  it('tells memos of one moment in one order, in whatever order they are read', () => {
    const backwards = latestFirst(memos.toReversed()).map(({ id }) => id);
    expect(latestFirst(memos).map(({ id }) => id)).toEqual(backwards);
  });

  it('keeps to the source at hand: its own memos, its passages, its codings', () => {
    expect(ids({ scope: 'source' })).toEqual(['on-source', 'early', 'on-coding']);
    expect(ids({ scope: 'source' }, null)).toEqual([]);
  });

  it('filters by type, author and what memos are about', () => {
    expect(ids({ types: ['theoretical'] })).toEqual(['on-coding']);
    expect(ids({ authors: ['other' as CoderId] })).toEqual(['early']);
    expect(ids({ kinds: ['code', 'project'] })).toEqual(['on-project', 'on-code']);
  });

  it('finds words of titles, texts without their markup, and quotations, whatever their case', () => {
    expect(ids({ words: 'FEAR' })).toEqual(['on-coding']);
    expect(ids({ words: 'walks here' })).toEqual(['early']);
    expect(ids({ words: 'übergang who' })).toEqual(['early']);
    expect(ids({ words: 'gate' })).toEqual(['on-coding']);
    expect(ids({ words: '**' })).toEqual([]);
  });

  it('knows which memos are on words of a text, in their order', () => {
    expect(memosInText(memos, first, around.codings).map(({ memo: { id } }) => id)).toEqual(['early', 'on-coding']);
  });

  it('calls a memo by its title, else by its first line', () => {
    expect(titleOf(aMemo({ title: ' Fear ', body: 'x' }))).toBe('Fear');
    expect(titleOf(aMemo({ body: '**One** line\n\nAnother' }))).toBe('One line');
    expect(titleOf(aMemo({ body: '👩🏽‍🌾'.repeat(60) }))).not.toMatch(/[\uD800-\uDBFF] …$/);
  });
});

describe('writing a memo', () => {
  it('anchors a passage by its words and what stands around them', () => {
    const subject = passageSubject(first, new DocText('The lamp burns.'), { startUtf16: 4, endUtf16: 8 });
    expect(subject).toMatchObject({ quote: 'lamp', contextBefore: 'The ', contextAfter: ' burns.' });
  });

  it('makes a record stamped with its time and author', () => {
    const fields = { id: 'm' as MemoId, type: 'note' as const, title: '', body: 'x', createdBy: 'me' as CoderId };
    const change = createMemo({ ...fields, subject: { kind: 'project' } }, testEnvironment());
    expect(change.memos?.added).toEqual([{ ...fields, subject: { kind: 'project' }, createdAt: AT, modifiedAt: AT }]);
  });

  it('changes nothing where nothing is other than it was', () => {
    const before = aMemo({ title: 'a', body: 'b', modifiedAt: 'earlier' });
    expect(updateMemo(before, { title: 'a', body: 'b' }, testEnvironment())).toEqual({});
    const change = updateMemo(before, { body: 'c' }, testEnvironment());
    expect(change.memos?.updated).toEqual([[before, { ...before, body: 'c', modifiedAt: AT }]]);
  });

  it('takes a memo of white space for empty', () => {
    expect([isBlank({ title: ' ', body: '\n' }), isBlank({ title: '', body: 'x' })]).toEqual([true, false]);
  });
});
