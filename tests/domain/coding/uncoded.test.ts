import { expect, it } from 'vitest';
import { CodingIndex } from '#domain/coding/coding-index.ts';
import { codedShare, uncodedParagraph } from '#domain/coding/uncoded.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import { aCoding } from '#tests/support/builders.ts';

it('finds the paragraph without codings on either side, past blank lines, and none at the ends', () => {
  const doc = new DocText('One.\n\nTwo.\nThree.\n \nFour.');
  const index = new CodingIndex([aCoding({ startUtf16: 7, endUtf16: 13 })]);
  expect(uncodedParagraph(doc, index, 0, 1)).toEqual({ startUtf16: 20, endUtf16: 25 });
  expect(uncodedParagraph(doc, index, 20, -1)).toEqual({ startUtf16: 0, endUtf16: 4 });
  expect(uncodedParagraph(doc, index, 22, 1)).toBeNull();
  expect(uncodedParagraph(doc, index, 2, -1)).toBeNull();
});

it('counts as coded what at least one coding covers, in shares of the characters of the lines', () => {
  const doc = new DocText('One.\n\nTwo.\nThree.');
  const share = (...spans: [number, number][]): number =>
    codedShare(
      spans.map(([startUtf16, endUtf16]) => ({ startUtf16, endUtf16 })),
      doc,
    );
  expect(share()).toBe(0);
  expect(share([0, 4])).toBeCloseTo(4 / 14);
  expect(share([0, 10], [6, 9], [8, 10])).toBeCloseTo(8 / 14);
  expect(share([0, 17], [2, 3])).toBe(1);
  expect(codedShare([], new DocText(''))).toBe(0);
});
