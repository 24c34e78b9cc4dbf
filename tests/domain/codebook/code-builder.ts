import * as fc from 'fast-check';
import { expect } from 'vitest';
import { nameKey } from '#domain/codebook/code-name.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId, CoderId, Coding, CodingId, SelectionId, SourceId } from '#domain/project/records.ts';
import type { Change } from '#domain/history/change.ts';
import { aCode, aCoding } from '#tests/support/builders.ts';

export const coderId = 'coder-1' as CoderId;
const ONCE = '2026-01-01T00:00:00.000Z';

/** A clock that stands at one moment, ids that count. */
export function countingEnvironment(prefix = 'new'): Environment {
  let count = 0;
  return { now: () => '2026-02-03T04:05:06.000Z', newId: () => `${prefix}-${++count}` };
}

export function codeOf(id: string, fields: Partial<Code> & { parent?: string | null } = {}): Code {
  const { parent = null, ...rest } = fields;
  const parentId = parent as CodeId | null;
  const origin = { createdAt: ONCE, modifiedAt: ONCE, createdBy: coderId };
  return aCode({ id: id as CodeId, parentId, name: id, color: 'brick', position: 1, ...origin, ...rest });
}

export function codingOf(id: string, codeId: string, fields: Partial<Coding> = {}): Coding {
  return aCoding({
    id: id as CodingId,
    sourceId: 'source-1' as SourceId,
    codeId: codeId as CodeId,
    coderId,
    selectionId: `selection-${id}` as SelectionId,
    endUtf16: 1,
    createdAt: ONCE,
    modifiedAt: ONCE,
    ...fields,
  });
}

/** Any codebook at all: missing parents, circles, equal positions and equal names among them. */
export const anyCodes: fc.Arbitrary<Code[]> = fc
  .array(
    fc.record({
      parent: fc.option(fc.nat({ max: 14 }), { nil: null }),
      position: fc.integer({ min: 1, max: 5 }),
      name: fc.constantFrom('Water', 'work', 'Work ', 'Zeit', 'äther', 'äther', 'a > b'),
    }),
    { maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ parent, position, name }, index) =>
      codeOf(`c${index}`, { parent: parent === null ? null : `c${parent}`, position, name }),
    ),
  );

/** The codes after a change; a removed or updated code must have been there as the change says. */
export function applyToCodes(codes: readonly Code[], change: Change): Code[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const take = (code: Code): void => {
    if (JSON.stringify(byId.get(code.id)) !== JSON.stringify(code))
      throw new Error(`${code.id} is not as the change says`);
    byId.delete(code.id);
  };
  for (const code of change.codes?.removed ?? []) take(code);
  for (const [from] of change.codes?.updated ?? []) take(from);
  const now = [...(change.codes?.added ?? []), ...(change.codes?.updated ?? []).map(([, to]) => to)];
  for (const code of now) byId.set(code.id, code);
  return [...byId.values()];
}

export function sortedById(codes: readonly Code[]): Code[] {
  return [...codes].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A codebook as our own doors leave it: a true tree, names unique among siblings but common across it. */
export const anyTree: fc.Arbitrary<Code[]> = anyCodes.map((codes) => {
  const tree = buildCodeTree(codes);
  const names = new Set<string>();
  return tree.codes().map((code) => {
    const parentId = tree.parentOf(code.id);
    const key = `${parentId} ${nameKey(code.name)}`;
    const name = names.has(key) ? `${code.name.trim()} ${code.id}` : code.name.trim();
    names.add(key);
    return { ...code, name, parentId };
  });
});

/** Fails where a parent is missing, codes run in a circle, or siblings have one name. */
export function expectTree(codes: readonly Code[]): void {
  const tree = buildCodeTree(codes);
  for (const { code } of tree.rows) expect(tree.parentOf(code.id)).toBe(code.parentId);
  for (const parentId of [null, ...codes.map(({ id }) => id)]) {
    const names = tree.childrenOf(parentId).map(({ name }) => nameKey(name));
    expect(new Set(names).size, names.join()).toBe(names.length);
  }
}
