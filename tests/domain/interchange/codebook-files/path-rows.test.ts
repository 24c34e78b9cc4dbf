import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import {
  maxqdaLayout,
  qualcoderLayout,
  readPathRows,
  readQualcoderText,
  writePathRows,
  writeQualcoderText,
} from '#domain/interchange/codebook-files/path-rows.ts';
import { recogniseCodebookText } from '#domain/interchange/codebook-files/recognise-codebook-text.ts';
import { importCodebookRows } from '#domain/interchange/import-codebook.ts';
import { csvTable } from '#workers/csv-table.ts';
import { anyTree, codeOf, coderId, countingEnvironment } from '../../codebook/code-builder.ts';

describe('rows of path and memo', () => {
  it.each([
    ['QualCoder', qualcoderLayout],
    ['MAXQDA', maxqdaLayout],
  ])('for %s come back with the same tree and words', (_, layout) => {
    fc.assert(
      fc.property(anyTree, (codes) => {
        const named = codes.map((code) => ({
          ...code,
          name: code.name.replaceAll('>', 'v'),
          definition: `d ${code.id}`,
        }));
        const tree = buildCodeTree(named);
        const { rows } = writePathRows(tree, layout);
        const file = readPathRows(layout.header ? rows.slice(1) : rows, [layout.separator]);
        const back = buildCodeTree(
          importCodebookRows(file, [], coderId, countingEnvironment()).change.codes?.added ?? [],
        );
        const told = (t: typeof tree): unknown[] =>
          t.rows.map(({ code, depth }) => [depth, code.name, code.definition]);
        expect(told(back)).toEqual(told(tree));
      }),
    );
  });

  it('cuts names to the 63 units of MAXQDA, keeps them apart, and counts it', () => {
    const long = 'x'.repeat(62);
    const codes = [codeOf('a', { name: `${long}👩 one` }), codeOf('b', { name: `${long}👩 two`, position: 2 })];
    const { rows, losses } = writePathRows(buildCodeTree(codes), maxqdaLayout);
    const names = rows.slice(1).map(([path]) => path);
    expect(names).toEqual([long, `${'x'.repeat(59)} (2)`]);
    expect(losses.shortened).toBe(2);
  });

  it('respells a name that holds the separator, so that it stays one name', () => {
    const { rows, losses } = writePathRows(buildCodeTree([codeOf('a', { name: 'A>>B' })]), qualcoderLayout);
    expect(rows[0]?.[0]).toBe('A››B');
    expect(losses.respelled).toBe(1);
  });

  it('for QualCoder’s text file are a line a code, whatever is written about it', () => {
    const codes = [
      codeOf('a', { name: 'Water', definition: 'what runs\nor\tfalls', include: 'rain' }),
      codeOf('b', { name: 'Rain', parent: 'a' }),
    ];
    const text = writeQualcoderText(buildCodeTree(codes));
    expect(text).toBe('Water\twhat runs or falls Include when: rain\nWater>>Rain\t\n');
    expect(recogniseCodebookText(text, csvTable(text))).toBe('qualcoder-text');
    expect(readQualcoderText(text).rows.map(({ path }) => [...path.ancestors, path.name])).toEqual([
      ['Water'],
      ['Water', 'Rain'],
    ]);
  });

  it('are read from QualCoder’s text file with memos after a tab', () => {
    const { rows } = readQualcoderText('Water>>Rain\tfrom above\r\nWater>>Rivers\r\n\r\n');
    expect(rows.map(({ path, fields }) => [path.ancestors.join(), path.name, fields.definition])).toEqual([
      ['Water', 'Rain', 'from above'],
      ['Water', 'Rivers', undefined],
    ]);
  });
});

describe('a codebook in a text file', () => {
  it.each([
    ['xml', '<?xml version="1.0"?><CodeBook/>'],
    ['table', 'tag,description\nA,b\n'],
    ['qualcoder-csv', '"Water>>Rain","from above"\n'],
    ['qualcoder-csv', 'Water>>Rain,from above\n'],
    ['qualcoder-text', 'Water>>Rain\tfrom above\nWater>>Rivers\n'],
    ['maxqda', 'Code;Memo\nWater > Rain;from above\n'],
    ['table', 'Nr;Merkmal\r\n1;Größe\r\n'],
    ['table', 'code_name,code_color\nWater,rgb(1,2,3)\n'],
    ['outline', 'Water: what runs, falls\n\tRain, sleet\n'],
    ['outline', '- Water\n  - Rain\n'],
    ['outline', 'Water\n\tRain\n'],
    ['outline', '- Water: from here >> there\n- Fire>>Smoke\n'],
    ['outline', 'Water\n\tRain\n\tSnow\nFire>>Smoke\n'],
  ])('is recognised as %s by what is in it', (kind, text) => {
    expect(recogniseCodebookText(text, csvTable(text))).toBe(kind);
  });
});
