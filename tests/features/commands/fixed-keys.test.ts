import { expect, test } from 'vitest';
import { findFixedKeys } from '#features/commands/FixedKeys.tsx';
import { shortcuts } from '#i18n/english/shortcuts.ts';

const find = (query: string, isMac = false): string[] => {
  const { inText, inLists } = findFixedKeys(query, isMac, (word) => shortcuts.fixed[word]);
  return [...inText, ...inLists].map(({ word }) => word);
};

test('shows the keys of the text and of lists, found by what they do and by the key', () => {
  expect(find('')).toEqual(Object.keys(shortcuts.fixed));
  expect(find('move codes')).toEqual(['moveCode', 'moveDeeper']);
  expect(find('F2')).toEqual(['rename']);
  expect(find('no such thing')).toEqual([]);
});

test('shows no key on a Mac that a Mac has not', () => {
  expect(find('', true)).not.toContain('menu');
});
