import { expect, it } from 'vitest';
import { CodingIndex } from '#domain/coding/coding-index.ts';
import { uncodedParagraph } from '#domain/coding/uncoded.ts';
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
