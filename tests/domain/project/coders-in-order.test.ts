import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { codersInOrder } from '#domain/project/coders-in-order.ts';
import type { Coder, CoderId } from '#domain/project/records.ts';
import { AT } from '#tests/support/builders.ts';

const later = AT.replace('2026', '2027');
const coder = (id: string, name: string, createdAt = AT): Coder => ({ id: id as CoderId, name, createdAt });
const inOrder = [coder('z', 'Ada'), coder('a', 'Bo'), coder('y', 'Bo'), coder('b', 'Abe', later)];

it('lists coders as they came, and those who came together by name, in whatever order they are read', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (read) => {
      expect(codersInOrder(read)).toEqual(inOrder);
    }),
  );
});
