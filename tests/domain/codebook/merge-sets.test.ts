import { describe, expect, it } from 'vitest';
import { mergeSets, type SetSides } from '#domain/codebook/merge-sets.ts';
import type { CodeId, CodeSet, CodeSetId } from '#domain/project/records.ts';
import { coderId } from './code-builder.ts';

const NOW = '2026-02-03T04:05:06.000Z';

function setOf(id: string, codes: string, fields: Partial<CodeSet> = {}): CodeSet {
  const origin = { createdAt: '', modifiedAt: '', createdBy: coderId };
  const codeIds = codes.split('').map((code) => code as CodeId);
  return { id: id as CodeSetId, name: id, description: '', codeIds, ...origin, ...fields };
}

function merge(sides: SetSides, theirCodes = 'abcdef'): ReturnType<typeof mergeSets> {
  return mergeSets(
    sides,
    (id) => id as CodeId,
    (id) => theirCodes.includes(id),
    NOW,
  );
}

describe('merging sets with their common state', () => {
  const base = [setOf('s', 'abc')];

  it('puts in what they put in, takes out what they took out, and leaves our own members alone', () => {
    const { updated, left } = merge({ base, ours: [setOf('s', 'abcd')], theirs: [setOf('s', 'abe')] });
    expect(updated.map(([, to]) => [to.codeIds.join(''), to.modifiedAt])).toEqual([['abde', NOW]]);
    expect(left).toEqual([]);
  });

  it('does not bring back what we took out, and takes nothing out because a code is gone with them', () => {
    const theirs = [setOf('s', 'ab')];
    expect(merge({ base, ours: [setOf('s', 'ac')], theirs }, 'ab').updated).toEqual([]);
  });

  it('takes a name or a description only they changed, and tells where ours stays', () => {
    const theirs = [setOf('s', 'abc', { name: 'Theirs', description: 'new' })];
    const taken = merge({ base, ours: base, theirs }).updated[0]?.[1];
    expect(taken).toMatchObject({ name: 'Theirs', description: 'new' });
    const { updated, left } = merge({ base, ours: [setOf('s', 'abc', { name: 'Ours' })], theirs });
    expect(updated[0]?.[1]).toMatchObject({ name: 'Ours', description: 'new' });
    expect(left).toEqual([{ kind: 'setNameLeft', name: 'Ours', theirs: 'Theirs' }]);
  });

  it('never gives two sets one name', () => {
    const theirs = [setOf('s', 'abc', { name: 'other' })];
    const { updated, left } = merge({ base, ours: [...base, setOf('x', '', { name: 'Other' })], theirs });
    expect([updated.length, left.length]).toEqual([0, 1]);
  });

  it('removes a set they removed unless we changed it, and lets one we removed stay away but tells of changes', () => {
    const another = setOf('t', 'a');
    const theirs = [another];
    expect(merge({ base: [...base, another], ours: base, theirs }).removed).toEqual(base);
    const changed = merge({ base, ours: [setOf('s', 'ab')], theirs });
    expect([changed.removed, changed.left.map(({ kind }) => kind)]).toEqual([[], ['setKept']]);
    expect(merge({ base, ours: [], theirs: base }).left).toEqual([]);
    expect(merge({ base, ours: [], theirs: [setOf('s', 'a')] }).left.map(({ kind }) => kind)).toEqual(['setGone']);
  });

  it('concludes nothing from a file without sets, and hands on those that are new', () => {
    expect(merge({ base, ours: base, theirs: [] })).toEqual({ updated: [], removed: [], left: [], fresh: [] });
    const theirs = [...base, setOf('n', 'a')];
    expect(merge({ base, ours: base, theirs }).fresh).toEqual([theirs[1]]);
  });
});
