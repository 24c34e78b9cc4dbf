import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { memosColumns } from '#domain/interchange/memos-csv.ts';
import { exportMemos } from '#features/exports/index.ts';
import { openSampleProject } from '#features/sample-project/index.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { OpenProject } from '#storage/open-project.ts';
import { FakeMachine } from '#tests/support/fake-bridge.ts';
import { loadSampleFiles } from '#tests/support/sample-files.ts';
import { csvTable } from '#workers/csv-table.ts';

async function exported(isRaw: boolean): Promise<{ project: OpenProject; rows: Record<string, string>[] }> {
  const machine = new FakeMachine();
  machine.install();
  machine.sample = await loadSampleFiles();
  const { databaseName } = await openSampleProject();
  const project = await OpenProject.open(databaseName, 'M. Holm', systemEnvironment);
  const result = await exportMemos(project, 'memos.csv', { isRaw });
  const { header, rows } = csvTable((machine.written.get('memos.csv') ?? '').replace(/^\uFEFF/, ''));
  expect(header).toEqual([...memosColumns]);
  expect(result?.count).toBe(project.memos.size);
  return { project, rows: rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))) };
}

test('writes the project’s memos, then those on codes, then by document and place', async () => {
  const { rows } = await exported(true);
  const abouts = rows.map(({ about }) => about);
  expect(abouts.slice(0, 2)).toEqual(['project', 'code']);
  const documents = rows.slice(2).map(({ document }) => document ?? '');
  expect(documents).toEqual(documents.toSorted());
  expect(documents.every((name) => name !== '')).toBe(true);
  expect(new Set(rows.map(({ format }) => format))).toEqual(new Set(['postil-memos/1']));
});

test('says where in the text a memo is, in code points, and keeps its Markdown', async () => {
  const { project, rows } = await exported(true);
  const row = rows.find(({ about }) => about === 'passage');
  const text = (await project.loadTexts([...project.sources.keys()])).get(row?.['document_id'] as never)?.text ?? '';
  const [start, end] = [Number(row?.['start']), Number(row?.['end'])];
  expect(Array.from(text).slice(start, end).join('')).toBe(row?.['quote']);
  expect(row).toMatchObject({ type: 'quotation', quote: 'You may find it beautiful. I hope so; it is.', code: '' });
  expect(Number(row?.['paragraph_start'])).toBeGreaterThan(1);
  const onCoding = rows.find(({ about }) => about === 'coding');
  expect(onCoding).toMatchObject({ code: 'Conceding a point', coder: 'T. Osei' });
  expect(onCoding?.['text']).toContain('\n- [Conceding a point](postil:code/');
  const onSource = rows.find(({ about }) => about === 'source');
  expect([onSource?.['start'], onSource?.['quote']]).toEqual(['', '']);
});

test('guards what a spreadsheet would run', async () => {
  const { rows } = await exported(false);
  expect(rows.every(({ format }) => format === 'postil-memos/1+guarded')).toBe(true);
});
