import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { writeIntroduction } from '#domain/codebook/introduction.ts';
import { isEmpty } from '#domain/history/change.ts';
import { differenceText } from '#features/codebook-versions/index.ts';
import { importSources } from '#features/corpus-import/index.ts';
import {
  importTable,
  planSummary,
  planTableImport,
  readTable,
  rowText,
  splitOffered,
} from '#features/interchange/index.ts';
import type { Grant } from '#contract/files.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { FakeMachine } from '#tests/support/fake-bridge.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';

let machine: FakeMachine;
let project: OpenProject;
const file = (name: string): Grant => ({ handle: name, name, kind: 'file' });

beforeEach(async () => {
  machine = new FakeMachine();
  machine.install();
  project = await openTestProject();
  machine.files.set('bus.txt', { text: 'The bus was late. Nobody minded.' });
  await importSources(project, [file('bus.txt')]);
});

test('plans highlights of another program, changing nothing yet', async () => {
  const rows = [
    'id,document,tag,content',
    '1,bus,Waiting,The bus was late',
    '2,bus,Waiting,never said',
    '3,train,Waiting,x',
  ];
  machine.files.set('highlights.csv', { text: rows.join('\n') });
  const plan = await planTableImport(project, await readTable(file('highlights.csv'), null));
  expect(plan).toMatchObject({ kind: 'codings', added: 1, newCodes: 1 });
  expect(planSummary(plan, 'future')).toBe(
    '1 coding will be added and 2 rows will be left out. 1 new code comes with them.',
  );
  expect(plan.skipped.map((problem) => rowText(problem, plan))).toEqual([
    'Row 3: “never said” does not stand in “bus”.',
    'Row 4: There is no source “train”.',
  ]);
  expect(project.codes.size).toBe(0);
});

test('imports as one step that can be undone', async () => {
  machine.files.set('codes.csv', { text: 'tag;description\r\nWaiting;Time lost\r\nWaiting > At night;\r\n' });
  await importTable(project, await readTable(file('codes.csv'), null));
  expect([...project.codes.values()].map(({ name }) => name)).toEqual(['Waiting', 'At night']);
  expect(project.nextUndo).toEqual({ key: 'importCodebook', params: { name: 'codes.csv', count: 2 } });
  await project.undo();
  expect(project.codes.size).toBe(0);
});

test('brings the introduction and the sets of a workbook along, also where somebody has written on its sheets', async () => {
  const blob = await writeXlsxFile([
    {
      sheet: 'codes',
      data: [
        ['tag', 'format'],
        ['Waiting', 'postil-codebook/1'],
        ['Waiting > At night', 'postil-codebook/1'],
      ],
    },
    {
      sheet: 'Read me first',
      data: [
        ['introduction', 'format'],
        ['Give one code.', 'postil-introduction/1'],
        ['Then another.', 'postil-introduction/1'],
      ],
    },
    {
      sheet: 'sets',
      data: [
        ['set', 'set_description', 'tag', 'code_id', 'set_id', 'format'],
        ['Time', 'when', 'Waiting > At night', null, null, 'postil-sets/1'],
        ['Time', 'when', 'Nowhere', null, null, null],
      ],
    },
  ]).toBlob();
  machine.files.set('codes.xlsx', { bytes: new Uint8Array(await blob.arrayBuffer()) });
  const read = await readTable(file('codes.xlsx'), null);
  const plan = await importTable(project, read);
  expect(planSummary(plan, 'past')).toBe(
    'Imported: 2 codes added, 1 set of codes brought along, and the introduction brought along.',
  );
  expect(plan.differences.map((difference) => differenceText(difference))).toContain('The introduction was written.');
  expect(plan.warnings.map((problem) => rowText(problem, plan))).toEqual([
    'The set “Time” names 1 code that is neither in the file nor here; it is left out of the set.',
  ]);
  expect(project.project.codebookIntroduction).toBe('Give one code.\nThen another.');
  const [set] = project.codeSets.values();
  expect(set?.codeIds.map((id) => project.codes.get(id)?.name)).toEqual(['At night']);
  expect(isEmpty((await planTableImport(project, read)).change)).toBe(true);

  const label = { key: 'codebookIntroduction', params: {} };
  await project.commit(writeIntroduction(project.project, 'Ours.'), { label, policy: 'undoable' });
  expect((await planTableImport(project, read, { policy: 'fill' })).change).toEqual({});
  expect(planSummary(await planTableImport(project, read), 'future')).toContain('the introduction comes along');
  await project.undo();
  await project.undo();
  expect([project.codes.size, project.codeSets.size, project.project.codebookIntroduction]).toEqual([0, 0, undefined]);
});

test('takes the person at work for the coder of that name, before their first coding', async () => {
  const text = 'id,document,tag,content,coder\n1,bus,Waiting,The bus was late,M. Holm\n';
  machine.files.set('codings.csv', { text });
  const fresh = await openTestProject();
  machine.files.set('other.txt', { text: 'The bus was late' });
  await importTable(fresh, await readTable(file('codings.csv'), null));
  await importTable(project, await readTable(file('codings.csv'), null));
  expect([...project.coders.values()].map(({ name }) => name)).toEqual(['M. Holm']);
});

test('refuses a table that is neither, and one from a newer Postil', async () => {
  machine.files.set('people.csv', { text: 'person,age\nAnn,3\n' });
  await expect(readTable(file('people.csv'), null)).rejects.toMatchObject({ problem: { code: 'tableUnknown' } });
  machine.files.set('newer.csv', { text: 'tag,format\nA,postil-codebook/9\n' });
  await expect(readTable(file('newer.csv'), null)).rejects.toMatchObject({ problem: { code: 'formatTooNew' } });
});

test('tells tables from texts by their names', () => {
  const folder: Grant = { handle: 'f', name: 'texts.csv', kind: 'folder' };
  expect(splitOffered([file('a.txt'), file('b.CSV'), folder])).toEqual({
    tables: [file('b.CSV')],
    sources: [file('a.txt'), folder],
  });
});
