import { describe, expect, it } from 'vitest';
import { carryOutMerge } from '#domain/codebook/carry-out-merge.ts';
import { planCodebookMerge } from '#domain/codebook/merge-codebooks.ts';
import { codebookOfFile } from '#domain/interchange/codebook-of-file.ts';
import type { CodebookRow } from '#domain/interchange/codebook-rows.ts';
import type { CodeId } from '#domain/project/records.ts';
import { applyToCodes, codeOf, coderId, countingEnvironment } from '#tests/domain/codebook/code-builder.ts';

const rowOf = (name: string, codeId: string, fields: CodebookRow['fields']): CodebookRow => ({
  row: 1,
  codeId,
  parentId: '',
  path: { ancestors: [], name },
  fields,
});

describe('a colleague’s file as a codebook', () => {
  it('keeps ids and tells what the file says nothing about', () => {
    const file = { rows: [rowOf('Water', 'a', { definition: 'wet' })], warnings: [], sets: [] };
    const { codes, silent } = codebookOfFile(file, coderId, countingEnvironment());
    expect(codes).toMatchObject([{ id: 'a', name: 'Water', definition: 'wet' }]);
    expect(silent.get('a' as CodeId)?.has('definition')).toBe(false);
    expect(silent.get('a' as CodeId)?.has('memo')).toBe(true);
  });

  it('takes nothing away by being silent, neither words nor keys nor colours, but by saying that there is nothing', () => {
    const ours = [codeOf('a', { name: 'Water', definition: 'wet', memo: 'ours', shortcut: 'w', color: 'moss' })];
    const file = { rows: [rowOf('Rivers', 'a', { definition: '' })], warnings: [], sets: [] };
    const { codes, silent } = codebookOfFile(file, coderId, countingEnvironment());
    const plan = planCodebookMerge({ base: ours, ours, theirs: codes, silent }, new Set());
    expect(plan.conflicts).toEqual([]);
    const merged = applyToCodes(ours, carryOutMerge(plan, ours, new Map(), countingEnvironment()));
    expect(merged).toMatchObject([
      { id: 'a', name: 'Rivers', definition: '', memo: 'ours', shortcut: 'w', color: 'moss' },
    ]);
  });

  it('does not count a removed code as changed by them for what their file does not hold', () => {
    const base = [codeOf('a', { name: 'Water', memo: 'long', shortcut: 'w' })];
    const { codes, silent } = codebookOfFile(
      { rows: [rowOf('Water', 'a', {})], warnings: [], sets: [] },
      coderId,
      countingEnvironment(),
    );
    expect(planCodebookMerge({ base, ours: [], theirs: codes, silent }, new Set()).conflicts).toEqual([]);
  });
});
