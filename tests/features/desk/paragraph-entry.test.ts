import { describe, expect, it } from 'vitest';
import { DocText } from '#domain/corpus/doc-text.ts';
import { readParagraphEntry } from '#features/desk/paragraph-entry.ts';

describe('a paragraph asked for by its number', () => {
  const doc = new DocText('one\n\n \u00A0\ntwo\nthree');

  it('is counted as the margin counts, blank lines left out', () => {
    expect(readParagraphEntry('1', doc)).toEqual({ kind: 'found', startUtf16: 0 });
    expect(readParagraphEntry(' 2 ', doc)).toEqual({ kind: 'found', startUtf16: 8 });
    expect(readParagraphEntry('003', doc)).toEqual({ kind: 'found', startUtf16: 12 });
  });

  it('is refused with the reason', () => {
    for (const entry of ['', 'two', '-1', '1.5', '1e1']) expect(readParagraphEntry(entry, doc).kind).toBe('noNumber');
    for (const entry of ['0', '4', '99999999999999999999']) expect(readParagraphEntry(entry, doc).kind).toBe('tooFar');
    expect(readParagraphEntry('1', new DocText('')).kind).toBe('tooFar');
  });
});
