import { expect, it } from 'vitest';
import { WayBack } from '#features/desk/way-back.ts';
import { nowhereYet } from '#features/desk/visited-places.ts';

it('leads back through what one came from that is no text, the latest first, until one leaves for another place', () => {
  const way = new WayBack(nowhereYet, () => true);
  const [first, second, third] = [() => undefined, () => undefined, () => undefined];
  way.comeFrom(first);
  way.comeFrom(second);
  expect(way.step(-1, null)).toBe(second);
  expect(way.hasDetour).toBe(true);
  expect(way.step(-1, null)).toBe(first);
  expect(way.step(-1, null)).toBeNull();
  way.comeFrom(third);
  way.leave(null);
  expect(way.hasDetour).toBe(false);
  expect(way.step(-1, null)).toBeNull();
});
