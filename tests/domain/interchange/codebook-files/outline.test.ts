import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { readOutline, writeOutline, writePlainOutline } from '#domain/interchange/codebook-files/outline.ts';
import { importCodebookRows } from '#domain/interchange/import-codebook.ts';
import { anyTree, coderId, countingEnvironment } from '../../codebook/code-builder.ts';

const paths = (text: string): string[] =>
  readOutline(text).rows.map(({ path }) => [...path.ancestors, path.name].join(' > '));

describe('an outline', () => {
  it.each([
    ['tabs', 'Water\n\tRain\n\t\tHail\n\tRivers\nRoads\n'],
    ['two spaces', 'Water\n  Rain\n    Hail\n  Rivers\nRoads'],
    ['a Markdown list', '- Water\n  - Rain\n    - Hail\n  - Rivers\n- Roads'],
    ['numbers and bullets', '1. Water\n   • Rain\n      * Hail\n   • Rivers\n2. Roads'],
    ['headings with lists', '# Water\n\n- Rain\n  - Hail\n- Rivers\n\n# Roads\n'],
  ])('of %s is a tree', (_, text) => {
    expect(paths(text)).toEqual(['Water', 'Water > Rain', 'Water > Rain > Hail', 'Water > Rivers', 'Roads']);
  });

  it('has definitions after a colon, and none without a space after it', () => {
    expect(readOutline('- **Water**: what runs\n- 10:30').rows.map(({ path, fields }) => [path.name, fields])).toEqual([
      ['Water', { definition: 'what runs' }],
      ['10:30', {}],
    ]);
  });

  it.each([
    ['a Markdown list', writeOutline],
    ['plain text', writePlainOutline],
  ])('comes back from %s with the same tree, names and definitions', (_, write) => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'ß', ' ', ':', '*', '_', '\\', '-', '#', '1', '.', '界'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyTree, fc.array(fc.tuple(word, word), { minLength: 12, maxLength: 12 }), (codes, words) => {
        const named = codes.map((code, at) => ({
          ...code,
          name: `${words[at]?.[0] ?? ''} ${code.id}`.replace(/\s+/g, ' ').trim(),
          definition: (words[at]?.[1] ?? '').replace(/\s+/g, ' ').trim(),
        }));
        const tree = buildCodeTree(named);
        const { change } = importCodebookRows(readOutline(write(tree)), [], coderId, countingEnvironment());
        const back = buildCodeTree(change.codes?.added ?? []);
        const told = (t: typeof tree): unknown[] =>
          t.rows.map(({ code, depth }) => [depth, code.name, code.definition]);
        expect(told(back)).toEqual(told(tree));
      }),
    );
  });
});
