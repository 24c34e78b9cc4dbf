import { expect, it } from 'vitest';
import { findCodings, sortCodings, type CodingNames } from '#domain/coding/coding-list.ts';
import type { CodeId, Coding, CodingId, SourceId } from '#domain/project/records.ts';
import { aCoding } from '#tests/support/builders.ts';

const names: CodingNames = {
  sourceName: (id) => (id === 'zoo' ? 'A zoo' : 'Brücke'),
  codeName: (id) => (id === 'light' ? 'Licht' : 'Nacht'),
  codePlace: (id) => (id === 'light' ? 0 : 1),
  coderName: () => 'M. Holm',
};

function coding(id: string, startUtf16: number, fields: Partial<Coding> = {}): Coding {
  return aCoding({ id: id as CodingId, startUtf16, endUtf16: startUtf16 + 2, codeId: 'night' as CodeId, ...fields });
}

const late = coding('late', 9, { weight: 0, createdAt: '2026-03-01T00:00:00.000Z', quote: 'ÜBER die Straße' });
const heavy = coding('heavy', 5, { weight: 80, codeId: 'light' as CodeId, memo: 'Straße, oder?' });
const elsewhere = coding('elsewhere', 7, { sourceId: 'zoo' as SourceId });
const all = [late, heavy, elsewhere];

it('lists by place, by code, newest first and heaviest first; what that leaves open as in the texts', () => {
  const ids = (order: Parameters<typeof sortCodings>[1]): string[] =>
    sortCodings(all, order, names).map(({ id }) => id);
  expect(ids('place')).toEqual(['elsewhere', 'heavy', 'late']);
  expect(ids('code')).toEqual(['heavy', 'elsewhere', 'late']);
  expect(ids('newest')).toEqual(['late', 'elsewhere', 'heavy']);
  expect(ids('weight')).toEqual(['heavy', 'late', 'elsewhere']);
});

it('finds codings by parts of words in quotation, comment, code, source and coder, whatever their case', () => {
  const found = (words: string): string[] => findCodings(all, words, names).map(({ id }) => id);
  expect(found('straß')).toEqual(['late', 'heavy']);
  expect(found('über STRASS')).toEqual([]);
  expect(found(' licht  straße ')).toEqual(['heavy']);
  expect(found('zoo holm')).toEqual(['elsewhere']);
  expect(found(' ')).toEqual(['late', 'heavy', 'elsewhere']);
});
