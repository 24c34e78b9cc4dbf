import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import readXlsxFile from 'read-excel-file/universal';
import { beforeAll, describe, expect, it } from 'vitest';
import { nameKey } from '#domain/codebook/code-name.ts';
import { buildCodeTree, type CodeTree } from '#domain/codebook/code-tree.ts';
import { inks } from '#domain/codebook/inks.ts';
import { codebookLosses } from '#domain/interchange/codebook-files/codebook-losses.ts';
import { writeIntroduction } from '#domain/codebook/introduction.ts';
import { importCodebookRows } from '#domain/interchange/import-codebook.ts';
import type { Code, CodeSet, CodeSetId } from '#domain/project/records.ts';
import { codebookFormats, type CodebookFormatId } from '#features/exports/codebook-formats.ts';
import { lossesText, usualDocument } from '#features/exports/index.ts';
import { readCodebookFile } from '#features/interchange/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { FakeMachine } from '#tests/support/fake-bridge.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';
import { codeOf, coderId, countingEnvironment } from '../../domain/codebook/code-builder.ts';

let machine: FakeMachine;
let project: OpenProject;

beforeAll(async () => {
  machine = new FakeMachine();
  machine.install();
  project = await openTestProject();
});

const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** What a person may call a code, and some that mean something to a program on the way. */
const strange = [
  '=SUM(A1)',
  '+49 30',
  '-',
  '@home',
  "'quoted'",
  '"quoted"',
  'Kosten: hoch',
  'A, B; C',
  '<5 km',
  '# 1',
  '- a',
  '1. Zeit',
  '**bold**',
  'C:\\temp\\',
  'الإنارة ليلًا',
  'גשר',
  '👩‍🚀 𝒳',
  'café',
  '光と闇',
  'true',
  '007',
  '_x0041_',
  'x'.repeat(60),
  'Ein Name von sechzig Zeichen, damit man sieht, was er anricht',
];
const sign = fc.constantFrom(
  'a',
  'B',
  ' ',
  '"',
  "'",
  '<',
  '&',
  ':',
  ';',
  ',',
  '|',
  '\\',
  '.',
  '#',
  '=',
  'ß',
  'ע',
  '界',
  '🌙',
);
const anyName = fc.oneof(fc.constantFrom(...strange), fc.string({ unit: sign, minLength: 1, maxLength: 20 }));
const anyProse = fc.string({
  unit: fc.oneof(sign, fc.constantFrom('\n', '\t', '\n\n', '=1+1', 'Include when: x', '_x000D_')),
  maxLength: 12,
});
const anyColor = fc.oneof(fc.constantFrom(...inks.map(({ name }) => name)), fc.constantFrom('#123456', '#ff00ff'));

/** A codebook as our own doors leave it, up to five deep, with ids that are GUIDs. */
const anyCodebook: fc.Arbitrary<Code[]> = fc
  .array(
    fc.record({
      above: fc.nat(),
      name: anyName,
      words: fc.tuple(anyProse, anyProse, anyProse, anyProse, anyProse, anyProse, anyProse),
      color: anyColor,
      isCodable: fc.boolean(),
      aliases: fc.array(fc.string({ unit: sign, minLength: 1, maxLength: 6 }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((drafts) => {
    const made: Code[] = [];
    const depths: number[] = [];
    const names = new Set<string>();
    for (const [at, { above, name, words, color, isCodable, aliases }] of drafts.entries()) {
      const parent = made[above % (at + 1)];
      const depth = parent ? (depths[made.indexOf(parent)] ?? 0) + 1 : 0;
      const under = parent && depth < 5 ? parent.id : null;
      depths.push(under === null ? 0 : depth);
      const key = (each: string): string => `${under} ${nameKey(each)}`;
      const bare = name.trim() || '?';
      const free = names.has(key(bare)) ? `${bare} ${at}` : bare;
      names.add(key(free));
      const [summary, definition, include, exclude, example, borderline, memo] = words;
      const others = aliases.map((alias) => alias.trim()).filter((alias) => alias !== '');
      made.push(
        codeOf(guid(at + 1), {
          parent: under,
          name: free,
          position: at + 1,
          color,
          isCodable,
          shortcut: at < 9 ? String(at + 1) : '',
          definition,
          include,
          exclude,
          example,
          memo,
          ...(summary !== '' && { summary }),
          ...(borderline !== '' && { borderline }),
          ...(others.length > 0 && { aliases: others }),
        }),
      );
    }
    return made;
  });

async function writeAndRead(
  codes: readonly Code[],
  id: CodebookFormatId,
  { isRaw = false, sets = [] }: { readonly isRaw?: boolean; readonly sets?: readonly CodeSet[] } = {},
) {
  const tree = buildCodeTree(codes);
  const made = await codebookFormats[id].make({ project, tree, sets, isRaw, document: usualDocument });
  machine.files.set('codes', typeof made === 'string' ? { text: made } : { bytes: made });
  const read = await readCodebookFile({ handle: 'codes', name: 'codes', kind: 'file' }).catch(
    (error: unknown) => error,
  );
  const imported = (): ReturnType<typeof importCodebookRows> => {
    if (!isRead(read)) throw read;
    return importCodebookRows(read.file, [], coderId, countingEnvironment());
  };
  return {
    tree,
    made,
    file: isRead(read) ? read.file : null,
    back: () => buildCodeTree(imported().change.codes?.added ?? []),
    setsBack: () => imported().change.codeSets?.added ?? [],
    warnings: () => imported().report.warnings,
  };
}

const isRead = (read: unknown): read is Awaited<ReturnType<typeof readCodebookFile>> =>
  typeof read === 'object' && read !== null && 'file' in read;

type Told = (code: Code) => readonly unknown[];
const told = (tree: CodeTree, what: Told): unknown[] => tree.rows.map(({ code, depth }) => [depth, ...what(code)]);

const prose: Told = (code) => [
  code.summary,
  code.definition,
  code.include,
  code.exclude,
  code.example,
  code.borderline,
  code.memo,
];
const everything: Told = (code) => [
  code.id,
  code.name,
  ...prose(code),
  code.color,
  code.shortcut,
  code.isCodable,
  code.aliases,
];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** A flat outline with a comma or a tab in each of its lines is a table, as far as anybody can tell. */
const isAmbiguous = (text: string): boolean => text.split('\n').every((line) => line === '' || /[,;\t]/.test(line));

/** What each format can hold of a code. */
const held: Readonly<Partial<Record<CodebookFormatId, Told>>> = {
  csv: everything,
  xlsx: everything,
  qdc: (code) => [code.id, code.name, ...prose(code), code.color, code.isCodable],
  qualcoder: (code) => [code.name, ...prose(code)],
  maxqda: (code) => [code.name.replaceAll('\\', '›'), ...prose(code)],
  outline: (code) => [oneLine(code.name), oneLine(code.definition)],
  text: (code) => [oneLine(code.name), oneLine(code.definition)],
};

describe('any codebook comes back, with all that the format can hold, from', () => {
  it.each([
    ['our table', 'csv', false],
    ['our table without guards', 'csv', true],
    ['a workbook', 'xlsx', false],
    ['a .qdc', 'qdc', false],
    ['a table for QualCoder', 'qualcoder', false],
    ['a workbook for MAXQDA', 'maxqda', false],
    ['a Markdown outline', 'outline', false],
    ['an outline of plain text', 'text', false],
  ] as const)('%s', async (_, id, isRaw) => {
    const what = held[id] ?? everything;
    await fc.assert(
      fc.asyncProperty(anyCodebook, async (codes) => {
        const { tree, made, back, warnings } = await writeAndRead(codes, id, { isRaw });
        fc.pre(id !== 'text' || typeof made !== 'string' || !isAmbiguous(made));
        expect(told(back(), id === 'maxqda' ? (code) => [code.name, ...prose(code)] : what)).toEqual(told(tree, what));
        expect(warnings()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Sets of any of the codes, some of none, each code once. */
const anySets = (codes: readonly Code[]): fc.Arbitrary<CodeSet[]> =>
  fc
    .uniqueArray(
      fc.record({
        name: fc.string({ unit: sign, minLength: 1, maxLength: 8 }).map((name) => name.trim() || '?'),
        description: anyProse,
        codeIds: fc.uniqueArray(fc.constantFrom(...codes.map(({ id }) => id)), { maxLength: 4 }),
      }),
      { selector: ({ name }) => nameKey(name), maxLength: 3 },
    )
    .map((sets) =>
      sets.map((set, at) => ({
        ...set,
        id: guid(100 + at) as CodeSetId,
        createdBy: coderId,
        createdAt: '',
        modifiedAt: '',
      })),
    );

describe('what stands beside the codes', () => {
  const introduce = (text: string): Promise<void> =>
    project.commit(writeIntroduction(project.project, text), {
      label: { key: 'codebookIntroduction', params: {} },
      policy: 'undoable',
    });

  it.each(['xlsx', 'qdc'] as const)('comes back as far as the format holds it: sets from a .%s', async (id) => {
    const both = anyCodebook.chain((codes) => fc.tuple(fc.constant(codes), anySets(codes)));
    await fc.assert(
      fc.asyncProperty(both, async ([codes, sets]) => {
        const { setsBack, warnings } = await writeAndRead(codes, id, { sets });
        const saidOf = (set: CodeSet): unknown[] => [set.id, set.name, set.description, set.codeIds];
        expect(setsBack().map(saidOf)).toEqual(sets.map(saidOf));
        expect(warnings()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('comes back from a workbook: the introduction, on whatever sheet', async () => {
    const words = fc.string({ unit: fc.oneof(sign, fc.constantFrom('\n', '\n\n', '=1+1', '_x000D_')), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        await introduce(text);
        const { file } = await writeAndRead([codeOf(guid(1))], 'xlsx');
        expect(file?.introduction ?? '').toBe(text.trim() === '' ? '' : text);
      }),
      { numRuns: 40 },
    );
    await introduce('');
  });

  it('is left to one sheet where there is nothing, and stands on sheets after the codes where there is', async () => {
    const sheetsOf = async (sets: readonly CodeSet[]): Promise<string[]> => {
      const { made } = await writeAndRead([codeOf(guid(1))], 'xlsx', { sets });
      if (typeof made === 'string') throw new Error('a workbook is no text');
      return (await readXlsxFile(made.slice().buffer)).map(({ sheet }) => sheet);
    };
    expect(await sheetsOf([])).toEqual(['codebook']);
    await introduce('Read me.');
    const set = { id: guid(9), name: 'S', description: '', codeIds: [] } as unknown as CodeSet;
    expect(await sheetsOf([set])).toEqual(['codebook', 'introduction', 'sets']);
    await introduce('');
  });
});

describe('what a format cannot hold', () => {
  const lost = (codes: readonly Code[], id: CodebookFormatId, sets: readonly CodeSet[] = []): unknown[] =>
    codebookLosses({ tree: buildCodeTree(codes), sets, introduction: '' }, codebookFormats[id]).map(
      ({ kind, count }) => [kind, count],
    );

  it('is counted', () => {
    const full = codeOf('a', { memo: 'm', shortcut: '1', aliases: ['b'], isCodable: false });
    const set = { id: 's', name: 'S', description: '', codeIds: [] } as unknown as CodeSet;
    expect(lost([full], 'qdc', [set])).toEqual([
      ['shortcut', 1],
      ['aliases', 1],
      ['origins', 1],
    ]);
    expect(lost([full], 'csv', [set])).toEqual([
      ['sets', 1],
      ['origins', 1],
    ]);
    expect(lost([full], 'xlsx', [set])).toEqual([['origins', 1]]);
    expect(lost([full], 'outline', [set]).map((loss) => (loss as unknown[])[0])).toEqual([
      'words',
      'color',
      'shortcut',
      'aliases',
      'folders',
      'sets',
      'origins',
    ]);
    expect(lost([codeOf('b', { name: 'a > b \\ c' }), codeOf('d', { name: 'y'.repeat(64) })], 'maxqda')).toEqual([
      ['color', 2],
      ['origins', 2],
      ['shortened', 1],
      ['respelled', 1],
    ]);
  });

  it('is named where a cell of a workbook ends before the text, which is cut between characters', async () => {
    const codes = [codeOf(guid(1), { name: 'Long', memo: `${'m'.repeat(32_766)}👩 and more` })];
    const [loss] = codebookLosses(
      { tree: buildCodeTree(codes), sets: [], introduction: '' },
      codebookFormats.xlsx,
    ).slice(-1);
    expect(loss && lossesText([loss])).toBe(
      'Not in this file: the end of the memo of “Long”, which is longer than a cell can be.',
    );
    expect(lost(codes, 'maxqda')).toContainEqual(['cut', 1]);
    expect(lost(codes, 'csv')).not.toContainEqual(['cut', 1]);
    const set = { name: 'S', description: 'd'.repeat(32_768) } as unknown as CodeSet;
    const introduction = `short\n${'i'.repeat(32_768)}`;
    const beside = codebookLosses({ tree: buildCodeTree([]), sets: [set], introduction }, codebookFormats.xlsx);
    expect(lossesText(beside)).toBe(
      'Not in this file: the end of the description of the set “S”, which is longer than a cell can be and the ends of lines of the introduction that are longer than a cell can be.',
    );
    const { back } = await writeAndRead(codes, 'xlsx');
    expect(back().codes()[0]?.memo).toBe('m'.repeat(32_766));
  });
});

it('an empty codebook is refused as a .qdc, and is an empty table', async () => {
  await expect(writeAndRead([], 'qdc')).rejects.toMatchObject({ problem: { code: 'qdcNeedsCode' } });
  await expect(writeAndRead([], 'csv').then(({ back }) => back())).rejects.toMatchObject({
    problem: { code: 'codebookEmpty' },
  });
});
