import { describe, expect, it } from 'vitest';
import { countMemosGone, withMemosOf } from '#domain/memos/memos-gone.ts';
import type { CodeId, CodingId, Memo, MemoId, MemoSubject, SourceId } from '#domain/project/records.ts';
import { aCode, aCoding, aMemo, aSource } from '#tests/support/builders.ts';

const memoOn = (id: string, subject: MemoSubject): Memo => aMemo({ id: id as MemoId, subject });
const passage = { startUtf16: 0, endUtf16: 4, quote: 'lamp', contextBefore: '', contextAfter: '' };

const onProject = memoOn('on-project', { kind: 'project' });
const onSource = memoOn('on-source', { kind: 'source', sourceId: 'source' as SourceId });
const onPassage = memoOn('on-passage', { kind: 'passage', sourceId: 'source' as SourceId, ...passage });
const onCode = memoOn('on-code', { kind: 'code', codeId: 'code' as CodeId });
const onCoding = memoOn('on-coding', { kind: 'coding', codingId: 'coding' as CodingId });
const all = [onProject, onSource, onPassage, onCode, onCoding];

describe('withMemosOf', () => {
  it('takes a source’s memos and those on its passages along', () => {
    const change = withMemosOf({ sources: { removed: [aSource()] } }, all);
    expect(change.memos?.removed).toEqual([onSource, onPassage]);
    expect(change.sources?.removed).toHaveLength(1);
  });

  it('takes the memos of removed codes and codings along', () => {
    expect(withMemosOf({ codes: { removed: [aCode()] } }, all).memos?.removed).toEqual([onCode]);
    expect(withMemosOf({ codings: { removed: [aCoding()] } }, all).memos?.removed).toEqual([onCoding]);
  });

  it('answers with the same change where no memo is on what goes', () => {
    const change = { codings: { removed: [aCoding({ id: 'another' as CodingId })] } };
    expect(withMemosOf(change, all)).toBe(change);
    expect(countMemosGone(change)).toBe(0);
  });

  it('gives the memos of a coding that melts into another one to that one', () => {
    const heirs = new Map([['coding' as CodingId, 'heir' as CodingId]]);
    const { memos } = withMemosOf({ codings: { removed: [aCoding()] } }, all, heirs);
    expect(memos?.removed).toEqual([]);
    expect(memos?.updated).toEqual([[onCoding, { ...onCoding, subject: { kind: 'coding', codingId: 'heir' } }]]);
  });

  it('lists each memo once, whatever the change says of it already', () => {
    const elsewhere = { ...onCoding, subject: { kind: 'project' } as const };
    const saved = withMemosOf({ codings: { removed: [aCoding()] }, memos: { updated: [[onCoding, elsewhere]] } }, all);
    expect(saved.memos).toEqual({ updated: [[onCoding, elsewhere]] });
    const retitled = { ...onCoding, title: 'Other' };
    const gone = withMemosOf({ codings: { removed: [aCoding()] }, memos: { updated: [[onCoding, retitled]] } }, all);
    expect(gone.memos).toEqual({ updated: [], removed: [onCoding] });
    const twice = withMemosOf({ codings: { removed: [aCoding()] }, memos: { removed: [onCoding] } }, all);
    expect(countMemosGone(twice)).toBe(1);
  });
});
