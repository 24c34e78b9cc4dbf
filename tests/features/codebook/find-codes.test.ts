import { expect, it } from 'vitest';
import { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId } from '#domain/project/records.ts';
import { findCodes } from '#features/codebook/chooser/find-codes.ts';
import { aCode } from '#tests/support/builders.ts';

const names = [
  'Verantwortungsübernahme gegenüber Nachtschichtarbeiterinnen',
  'Access for all',
  'Night workers',
  'Trust in the council',
];
const codes = names.map((name, index) => aCode({ id: name as CodeId, name, position: index }));
const tree = new CodeTree(new Map([[null, codes]]));
const find = (query: string): string[] => findCodes(tree, query, [], () => 0).map(({ code }) => code.name);

it('finds a code by its beginning, by the beginnings of its words, within a compound and with a letter missing', () => {
  expect(find('acc')[0]).toBe('Access for all');
  expect(find('trcou')[0]).toBe('Trust in the council');
  expect(find('Nachtschicht')[0]).toBe(names[0]);
  expect(find('acess')[0]).toBe('Access for all');
});

it('takes letters scattered over a long name for no match, so that a new code is offered first', () => {
  expect(find('Macht')).toEqual([]);
  expect(find('Recht')).toEqual([]);
});

it('puts a name that begins as it was typed before one that is used more and only has the letters', () => {
  const levels = ['Frame 1', 'Frame 2', 'Frame 12', 'The 12 frames'].map((name, position) =>
    aCode({ id: name as CodeId, name, position }),
  );
  const numbered = new CodeTree(new Map([[null, levels]]));
  const recent = ['Frame 2', 'The 12 frames'] as CodeId[];
  const countOf = (id: CodeId): number => (id === 'Frame 2' ? 100 : 0);
  const first = (query: string): string | undefined => findCodes(numbered, query, recent, countOf)[0]?.code.name;
  expect(first('Frame 12')).toBe('Frame 12');
  expect(first('frame 1')).toBe('Frame 1');
  expect(first('12 f')).toBe('The 12 frames');
});
