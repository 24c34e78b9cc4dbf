import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOutMerge } from '#domain/codebook/carry-out-merge.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { planCodebookMerge } from '#domain/codebook/merge-codebooks.ts';
import { codebookTable } from '#domain/interchange/codebook-csv.ts';
import { readQdc } from '#domain/interchange/codebook-files/read-qdc.ts';
import { writeQdc } from '#domain/interchange/codebook-files/write-qdc.ts';
import { readCodebookRows } from '#domain/interchange/codebook-rows.ts';
import { codebookOfFile } from '#domain/interchange/codebook-of-file.ts';
import type { CodebookRow } from '#domain/interchange/codebook-rows.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { xmlTree } from '#workers/xml-tree.ts';
import { anyTree, applyToCodes, codeOf, coderId, countingEnvironment } from '#tests/domain/codebook/code-builder.ts';

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
    const merged = applyToCodes(ours, carryOutMerge(plan, ours, new Map(), countingEnvironment()).change);
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

  const withGuids = anyTree.map((codes): Code[] => {
    const guid = (id: CodeId): CodeId => `00000000-0000-4000-8000-${id.slice(1).padStart(12, '0')}` as CodeId;
    return codes.map((code) => ({ ...code, id: guid(code.id), parentId: code.parentId && guid(code.parentId) }));
  });

  it('that is our own codebook, sent and come back in any of our forms, changes nothing and asks nothing', () => {
    const environment = countingEnvironment();
    fc.assert(
      fc.property(withGuids, (drafts) => {
        const ours = drafts.map((code, index) => ({
          ...code,
          definition: `Says ${index}`,
          memo: 'long',
          summary: 's',
        }));
        const tree = buildCodeTree(ours);
        const qdc = readQdc(xmlTree(writeQdc(tree, [], environment.newId)), environment.newId);
        const { header, rows } = codebookTable(tree, { ofCode: () => 0, sourcesOfCode: () => 0 }, 'guarded');
        const table = { header, rows: rows.map((cells) => cells.map(String)) };
        for (const file of [qdc, { ...readCodebookRows(table), sets: [] }]) {
          expect(file).not.toBeNull();
          if (!file) continue;
          const { codes, silent } = codebookOfFile(file, coderId, environment);
          for (const base of [ours, null]) {
            const plan = planCodebookMerge({ base, ours, theirs: codes, silent }, new Set());
            const { taken, added, removed, conflicts } = plan;
            expect({ taken, added, removed, conflicts }).toEqual({ taken: [], added: [], removed: [], conflicts: [] });
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
