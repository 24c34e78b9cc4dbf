import { expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId } from '#domain/project/records.ts';
import { codebookSubtitle } from '#features/codebook/index.ts';
import { aCode } from '#tests/support/builders.ts';

it('counts what can be given as codes and what has codes beneath it as groups, once each', () => {
  const group = aCode({ id: 'g' as CodeId, name: 'Reasons', isCodable: false });
  const codes = ['Cost', 'Use'].map((name) => aCode({ id: name as CodeId, name, parentId: group.id }));
  const tree = buildCodeTree([group, ...codes]);
  expect(codebookSubtitle(tree, null)).toBe('2 codes in 1 group');
  expect(codebookSubtitle(tree, { codings: 3, sources: 1, coders: 1 })).toBe(
    '2 codes in 1 group, 3 codings by 1 coder',
  );
  expect(codebookSubtitle(buildCodeTree(codes), null)).toBe('2 codes');
});
