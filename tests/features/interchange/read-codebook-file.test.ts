import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import type { Grant } from '#contract/files.ts';
import { htmlMark, markdownMark } from '#domain/codebook/document/document-mark.ts';
import { readCodebookFile } from '#features/interchange/index.ts';
import { FakeMachine } from '#tests/support/fake-bridge.ts';

let machine: FakeMachine;
const file = (name: string): Grant => ({ handle: name, name, kind: 'file' });

beforeEach(() => {
  machine = new FakeMachine();
  machine.install();
});

async function pathsIn(content: string | Uint8Array): Promise<string[]> {
  machine.files.set('codes', typeof content === 'string' ? { text: content } : { bytes: content });
  const { file: read } = await readCodebookFile(file('codes'));
  const ids = new Map(read.rows.map((row) => [row.codeId, row]));
  return read.rows.map(({ path, parentId }) => {
    const above = parentId === '' ? path.ancestors : [ids.get(parentId)?.path.name];
    return [...above, path.name].join(' > ');
  });
}

async function workbook(rows: readonly (readonly string[])[], sheet = 'Codes'): Promise<Uint8Array> {
  const blob = await writeXlsxFile([
    { sheet: 'About', data: [['Made by hand']] },
    { sheet, data: rows.map((row) => [...row]) },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const xml =
  '<CodeBook><Codes><Code guid="00000000-0000-4000-8000-000000000001" name="Water" isCodable="true"><Code guid="00000000-0000-4000-8000-000000000002" name="Rain" isCodable="true"/></Code></Codes></CodeBook>';
const expected = ['Water', 'Water > Rain'];

/** The same archive, saying in its directory that what is in it takes 4 GB. */
function boasting(archive: Uint8Array): Uint8Array {
  const boast = Buffer.from(archive);
  boast.writeUInt32LE(0xfffffff0, boast.indexOf('PK\u0001\u0002', 'latin1') + 24);
  return new Uint8Array(boast);
}

describe('a codebook is read, whatever the file is called, from', () => {
  it.each([
    ['ours and Taguette’s tables', 'tag,description\r\nWater,\r\nWater > Rain,from above\r\n'],
    ['a table with semicolons', 'tag;description\nWater;a, b\nWater > Rain;c'],
    ['a table of somebody else', 'code_id\tcode_name\tcode_color\n1\tWater\trgb(1,2,3)\n2\tWater::Rain\t#FFF\n'],
    ['a German table', 'Code;Beschreibung\nWater;was fließt\nWater > Rain;von oben\n'],
    ['QualCoder’s table without a header', '"Water","what runs"\n"Water>>Rain","from above"\n'],
    ['QualCoder’s text', 'Water\twhat runs\nWater>>Rain\tfrom above\n'],
    ['MAXQDA’s table', 'Code,Memo\nWater,\nWater > Rain,from above\n'],
    ['an indented outline', 'Water: what runs, falls\n  Rain\n'],
    ['a Markdown outline', '# Water\n\n- Rain: from above\n'],
    [
      'a table that tells Excel what stands between its cells',
      'sep=;\r\nname;description\r\nWater;a\r\nWater > Rain;b\r\n',
    ],
    ['a table with rows of blanks', 'tag,description\nWater,\n  , \nWater > Rain,x\n'],
    ['notes with a head of their own', '---\ntitle: Codes\ntags:\n  - a\n---\n# Water\n\n## Rain\n\n---\n'],
    ['a text with underlined headings', 'Water\n=====\n\n    Rain\n'],
    ['a .qdc', xml],
    ['a .qde', `<Project name="P">${xml}</Project>`],
  ])('%s', async (_, text) => expect(await pathsIn(text)).toEqual(expected));

  it('a workbook for MAXQDA, one of ours, and one of anybody’s, on whichever sheet', async () => {
    expect(
      await pathsIn(
        await workbook([
          ['Code', 'Memo'],
          ['Water', ''],
          ['Water > Rain', 'x'],
        ]),
      ),
    ).toEqual(expected);
    expect(
      await pathsIn(
        await workbook([
          ['tag', 'format'],
          ['Water', 'postil-codebook/1'],
        ]),
      ),
    ).toEqual(['Water']);
    expect(
      await pathsIn(
        await workbook([
          ['Theme', 'Definition'],
          ['Water', ''],
          ['Water>>Rain', '7'],
        ]),
      ),
    ).toEqual(expected);
  });

  it('a table with line ends inside its cells, which come in as ours', async () => {
    machine.files.set('codes', { text: 'name,description\r\nWater,"runs\r\ndown"\r\n' });
    const { file: read } = await readCodebookFile(file('codes'));
    expect(read.rows[0]?.fields.definition).toBe('runs\ndown');
  });

  it('a table that was cut off, and says where', async () => {
    machine.files.set('codes', { text: 'name,description\nWater,a\nRain,"from\nabove' });
    const { file: read } = await readCodebookFile(file('codes'));
    expect(read.rows).toHaveLength(2);
    expect(read.warnings).toEqual([{ row: 3, problem: { code: 'quoteUnclosed', params: {} } }]);
  });

  it('a packed REFI-QDA project', async () => {
    const packed = zipSync({
      'project.qde': strToU8(`\uFEFF<Project>${xml}</Project>`),
      'sources/a.txt': strToU8('a'),
    });
    expect(await pathsIn(packed)).toEqual(expected);
  });
});

describe('a file that cannot be read is said to be', () => {
  it.each([
    ['emptyFile', ''],
    ['onlyWhiteSpace', ' \n'],
    ['xmlBroken', '<CodeBook>\n<Codes></CodeBook>'],
    ['xmlEntity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><CodeBook><Codes>&x;</Codes></CodeBook>'],
    ['codebookMissing', '<html><body/></html>'],
    ['codebookEmpty', '<CodeBook><Codes/></CodeBook>'],
    ['codebookDocument', `\uFEFF# Das Dunkel: Codebuch\r\n\r\n17 Codes\r\n\r\n${markdownMark}\r\n`],
    ['codebookDocument', `<!DOCTYPE html>\n<html lang="de"><head>${htmlMark}</head></html>`],
    ['webPage', '<!doctype html><p>Codes<br>'],
    ['tableUnknown', 'person,age\nAnn,3\n'],
    ['formatTooNew', 'tag,format\nA,postil-codebook/9\n'],
    ['oldWorkbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['codebookTooLarge', 'x'.repeat(17 * 1024 * 1024)],
    ['codebookTooMany', 'a\n'.repeat(50_002)],
    ['lockedWorkbook', Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])],
    ['picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0])],
    ['xmlTooDeep', '<a>'.repeat(2_001)],
    ['codebookUnknown', new Uint8Array([1, 0, 2])],
    ['archiveBroken', new Uint8Array([0x50, 0x4b, 3, 4, 0])],
    ['officeDocument', zipSync({ 'word/document.xml': strToU8('<a/>') })],
    ['archiveForeign', zipSync({ 'a.txt': strToU8('a') })],
    ['archiveTooLarge', boasting(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))],
  ])('%s', async (code, content) => {
    await expect(pathsIn(content)).rejects.toMatchObject({ problem: { code } });
  });

  it('with the line and the column where XML breaks', async () => {
    await expect(pathsIn('<CodeBook>\n<Codes></CodeBook>')).rejects.toMatchObject({
      problem: { code: 'xmlBroken', params: { line: 2, column: 18 } },
    });
  });
});
