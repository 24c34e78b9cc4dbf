import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { hexColor, inkOfHex } from '#domain/codebook/ink-hex.ts';
import { inks } from '#domain/codebook/inks.ts';
import { descriptionOf, readDescription } from '#domain/interchange/codebook-files/description-text.ts';
import { readForeignColor } from '#domain/interchange/codebook-files/foreign-color.ts';
import { readQdc, type CodebookFile } from '#domain/interchange/codebook-files/read-qdc.ts';
import { writeQdc } from '#domain/interchange/codebook-files/write-qdc.ts';
import { importCodebookRows } from '#domain/interchange/import-codebook.ts';
import type { Code, CodeSet } from '#domain/project/records.ts';
import { XmlError, xmlTree } from '#workers/xml-tree.ts';
import { anyTree, codeOf, coderId, countingEnvironment } from '../../codebook/code-builder.ts';

const shared = fileURLToPath(new URL('../../../../../shared/refi', import.meta.url));
const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const newGuids = (): (() => string) => {
  let next = 900;
  return () => guid(++next);
};

function read(text: string): CodebookFile {
  const file = readQdc(xmlTree(text), newGuids());
  if (!file) throw new Error('no codebook');
  return file;
}

function importInto(codes: readonly Code[], text: string): ReturnType<typeof importCodebookRows> {
  return importCodebookRows(read(text), codes, coderId, countingEnvironment());
}

/** Codes with ids and words that any file may hold. */
const someText = fc.string({
  unit: fc.constantFrom('a', 'B', ' ', '\n', '"', '<', '&', ':', 'ä', '界', '👩‍🚀', 'Include when: x'),
});
const anyCodebook = anyTree.chain((codes) =>
  fc
    .array(fc.tuple(someText, someText, someText), { minLength: codes.length, maxLength: codes.length })
    .map((texts) => {
      const ids = new Map(codes.map(({ id }, at) => [id, guid(at) as Code['id']]));
      return codes.map((code, at) => ({
        ...code,
        id: ids.get(code.id) ?? code.id,
        parentId: code.parentId && (ids.get(code.parentId) ?? null),
        definition: texts[at]?.[0] ?? '',
        include: texts[at]?.[1] ?? '',
        memo: texts[at]?.[2] ?? '',
        // Every other one outside the palette.
        color: at % 2 === 0 ? (inks[at % inks.length]?.name ?? 'teal') : '#12ab9f',
        isCodable: at % 3 !== 0,
      }));
    }),
);

const written = ({ id, parentId, name, definition, include, memo, color, isCodable }: Code): unknown[] => [
  id,
  parentId,
  name,
  definition,
  include,
  memo,
  color,
  isCodable,
];

describe('a description', () => {
  it('gives back every field it was put together from, whatever they hold', () => {
    fc.assert(
      fc.property(someText, someText, someText, someText, (definition, include, example, memo) => {
        const code = codeOf('a', { definition, include, example, memo });
        const all = { definition, include, example, memo };
        const filled = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''));
        expect(readDescription(descriptionOf(code))).toEqual(filled);
      }),
      { numRuns: 300 },
    );
  });

  it('of another program is a definition, also with a label in the middle of a line', () => {
    const text = 'Jobs and taxes.\nSee also Include when: never';
    expect(readDescription(text)).toEqual({ definition: text });
  });
});

describe('a colour of another program', () => {
  it.each([
    ['#FF0', '#ffff00'],
    ['#33CC33', '#33cc33'],
    ['#33cc3380', '#33cc33'],
    ['rgba(51, 204, 51, 0.5)', '#33cc33'],
    ['rgb(300,0,0)', null],
    ['Red', '#ff0000'],
    ['constructor', null],
    ['', null],
  ])('%s is %s here', (foreign, own) => expect(readForeignColor(foreign)).toBe(own));

  it('that was one of our inks becomes that ink again', () => {
    for (const { name } of inks) expect(inkOfHex(hexColor(name))).toBe(name);
  });
});

describe('a .qdc', () => {
  it('comes back with the same codes, ids, tree, words and colours', () => {
    fc.assert(
      fc.property(anyCodebook, (codes) => {
        fc.pre(codes.length > 0);
        const text = writeQdc(buildCodeTree(codes), [], newGuids());
        const { change } = importInto([], text);
        expect((change.codes?.added ?? []).map(written)).toEqual(buildCodeTree(codes).codes().map(written));
        expect(importInto(codes, text).change).toEqual({});
      }),
    );
  });

  it('keeps sets, without codes that are gone', () => {
    const codes = [codeOf(guid(1)), codeOf(guid(2))];
    const set = {
      id: guid(9),
      name: 'Pilot',
      description: 'Tried first',
      codeIds: [guid(2), 'gone'],
    } as unknown as CodeSet;
    const text = writeQdc(buildCodeTree(codes), [set], newGuids());
    expect(read(text).sets).toEqual([{ id: guid(9), name: 'Pilot', description: 'Tried first', codeIds: [guid(2)] }]);
  });

  it('brings its sets along, and adds members to one of that name', () => {
    const codes = [codeOf(guid(1)), codeOf(guid(2))];
    const set = { id: guid(9), name: 'Pilot', description: '', codeIds: [guid(1), guid(2)] } as unknown as CodeSet;
    const text = writeQdc(buildCodeTree(codes), [set], newGuids());
    const fresh = importCodebookRows(read(text), [], coderId, countingEnvironment());
    expect(fresh.change.codeSets?.added).toMatchObject([{ id: guid(9), name: 'Pilot', codeIds: [guid(1), guid(2)] }]);
    const mine = { ...set, id: 'mine', name: 'PILOT ', codeIds: [guid(2)] } as unknown as CodeSet;
    const again = importCodebookRows(read(text), codes, coderId, countingEnvironment(), { sets: [mine] });
    expect(again.change.codeSets?.updated?.[0]?.[1]).toMatchObject({ id: 'mine', codeIds: [guid(2), guid(1)] });
    expect(again.report.sets).toBe(1);
    const same = importCodebookRows(read(text), codes, coderId, countingEnvironment(), { sets: [set] });
    expect(same.change).toEqual({});
  });

  it('gives ids to codes that have none, and says so', () => {
    const { rows, warnings } = read(
      '<CodeBook><Codes><Code guid="T1" name="A"><Code guid="" name="B"/></Code></Codes></CodeBook>',
    );
    expect(rows[1]?.parentId).toBe(rows[0]?.codeId);
    expect(warnings.map(({ problem }) => problem.code)).toEqual([
      'namespaceForeign',
      'guidInvalid',
      'guidInvalid',
      'isCodableMissing',
    ]);
  });

  it('is read in any namespace, with prefixes, braces, empty elements and a folder that is not to be given', () => {
    const { rows } = read(
      '<q:CodeBook xmlns:q="urn:QDA-XML:codebook:0:4"><q:Codes><q:Code guid="{00000000-0000-4000-8000-00000000000A}" name=" A " isCodable="0"><q:Description/></q:Code></q:Codes><q:Sets/></q:CodeBook>',
    );
    expect(rows).toMatchObject([
      { codeId: '00000000-0000-4000-8000-00000000000a', path: { name: 'A' }, fields: { isCodable: false } },
    ]);
  });

  it('with what the schema forbids is read as well as can be, each with a warning', () => {
    const code = (attributes: string, inside = ''): string => `<Code ${attributes}>${inside}</Code>`;
    const { rows, sets, warnings } = read(
      [
        '<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes>',
        code(`guid="${guid(1)}" name="A" isCodable="maybe" color="mauve-ish"`, `<Extra/>${code('name="B"')}`),
        code(`guid="${guid(1)}" name="C" isCodable="true"`, code(`guid="${guid(2)}" name="D" isCodable="true"`)),
        '</Codes>',
        code(`guid="${guid(3)}" isCodable="true"`, '<Description>one</Description><Description>two</Description>'),
        `<Sets><Set guid="${guid(9)}" name=""><MemberCode guid="${guid(2)}"/><MemberCode guid="${guid(8)}"/></Set></Sets>`,
        '</CodeBook>',
      ].join(''),
    );
    expect(rows.map(({ path, parentId }) => [path.name, parentId])).toEqual([
      ['A', ''],
      ['B', guid(1)],
      ['C', ''],
      ['D', rows[2]?.codeId],
      ['', ''],
    ]);
    expect(rows[4]?.fields.definition).toBe('one\n\ntwo');
    expect(sets).toMatchObject([{ name: '?', codeIds: [guid(2), guid(8)] }]);
    const imported = importCodebookRows({ rows, sets, warnings }, [], coderId, countingEnvironment());
    expect(imported.report.warnings.map(({ row, problem }) => `${row} ${problem.code}`)).toEqual([
      '0 namespaceForeign',
      '0 setNameMissing',
      '0 isCodableMissing',
      '0 codesOutside',
      '0 elementLeftOut',
      '0 memberMissing',
      '1 colorUnreadable',
      '1 isCodableUnknown',
      '2 guidInvalid',
      '3 guidRepeated',
      '5 codeNameMissing',
    ]);
  });

  it('brings the sets of codes of a whole project along, and says of notes that they stay behind', () => {
    const { sets, warnings } = read(
      `<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes><Code guid="${guid(1)}" name="A" isCodable="true"><NoteRef targetGUID="x"/></Code></Codes></CodeBook><Sets><Set guid="${guid(2)}" name="S"><MemberCode targetGUID="${guid(1)}"/></Set><Set guid="${guid(3)}" name="Texts"><MemberSource targetGUID="y"/></Set></Sets></Project>`,
    );
    expect(sets.map(({ name, codeIds }) => [name, codeIds])).toEqual([['S', [guid(1)]]]);
    expect(warnings.map(({ problem }) => problem.code)).toEqual(['notesLeftOut']);
  });

  it('that is broken, or tries to define entities, is refused with the place', () => {
    expect(() => xmlTree('<CodeBook><Codes></CodeBook>')).toThrow(XmlError);
    expect(() => xmlTree('<!DOCTYPE a [<!ENTITY x "boom">]><a>&x;</a>')).toThrow(XmlError);
    expect(readQdc(xmlTree('<html/>'), newGuids())).toBeNull();
  });

  const sample = join(shared, 'samples/annex-a1.qdc');
  it.runIf(existsSync(sample))("reads the standard's own example", () => {
    const { rows, warnings } = read(readFileSync(sample, 'utf8'));
    expect(rows.map(({ path }) => path.name)).toEqual([
      'Topics',
      'Economy',
      'Health care',
      'Values',
      'Conservatives',
      'Liberals',
    ]);
    expect(warnings).toEqual([]);
  });

  const schema = join(shared, 'xsd/Codebook.xsd');
  const hasLint = spawnSync('xmllint', ['--version']).status === 0;
  it.runIf(existsSync(schema) && hasLint)('is valid against the schema of the standard', () => {
    const folder = mkdtempSync(join(tmpdir(), 'postil-qdc-'));
    fc.assert(
      fc.property(anyCodebook, (codes) => {
        fc.pre(codes.length > 0);
        const set = {
          id: 'no guid',
          name: 'S "&<',
          description: '',
          codeIds: [...codes.map(({ id }) => id), guid(500)],
        } as unknown as CodeSet;
        const path = join(folder, 'codebook.qdc');
        writeFileSync(path, writeQdc(buildCodeTree(codes), [set], newGuids()));
        const lint = spawnSync('xmllint', ['--noout', '--schema', schema, path], { encoding: 'utf8' });
        expect(lint.stderr).toContain('validates');
      }),
      { numRuns: 12 },
    );
  });
});
