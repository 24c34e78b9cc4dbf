import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '#domain/codebook/code-name.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { CodingCounts } from '#domain/coding/coding-counts.ts';
import { invert } from '#domain/history/change.ts';
import { codebookTable } from '#domain/interchange/codebook-csv.ts';
import type { Guarding } from '#domain/interchange/csv-format.ts';
import { readCodebookRows } from '#domain/interchange/codebook-rows.ts';
import {
  importCodebook,
  importCodebookRows,
  type CodebookImport,
  type ExistingPolicy,
} from '#domain/interchange/import-codebook.ts';
import type { Table } from '#domain/interchange/read-table.ts';
import type { Code, SourceId } from '#domain/project/records.ts';
import {
  anyCodes,
  applyToCodes,
  codeOf,
  coderId,
  codingOf,
  countingEnvironment,
  sortedById,
} from '../codebook/code-builder.ts';
import { parseTable, throughCsv } from './table-builder.ts';

function exported(codes: readonly Code[], guarding: Guarding = 'guarded'): Table {
  const { header, rows } = codebookTable(buildCodeTree(codes), new CodingCounts(), guarding);
  return throughCsv(header, rows, guarding);
}

function imported(table: Table | string, codes: readonly Code[] = []): CodebookImport & { codes: Code[] } {
  const parsed = typeof table === 'string' ? parseTable(table) : table;
  const result = importCodebook(parsed, codes, coderId, countingEnvironment());
  return { ...result, codes: buildCodeTree(applyToCodes(codes, result.change)).codes() };
}

function paths(codes: readonly Code[]): string[] {
  const tree = buildCodeTree(codes);
  return tree.codes().map(({ id }) => tree.pathOf(id));
}

const now = '2026-02-03T04:05:06.000Z';
const withoutTimes = (codes: readonly Code[]): Code[] =>
  sortedById(codes).map((code) => ({ ...code, createdAt: now, modifiedAt: now }));

/** Codebooks as the app keeps them: no circles, names unique among siblings. */
const text = fc.string({ unit: fc.constantFrom('a', 'B', 'é', '"', ',', '\n', '=', "'", '-', ' ', '>', '😀', 'ש') });
const soundCodes: fc.Arbitrary<Code[]> = fc
  .array(
    fc.record({
      parent: fc.option(fc.nat(), { nil: null }),
      name: text.map((name) => name.trim()).filter((name) => name !== ''),
      color: fc.constantFrom('teal', 'brick', '#a0b1c2'),
      definition: text,
      include: text,
      exclude: text,
      example: text,
      memo: text,
      isCodable: fc.boolean(),
      position: fc.double({ min: 0, max: 1000, noNaN: true }).map((position) => position + 0),
    }),
    { maxLength: 14 },
  )
  .map((drafts) => {
    const taken = new Set<string>();
    return drafts.map(({ parent, name, ...fields }, index) => {
      const parentId = parent === null || index === 0 ? null : `c${parent % index}`;
      let unique = name;
      while (taken.has(`${parentId} ${nameKey(unique)}`)) unique += 'x';
      taken.add(`${parentId} ${nameKey(unique)}`);
      const shortcut = index < 9 && index % 2 ? String(index) : '';
      return codeOf(`c${index}`, { ...fields, parent: parentId, name: unique, shortcut });
    });
  });

describe('the codebook as a table', () => {
  it('has a row per code, depth first, with its use', () => {
    const codes = [
      codeOf('b', { position: 2, name: '=B' }),
      codeOf('a'),
      codeOf('a1', { parent: 'a', shortcut: '3', isCodable: false }),
    ];
    const counts = new CodingCounts();
    for (const id of ['1', '2']) counts.add(codingOf(id, 'a1'));
    counts.add(codingOf('3', 'a1', { sourceId: 'other' as SourceId }));
    const { header, rows } = codebookTable(buildCodeTree(codes), counts, 'guarded');
    expect(header.join()).toBe(
      'tag,description,number of highlights,number of documents,code,parent_id,code_id,color,include,exclude,example,memo,shortcut,is_codable,position,format',
    );
    expect(rows.map((row) => row.join('|'))).toEqual([
      'a||0|0|a||a|brick||||||true|1|postil-codebook/1+guarded',
      'a > a1||3|2|a1|a|a1|brick|||||3|false|1|postil-codebook/1+guarded',
      '=B||0|0|=B||b|brick||||||true|2|postil-codebook/1+guarded',
    ]);
  });

  it('comes back as the same codes, and a second time changes nothing', () => {
    fc.assert(
      fc.property(soundCodes, fc.constantFrom<Guarding>('guarded', 'raw'), (codes, guarding) => {
        const table = exported(codes, guarding);
        const { codes: read, report } = imported(table);
        expect(withoutTimes(read)).toEqual(withoutTimes(codes));
        expect(report).toEqual({ added: codes.length, updated: 0, unchanged: 0, sets: 0, warnings: [] });
        const again = imported(table, codes);
        expect(again.change).toEqual({});
        expect(again.report).toEqual({ added: 0, updated: 0, unchanged: codes.length, sets: 0, warnings: [] });
      }),
    );
  });

  it('has columns for what only some codes say once one of them says it, and gives it back', () => {
    const alias = fc
      .string({ unit: fc.constantFrom('a', '|', ' ', '\\', ';', '界'), minLength: 1 })
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const more = fc.record({ summary: text, borderline: text, aliases: fc.uniqueArray(alias, { maxLength: 3 }) });
    fc.assert(
      fc.property(soundCodes, fc.array(more, { minLength: 14, maxLength: 14 }), (codes, said) => {
        const told = codes.map((code, at): Code => {
          const { summary = '', borderline = '', aliases = [] } = said[at] ?? {};
          return {
            ...code,
            ...(summary !== '' && { summary }),
            ...(borderline !== '' && { borderline }),
            ...(aliases.length > 0 && { aliases }),
          };
        });
        const table = exported(told);
        const isTold = told.some(({ summary, borderline, aliases }) => summary ?? borderline ?? aliases);
        expect(table.header.slice(15).join()).toBe(isTold ? 'summary,borderline,aliases,format' : 'format');
        expect(withoutTimes(imported(table).codes)).toEqual(withoutTimes(told));
        expect(imported(table, told).change).toEqual({});
      }),
    );
  });

  it('leaves codes that are there alone, or fills what is empty, when told to', () => {
    const here = codeOf('a', { name: 'Water', definition: 'Mine', color: 'teal' });
    const table = parseTable('tag,description,color,include\nWater,Theirs,brick,rain\n');
    const rows = readCodebookRows(table);
    const as = (policy: ExistingPolicy): unknown =>
      importCodebookRows(rows, [here], coderId, countingEnvironment(), { policy }).change.codes?.updated?.[0]?.[1];
    expect(as('leave')).toBeUndefined();
    expect(as('fill')).toMatchObject({ definition: 'Mine', color: 'teal', include: 'rain' });
    expect(as('take')).toMatchObject({ definition: 'Theirs', color: 'brick', include: 'rain' });
  });

  it('brings a project that went another way back to the table, and can be undone', () => {
    fc.assert(
      fc.property(soundCodes, soundCodes, (codes, others) => {
        const result = imported(exported(codes), others);
        const read = buildCodeTree(result.codes);
        expect(read.rows.length).toBe(result.codes.length);
        for (const code of result.codes) expect(read.parentOf(code.id)).toBe(code.parentId);
        const namesakes = new Set(result.codes.map((code) => `${code.parentId} ${nameKey(code.name)}`));
        expect(namesakes.size).toBe(result.codes.length);
        expect(sortedById(applyToCodes(result.codes, invert(result.change)))).toEqual(sortedById(others));
        expect(imported(exported(codes), result.codes).change).toEqual({});
      }),
    );
  });

  it('loses no code, whatever the parents and names say', () => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const { header, rows } = exported(codes);
        const column = header.indexOf('parent_id');
        const raw = rows.map((row) => row.with(column, codes.find(({ id }) => id === row[6])?.parentId ?? ''));
        const result = imported({ header, rows: raw });
        expect(result.codes.map(({ id }) => id).sort()).toEqual(codes.map(({ id }) => id).sort());
        const tree = buildCodeTree(result.codes);
        for (const code of result.codes) expect(tree.parentOf(code.id)).toBe(code.parentId);
      }),
    );
  });
});

describe('importing a codebook', () => {
  it('makes the ancestors that a path asks for, with inks and positions of their own', () => {
    const { codes, report } = imported('tag,description\nA > B > C,deep\nA,top\n');
    expect(paths(codes)).toEqual(['A', 'A > B', 'A > B > C']);
    expect(codes.map(({ name, definition }) => [name, definition])).toEqual([
      ['A', 'top'],
      ['B', ''],
      ['C', 'deep'],
    ]);
    expect(new Set(codes.map(({ color }) => color)).size).toBe(3);
    expect(report).toEqual({ added: 3, updated: 0, unchanged: 0, sets: 0, warnings: [] });
  });

  it("reads Taguette's list of tags without wiping out what is known", () => {
    const known = codeOf('w', { name: 'Water', definition: 'What flows' });
    const { report, codes } = imported('tag,description,number of highlights\nwater,,3\nFire,Burns,1\n', [known]);
    expect(report).toEqual({ added: 1, updated: 0, unchanged: 1, sets: 0, warnings: [] });
    expect(codes.map(({ name, definition }) => [name, definition])).toEqual([
      ['Water', 'What flows'],
      ['Fire', 'Burns'],
    ]);
  });

  it('lets the id win over the path, and the parent id too', () => {
    const codes = [codeOf('a'), codeOf('b')];
    const table = 'tag,code,code_id,parent_id,format\nb > New,New,a,b,postil-codebook/1\n';
    expect(paths(imported(table, codes).codes)).toEqual(['b', 'b > New']);
  });

  it('takes a code of the same path for the same, where its id is another', () => {
    const codes = [codeOf('a'), codeOf('b', { parent: 'a' })];
    const table =
      'tag,code,code_id,parent_id,memo,format\na,a,x,,,postil-codebook/1\na > b,b,y,x,Hello,postil-codebook/1\n';
    const result = imported(table, codes);
    expect(result.codes.map(({ id, memo }) => [id, memo])).toEqual([
      ['a', ''],
      ['b', 'Hello'],
    ]);
  });

  it('warns of what is odd and takes the code nevertheless', () => {
    const { codes, report } = imported(
      [
        'tag,code,code_id,parent_id,color,shortcut,is_codable,position,format',
        'a,a,1,2,mauve,1,perhaps,first,postil-codebook/1',
        'b,b,2,1,TEAL,1,FALSCH,"1,5",postil-codebook/1',
        'c,c,3,gone,#ABCDEF,xy,,,postil-codebook/1',
        'C,C,4,,,,,,postil-codebook/1',
        ',,5,,,,,,postil-codebook/1',
        'd,d,5,,,,,,postil-codebook/1',
      ].join('\n'),
    );
    expect(report.added).toBe(6);
    expect(paths(codes)).toEqual(['a', 'a > b', 'c', 'C (2)', '?', 'd']);
    expect(codes.slice(0, 3).map(({ color, shortcut, isCodable }) => [color, shortcut, isCodable])).toEqual([
      [expect.any(String), '1', true],
      ['teal', '', false],
      ['#abcdef', '', true],
    ]);
    expect(report.warnings.map(({ row, problem }) => `${row} ${problem.code}`)).toEqual([
      '2 colorUnreadable',
      '2 isCodableUnknown',
      '2 positionInvalid',
      '2 parentCircular',
      '3 shortcutTaken',
      '4 shortcutInvalid',
      '4 parentMissing',
      '5 codeRenamed',
      '6 codeNameMissing',
      '7 codeIdRepeated',
    ]);
  });

  it('places a code whose parent’s id is nowhere by its path, and says so', () => {
    const header = ['tag', 'code', 'parent_id', 'code_id', 'format'];
    const { codes, report } = imported({ header, rows: [['A > B', 'B', 'gone', 'b', 'postil-codebook/1']] });
    expect(paths(codes)).toContain('A > B');
    expect(report.warnings).toEqual([
      { row: 2, problem: { code: 'parentByPath', params: { name: 'B', parentId: 'gone', path: 'A' } } },
    ]);
  });

  it('takes a row that repeats another for the same code', () => {
    const { codes, report } = imported('tag\nA\nA\n');
    expect(codes.length).toBe(1);
    expect(report.warnings).toEqual([{ row: 3, problem: { code: 'codeRepeated', params: { name: 'A' } } }]);
  });

  it('leaves a shortcut with a code that is not in the table', () => {
    const codes = [codeOf('a', { shortcut: '1' })];
    const result = imported('tag,shortcut\nB,1\n', codes);
    expect(result.codes.map(({ shortcut }) => shortcut)).toEqual(['1', '']);
  });

  it('swaps two shortcuts and two names', () => {
    const codes = [codeOf('a', { shortcut: '1' }), codeOf('b', { shortcut: '2' })];
    const swapped = [codeOf('a', { name: 'b', shortcut: '2' }), codeOf('b', { name: 'a', shortcut: '1' })];
    const result = imported(exported(swapped), codes);
    expect(result.codes.map(({ name, shortcut }) => name + shortcut)).toEqual(['a1', 'b2']);
    expect(result.codes.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(result.report).toEqual({ added: 0, updated: 2, unchanged: 0, sets: 0, warnings: [] });
  });
});
