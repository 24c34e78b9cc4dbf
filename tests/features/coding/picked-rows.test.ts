import { expect, it } from 'vitest';
import type { CodingId } from '#domain/project/records.ts';
import { nothingPicked, RowOrder } from '#features/coding/picked-rows.ts';

const order = new RowOrder(['a', 'b', 'c', 'd', 'e'] as CodingId[]);

it('picks a stretch from where it began, in either direction, and single rows besides', () => {
  const from = order.pick(2);
  expect(order.picked(order.extend(from, 4))).toEqual(['c', 'd', 'e']);
  expect(order.picked(order.extend(order.extend(from, 4), 1))).toEqual(['b', 'c']);
  const two = order.toggle(from, 0);
  expect(order.picked(two)).toEqual(['a', 'c']);
  expect(order.picked(order.toggle(two, 2))).toEqual(['a']);
  expect(order.picked(order.goTo(two, 4))).toEqual(['a', 'c']);
  expect(order.picked(order.pickAll(two))).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it('keeps what is picked when rows change places, and is at the row in its place when the row at hand has gone', () => {
  const picked = order.extend(order.pick(1), 2);
  const turned = new RowOrder(['e', 'd', 'c', 'b', 'a'] as CodingId[]);
  expect(turned.picked(picked)).toEqual(['c', 'b']);
  expect(turned.current(picked)).toBe(2);
  const rest = new RowOrder(['a', 'd', 'e'] as CodingId[]);
  expect(rest.current(picked)).toBe(2);
  expect(rest.picked(picked)).toEqual(['e']);
  const none = new RowOrder([]);
  expect(none.current(picked)).toBe(-1);
  expect(none.picked(nothingPicked)).toEqual([]);
});
