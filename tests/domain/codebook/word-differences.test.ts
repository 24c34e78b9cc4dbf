import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords, type WordPiece } from '#domain/codebook/word-differences.ts';

const textOf = (pieces: readonly WordPiece[]): string => pieces.map(({ text }) => text).join('');
const differing = (pieces: readonly WordPiece[]): string[] =>
  pieces.filter(({ isShared }) => !isShared).map(({ text }) => text);

describe('two texts word by word', () => {
  it('names the words that only one of them has, neighbours as one run', () => {
    const { before, after } = compareWords('Costs of the branch, in pounds.', 'Costs of keeping it open, in pounds.');
    expect(differing(before)).toEqual(['the branch']);
    expect(differing(after)).toEqual(['keeping it open']);
  });

  it('finds a word that came in between others, in scripts without spaces, too', () => {
    expect(differing(compareWords('the red house', 'the very red house').after)).toEqual(['very ']);
    const { before, after } = compareWords('图书馆关闭', '图书馆不关闭');
    expect([differing(before), differing(after)]).toEqual([[], ['不']]);
  });

  it('finds nothing between equal texts, and everything where one is empty', () => {
    expect(compareWords('a b', 'a b').before).toEqual([{ text: 'a b', isShared: true }]);
    expect(compareWords('', 'a b').after).toEqual([{ text: 'a b', isShared: false }]);
  });

  it('shows very long texts that have nothing in common as other texts', () => {
    const [a, b] = ['x '.repeat(3000), 'y '.repeat(3000)];
    expect(textOf(compareWords(a, b).before)).toBe(a);
    expect(differing(compareWords(a, b).after).length).toBeGreaterThan(0);
  });

  it('loses no letter of either text, and shares only what both have', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'der', ' ', '  ', '.', '\n', '😀', 'é'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (one, two) => {
        const [before, after] = [one.join(''), two.join('')];
        const difference = compareWords(before, after);
        expect(textOf(difference.before)).toBe(before);
        expect(textOf(difference.after)).toBe(after);
        const shared = (pieces: readonly WordPiece[]): string =>
          textOf(pieces.filter(({ isShared }) => isShared)).replace(/\s/g, '');
        expect(shared(difference.before)).toBe(shared(difference.after));
        for (const pieces of [difference.before, difference.after])
          for (const [index, piece] of pieces.entries()) expect(piece.isShared).not.toBe(pieces[index - 1]?.isShared);
      }),
    );
  });
});
