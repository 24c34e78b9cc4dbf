import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { journalColumns } from '#domain/interchange/journal-csv.ts';
import type { CodingId } from '#domain/project/records.ts';
import { exportJournal } from '#features/exports/index.ts';
import { aCoding } from '#tests/support/builders.ts';
import { FakeMachine } from '#tests/support/fake-bridge.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';
import { csvTable } from '#workers/csv-table.ts';

async function exported(isRaw: boolean): Promise<Record<string, string>[]> {
  const machine = new FakeMachine();
  machine.install();
  const project = await openTestProject();
  for (const name of ['=one', 'two', 'three']) {
    const coding = aCoding({ id: name as CodingId });
    const label = { key: 'code', params: { name } };
    await project.commit({ codings: { added: [coding] } }, { label, policy: 'undoable' });
  }
  await project.travelTo(1);
  await project.redo();
  const changed = { key: '=HYPERLINK', params: {} };
  await project.commit(
    { codings: { removed: [aCoding({ id: 'two' as CodingId })] } },
    { label: changed, policy: 'undoable' },
  );
  const result = await exportJournal(project, 'journal.csv', { isRaw });
  const { header, rows } = csvTable((machine.written.get('journal.csv') ?? '').replace(/^\uFEFF/, ''));
  expect(header).toEqual([...journalColumns]);
  expect(result?.count).toBe(rows.length);
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}

test('tells every step in order: who, when, what, how much, and what has become of it', async () => {
  const rows = await exported(true);
  expect(rows.map(({ step, state }) => `${state}: ${step}`)).toEqual([
    'done: code “=one”',
    'done: code “two”',
    'overtaken: code “three”',
    'note: go back 2 steps, to code “=one”',
    'note: redo: code “two”',
    'done: =HYPERLINK',
  ]);
  // The first step brought its coder along.
  expect(rows.map((row) => [row['records_added'], row['records_updated'], row['records_removed']].join())).toEqual([
    '2,0,0',
    '1,0,0',
    '1,0,0',
    '0,0,0',
    '0,0,0',
    '0,0,1',
  ]);
  expect(rows.map(({ sequence }) => sequence)).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(rows.map(({ about }) => about)).toEqual(['', '', '', '1', '2', '']);
  expect(new Set(rows.map(({ coder, format }) => `${coder} ${format}`))).toEqual(new Set(['M. Holm postil-journal/1']));
  expect(rows.every(({ at }) => /^\d{4}-\d\d-\d\dT.*Z$/.test(at ?? ''))).toBe(true);
});

test('guards what a spreadsheet would run', async () => {
  const last = (await exported(false)).at(-1);
  expect([last?.['step'], last?.['kind'], last?.['format']]).toEqual([
    "'=HYPERLINK",
    "'=HYPERLINK",
    'postil-journal/1+guarded',
  ]);
});
