import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invert, isEmpty, sizeOf, squash, type Change } from '#domain/history/change.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { aCode } from '#tests/support/builders.ts';

type Codes = ReadonlyMap<string, Code>;

function applyTo(codes: Codes, { codes: family }: Change): Codes {
  const after = new Map(codes);
  for (const { id } of family?.removed ?? []) after.delete(id);
  for (const [, to] of family?.updated ?? []) after.set(to.id, to);
  for (const record of family?.added ?? []) after.set(record.id, record);
  return after;
}

/** Any sequence of honest changes: adds what is not there, changes and removes what is. */
const histories = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.string({ maxLength: 3 })), { maxLength: 30 })
  .map((steps) => {
    let codes: Codes = new Map();
    return steps.map(([id, name]): Change => {
      const there = codes.get(id);
      const next = aCode({ id: id as CodeId, name });
      const change: Change = !there
        ? { codes: { added: [next] } }
        : name === ''
          ? { codes: { removed: [there] } }
          : { codes: { updated: [[there, next]] } };
      codes = applyTo(codes, change);
      return change;
    });
  });

describe('Change', () => {
  it('is taken back by its inverse', () => {
    fc.assert(
      fc.property(histories, (changes) => {
        let codes: Codes = new Map();
        for (const change of changes) codes = applyTo(codes, change);
        for (const change of changes.toReversed()) codes = applyTo(codes, invert(change));
        expect(codes.size).toBe(0);
      }),
    );
  });

  it('does in one squashed step what its parts do, and can be taken back as one', () => {
    fc.assert(
      fc.property(histories, (changes) => {
        const stepwise = changes.reduce(applyTo, new Map() as Codes);
        const squashed = squash(changes);
        expect(applyTo(new Map(), squashed)).toEqual(stepwise);
        expect(applyTo(stepwise, invert(squashed)).size).toBe(0);
      }),
    );
  });

  it('knows when nothing would happen', () => {
    expect(isEmpty({ codes: { added: [], updated: [] } })).toBe(true);
    expect(sizeOf({ codes: { added: [aCode()], updated: [[aCode(), aCode()]] } })).toBe(2);
  });
});
