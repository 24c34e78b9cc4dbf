import { expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { codebookSubtitle } from '#features/codebook/index.ts';
import { aCode } from '#tests/support/builders.ts';

const code = (name: string, parentId: string | null, isCodable = true): Code =>
  aCode({ id: name as CodeId, name, parentId: parentId as CodeId | null, isCodable });

it.each([
  ['3 codes', [code('Water', null), code('Rain', 'Water'), code('Hail', 'Rain')]],
  ['2 codes in 1 group', [code('Water', null, false), code('Rain', 'Water'), code('Hail', 'Rain')]],
  ['1 code in 2 groups', [code('Water', null, false), code('Rain', 'Water', false), code('Hail', 'Rain')]],
  ['0 codes in 1 group', [code('Water', null, false)]],
])('a group is what is given to no passage, not every code with codes beneath it: %s', (words, codes) => {
  expect(codebookSubtitle(buildCodeTree(codes), null)).toBe(words);
});

it('says how many codings of how many coders there are, where that is wanted', () => {
  const tree = buildCodeTree([code('Water', null, false), code('Rain', 'Water')]);
  expect(codebookSubtitle(tree, { codings: 3, sources: 1, coders: 1 })).toBe('1 code in 1 group, 3 codings by 1 coder');
});
