import { expect, it } from 'vitest';
import { differencesOfCode } from '#domain/codebook/code-history.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { codeOf } from './code-builder.ts';

const parent = codeOf('Group');
const before = codeOf('a', { name: 'Water', position: 1 });
const after = codeOf('a', { name: 'Rain', parent: 'Group', definition: 'What falls.', mergedFrom: ['b'] as never });
const lost = codeOf('b', { name: 'Hail' });
const tree = buildCodeTree([parent, after]);

it('tells renaming, moving, merging and redefining of one step apart', () => {
  const change = { codes: { updated: [[before, after]], removed: [lost] } } as const;
  const found = differencesOfCode(change, before.id, tree);
  expect(found.map(({ kind }) => kind)).toEqual(['renamed', 'moved', 'merged', 'redefined']);
  expect(found[1]).toMatchObject({ before: '', after: 'Group', path: 'Group > Rain' });
  expect(found[2]).toMatchObject({ code: lost, into: after });
  expect(found[3]).toMatchObject({ fields: [{ field: 'definition', before: '', after: 'What falls.' }] });
});

it('begins with the making of the code, and says nothing of steps that only shift it or are about others', () => {
  expect(differencesOfCode({ codes: { added: [before] } }, before.id, tree)).toEqual([
    { kind: 'added', code: before, path: 'Water' },
  ]);
  const shifted = { codes: { updated: [[before, { ...before, position: 7 }]] } } as const;
  expect(differencesOfCode(shifted, before.id, tree)).toEqual([]);
  expect(differencesOfCode({ codes: { added: [lost] } }, before.id, tree)).toEqual([]);
});

it('tells of a code that was split off in the history of either', () => {
  const off = codeOf('c', { name: 'Drizzle', splitFrom: after.id });
  const whole = buildCodeTree([parent, after, off]);
  const told = { kind: 'split', code: off, path: 'Drizzle', from: after };
  for (const id of [after.id, off.id])
    expect(differencesOfCode({ codes: { added: [off] } }, id, whole)).toEqual([told]);
});
