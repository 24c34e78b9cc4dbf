import { describe, expect, it } from 'vitest';
import { addCodeSet, removeCodeSet, toggleInSet, updateCodeSet } from '#domain/codebook/code-sets.ts';
import type { CodeId, CodeSet, CodeSetId } from '#domain/project/records.ts';
import { coderId, countingEnvironment } from './code-builder.ts';

const environment = countingEnvironment();
const ids = (...names: string[]): CodeId[] => names as CodeId[];

function mapOf(...sets: CodeSet[]): Map<CodeSetId, CodeSet> {
  return new Map(sets.map((set) => [set.id, set]));
}

function made(name: string, ...codes: string[]): CodeSet {
  const outcome = addCodeSet(new Map(), { name, codeIds: ids(...codes) }, coderId, environment);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.set;
}

describe('sets of codes', () => {
  it('have a name unlike the others, and each code once', () => {
    const set = made(' Frames ', 'a', 'b', 'a');
    expect(set).toMatchObject({ name: 'Frames', codeIds: ['a', 'b'] });
    expect(addCodeSet(mapOf(set), { name: 'FRAMES' }, coderId, environment)).toMatchObject({
      problem: { code: 'setNameTaken' },
    });
    expect(updateCodeSet(mapOf(set), set.id, { name: ' ' }, environment)).toMatchObject({
      problem: { code: 'setNameEmpty' },
    });
    expect(updateCodeSet(mapOf(set), set.id, { name: 'frames' }, environment).ok).toBe(true);
  });

  it('take codes in where one is missing, and out where all are in', () => {
    const set = made('Frames', 'a');
    const after = (codes: CodeId[]): readonly CodeId[] | undefined => {
      const outcome = toggleInSet(mapOf(set), set.id, codes, environment);
      return outcome.ok ? outcome.value.codeSets?.updated?.[0]?.[1].codeIds : undefined;
    };
    expect(after(ids('a', 'b'))).toEqual(['a', 'b']);
    expect(after(ids('a'))).toEqual([]);
  });

  it('change nothing when all is so already, and go without their codes', () => {
    const set = made('Frames', 'a');
    expect(updateCodeSet(mapOf(set), set.id, { description: '' }, environment)).toEqual({ ok: true, value: {} });
    expect(removeCodeSet(mapOf(set), set.id)).toEqual({ ok: true, value: { codeSets: { removed: [set] } } });
  });
});
