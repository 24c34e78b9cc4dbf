import 'fake-indexeddb/auto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportCodebook, usualDocument } from '#features/exports/index.ts';
import { readCodebookFile } from '#features/interchange/index.ts';
import { openSampleProject } from '#features/sample-project/index.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { OpenProject } from '#storage/open-project.ts';
import { FakeMachine } from '#tests/support/fake-bridge.ts';
import { loadSampleFiles } from '#tests/support/sample-files.ts';
import { xmlTree } from '#workers/xml-tree.ts';

async function sample(): Promise<{ machine: FakeMachine; project: OpenProject }> {
  const machine = new FakeMachine();
  machine.install();
  machine.sample = await loadSampleFiles();
  const { databaseName } = await openSampleProject();
  return { machine, project: await OpenProject.open(databaseName, 'M. Holm', systemEnvironment) };
}

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** The paragraphs of a Word file as style and text. */
function paragraphsOf(docx: Buffer): { style: string; text: string }[] {
  const xml = decode(unzipSync(new Uint8Array(docx))['word/document.xml']);
  expect(() => xmlTree(xml)).not.toThrow();
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? '',
    text: [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map((match) => match[1] ?? '')
      .join('')
      .trim(),
  }));
}

test('writes a Word file whose headings are the tree, with definitions, criteria and quotations', async () => {
  const { machine, project } = await sample();
  const result = await exportCodebook(project, 'book.docx', { format: 'docx' });
  expect(result?.count).toBe(project.codes.size);
  const paragraphs = paragraphsOf(machine.writtenBytes.get('book.docx') ?? Buffer.alloc(0));
  const headings = paragraphs.filter(({ style }) => style.startsWith('Heading'));
  expect(headings).toHaveLength(project.codes.size);
  expect(headings[0]).toEqual({ style: 'Heading1', text: 'Reasons for light' });
  expect(headings[1]).toEqual({ style: 'Heading2', text: 'Safety after dark' });
  const texts = paragraphs.map(({ text }) => text);
  expect(texts).toContain('The text says what light, or the lack of it, does to the safety of people outdoors.');
  expect(texts).toContain('A town feels its way home, ¶ 5');
  expect(texts).toContain('9 codings in 4 sources');
  const parts = unzipSync(new Uint8Array(machine.writtenBytes.get('book.docx') ?? []));
  expect(decode(parts['word/footer1.xml'])).toContain('NUMPAGES');
  expect(decode(parts['word/styles.xml'])).toMatch(/w:styleId="Heading1".*?w:color w:val="000000"/s);
});

test('a document read back as a codebook is refused, in whatever words it is: definitions and counts would become codes', async () => {
  const { machine, project } = await sample();
  for (const format of ['markdown', 'html'] as const) {
    await exportCodebook(project, 'book', { format });
    // As if the interface spoke another language.
    const text = (machine.written.get('book') ?? '').replace(/\b(?:codes?|codings?|sources?|groups?)\b/gi, 'жар');
    machine.files.set('book', { text });
    const reading = readCodebookFile({ handle: 'book', name: 'book', kind: 'file' });
    await expect(reading).rejects.toMatchObject({ problem: { code: 'codebookDocument' } });
  }
});

test('leaves out of a document what is not wanted, and quotes as often as is wanted', async () => {
  const { machine, project } = await sample();
  const memo = [...project.codes.values()].find((code) => code.memo !== '')?.memo ?? 'none';
  const write = async (name: string, document: typeof usualDocument): Promise<string> => {
    await exportCodebook(project, name, { format: 'markdown', document });
    return machine.written.get(name) ?? '';
  };
  const usual = await write('a.md', usualDocument);
  const bare = await write('b.md', { quotations: 0, hasCounts: false, hasMemos: false });
  const full = await write('c.md', { ...usualDocument, quotations: 5 });
  const quotations = (text: string): number => text.match(/^> \\?\(/gm)?.length ?? 0;
  expect([usual.includes(memo), bare.includes(memo)]).toEqual([true, false]);
  expect([/\d+ codings/.test(usual), /\d+ coding/.test(bare)]).toEqual([true, false]);
  expect(quotations(bare)).toBe(0);
  expect(quotations(usual)).toBeGreaterThan(10);
  expect(quotations(full)).toBeGreaterThan(quotations(usual));
});
