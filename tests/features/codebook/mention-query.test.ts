import { expect, test } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { mentionQueryAt } from '#features/codebook/mentions/mention-query.ts';
import { codeOf } from '#tests/domain/codebook/code-builder.ts';

const tree = buildCodeTree([codeOf('a', { name: 'Cost' }), codeOf('b', { name: 'Cost to the town' })]);

/** The caret is where the bar is. */
const at = (marked: string): string | undefined =>
  mentionQueryAt(marked.replace('|', ''), marked.indexOf('|'), tree)?.query;

test('a name is begun by @ at the beginning of a word, and may have spaces', () => {
  expect(at('Use @|')).toBe('');
  expect(at('Use @cost t| and')).toBe('cost t');
  expect(at('استخدم @سع|')).toBe('سع');
  expect(at('不是@成|')).toBe('成');
});

test('no name is under way in an address, before the sign, after a space or on another line', () => {
  expect(at('mail a@b|')).toBeUndefined();
  expect(at('|@')).toBeUndefined();
  expect(at('@ cost|')).toBeUndefined();
  expect(at('@cost\n|')).toBeUndefined();
});

test('a name that is written whole is done with when other words follow, unless it may become a longer one', () => {
  expect(at('@Cost|')).toBe('Cost');
  expect(at('@Cost, and|')).toBeUndefined();
  expect(at('@Cost to the town is|')).toBeUndefined();
});
