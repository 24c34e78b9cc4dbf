import { describe, expect, it } from 'vitest';
import type { CodeId } from '#domain/project/records.ts';
import { mergedFields, writersOf } from '#features/codebook/merged-fields.ts';
import { aCode } from '#tests/support/builders.ts';

const id = (text: string): CodeId => text as CodeId;
const stays = aCode({ id: id('a'), name: 'Cost', definition: 'What it costs.', include: '' });
const goes = aCode({ id: id('b'), name: 'Price', definition: 'What is paid.', include: 'Sums of money' });
const same = aCode({ id: id('c'), name: 'Fee', definition: ' What it costs. ' });

describe('what is written about codes that are merged', () => {
  it('is kept, one after the other, the survivor first, and what says the same once', () => {
    expect(writersOf('definition', stays, [goes, same]).map(({ name }) => name)).toEqual(['Cost', 'Price']);
    expect(mergedFields(stays, [goes, same], {})).toEqual({
      definition: 'What it costs.\n\nWhat is paid.',
      include: 'Sums of money',
    });
  });

  it('is that of one code where one chooses so, and changes nothing where that is the survivor', () => {
    expect(mergedFields(stays, [goes], { definition: goes.id }).definition).toBe('What is paid.');
    expect(mergedFields(stays, [goes], { definition: stays.id })).toEqual({ include: 'Sums of money' });
  });

  it('is all of it where the chosen code has nothing there', () => {
    expect(mergedFields(stays, [goes], { include: stays.id })).toMatchObject({ include: 'Sums of money' });
  });
});
