import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { splitCode } from '#domain/codebook/split-code.ts';
import type { CodeId, CodingId } from '#domain/project/records.ts';
import { applyToCodes, codeOf, coderId, codingOf, countingEnvironment, expectTree } from './code-builder.ts';

const codes = [codeOf('wide', { position: 1 }), codeOf('other', { position: 2 }), codeOf('f', { isCodable: false })];
const codings = ['1', '2', '3'].map((id, at) => codingOf(id, 'wide', { startUtf16: at, endUtf16: at + 1 }));
const under = (name: string) => ({ kind: 'new', name, parentId: 'wide' as CodeId }) as const;

function split(
  targets: Parameters<typeof splitCode>[1],
  assigned: readonly (readonly [string, number])[],
): ReturnType<typeof splitCode> {
  const map = new Map(assigned.map(([id, at]) => [id as CodingId, at]));
  return splitCode(buildCodeTree(codes), targets, map, { codings, memos: [] }, coderId, countingEnvironment());
}

describe('splitting a code', () => {
  it('makes the new codes and hands each coding to its own, leaving the rest', () => {
    const outcome = split(
      [under('A'), under('B')],
      [
        ['1', 0],
        ['3', 1],
      ],
    );
    if (!outcome.ok) throw new Error(outcome.problem.code);
    const { change, moved } = outcome.value;
    const after = applyToCodes(codes, change);
    expect(after.flatMap(({ name, splitFrom }) => (splitFrom ? [`${name} off ${splitFrom}`] : []))).toEqual([
      'A off wide',
      'B off wide',
    ]);
    expectTree(after);
    const nameOf = (id: CodeId): string | undefined => after.find((code) => code.id === id)?.name;
    expect(change.codings?.updated?.map(([, to]) => [to.id, nameOf(to.codeId)])).toEqual([
      ['1', 'A'],
      ['3', 'B'],
    ]);
    expect(after.filter(({ parentId }) => parentId === 'wide').map(({ name }) => name)).toEqual(['A', 'B']);
    expect(moved).toBe(2);
  });

  it('refuses two new codes of one name, and a code that cannot be given', () => {
    expect(split([under('A'), under('a')], [])).toMatchObject({ ok: false, problem: { code: 'codeNameTaken' } });
    expect(split([{ kind: 'code', codeId: 'f' as CodeId }], [['1', 0]])).toMatchObject({
      ok: false,
      problem: { code: 'onlyFolder' },
    });
  });
});
