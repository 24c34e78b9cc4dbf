import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DocText } from '#domain/corpus/doc-text.ts';
import { SelectedWords } from '#features/coding/what-is-here.ts';

const text = new DocText('Dark matters. '.repeat(5_000));
const all = { startUtf16: 0, endUtf16: text.text.length };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('counts a few words at once, those of a long selection when the keys rest, and then knows them', () => {
  const told = vi.fn();
  const words = new SelectedWords(told);
  expect(words.count(text, { startUtf16: 0, endUtf16: 13 })).toBe(2);
  expect(words.count(text, all)).toBe(0);
  vi.runAllTimers();
  expect(told.mock.calls).toEqual([[10_000]]);
  expect(words.count(text, all)).toBe(10_000);
});

it('tells nothing of a long selection that is gone, and counts the same places of another text anew', () => {
  const told = vi.fn();
  const words = new SelectedWords(told);
  words.count(text, all);
  expect(words.count(text, null)).toBe(0);
  vi.runAllTimers();
  expect(told).not.toHaveBeenCalled();
  expect(words.count(text, { startUtf16: 0, endUtf16: 13 })).toBe(2);
  expect(words.count(new DocText('Lamps go out.'), { startUtf16: 0, endUtf16: 13 })).toBe(3);
});
