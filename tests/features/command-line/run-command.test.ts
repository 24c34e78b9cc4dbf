import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '#contract/command-line.ts';
import type { Grant } from '#contract/files.ts';
import { problem } from '#contract/result.ts';
import { listenForCommands } from '#features/command-line/index.ts';
import { deleteProject, openProjects, registry } from '#features/project-list/index.ts';
import { openSampleProject } from '#features/sample-project/index.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { OpenProject } from '#storage/open-project.ts';
import { FakeMachine, theFolder } from '#tests/support/fake-bridge.ts';
import { loadSampleFiles } from '#tests/support/sample-files.ts';

let machine: FakeMachine;
const common = { coderName: null, language: null, isJson: false };

beforeEach(async () => {
  machine = new FakeMachine();
  machine.install();
  listenForCommands();
  for (const project of await registry.list()) await deleteProject(project);
});

const importCommand = (
  project: string,
  paths: Grant[],
  more: Partial<Extract<Command, { name: 'import' }>> = {},
): Command => ({
  name: 'import',
  ...common,
  project,
  paths,
  kind: null,
  isDryRun: false,
  reading: { columns: null, separator: null, existing: null },
  ...more,
});
const exportCommand = (
  project: string,
  kind: 'codings' | 'codebook' | 'qdc',
  name: string,
  format: string | null = null,
): Command => ({
  name: 'export',
  ...common,
  project,
  kind,
  target: { handle: name, name, kind: 'save-target' },
  isRaw: false,
  format,
});
const file = (name: string): Grant => ({ handle: name, name, kind: 'file' });

test('imports a folder into a new project and tells what came of it', async () => {
  machine.files.set('a.txt', { text: 'One' });
  machine.files.set('b.txt', { problem: problem('emptyFile') });
  expect(await machine.run(importCommand('Night buses', [theFolder]))).toBe(1);
  expect(machine.stdout.join('')).toBe('1 of 2 files imported. 1 could not be read.\n');
  expect(machine.stderr.join('')).toBe('b.txt: The file is empty.\n');
  expect(await machine.run({ name: 'projects', ...common })).toBe(0);
  expect(machine.stdout.at(-1)).toBe('Night buses\t1 source\t0 codes\t0 codings\n');
});

test('imports again what it has exported, and finds nothing new', async () => {
  machine.sample = await loadSampleFiles();
  const sample = await openSampleProject();
  expect(await machine.run(exportCommand(sample.name, 'codings', 'codings.csv'))).toBe(0);
  expect(await machine.run(exportCommand(sample.name, 'codebook', 'codebook.csv'))).toBe(0);
  const paths = [file('codings.csv'), file('codebook.csv')];
  expect(await machine.run(importCommand(sample.name, paths))).toBe(0);
  expect(machine.stdout.slice(-2)).toEqual([
    `codebook.csv: Imported: ${sample.codes} here already.\n`,
    `codings.csv: Imported: ${sample.codings} here already.\n`,
  ]);
  expect(machine.stderr).toEqual(['codebook.csv: Not in this file: the introduction.\n']);
});

test('says what a codebook would change without changing anything, nor making a project', async () => {
  machine.files.set('codes.csv', { text: 'tag;description\nWaiting;Time lost\nWaiting > At night;\n' });
  const dry = { isDryRun: true } as const;
  expect(await machine.run(importCommand('Night buses', [file('codes.csv')], dry))).toBe(0);
  expect(machine.stdout).toEqual(['codes.csv: 2 codes will be added.\n']);
  expect(await registry.findByName('Night buses')).toBeUndefined();
  await machine.run(importCommand('Night buses', [file('codes.csv')]));
  machine.files.set('codes.csv', { text: 'tag;description\nWaiting;Time gained\n' });
  expect(await machine.run(importCommand('Night buses', [file('codes.csv')], { ...dry, isJson: true }))).toBe(0);
  expect(JSON.parse(machine.stdout.at(-1) ?? '')).toMatchObject({
    isDryRun: true,
    tables: [{ added: 0, updated: 1, changes: ['The definition of “Waiting” will change.'] }],
  });
  expect(await machine.run(importCommand('Night buses', [file('codes.csv')], dry))).toBe(0);
  expect(machine.stdout.at(-1)).toBe('codes.csv: 1 will change.\n');
  machine.files.set('a.txt', { text: 'One' });
  expect(await machine.run(importCommand('Night buses', [theFolder], dry))).toBe(2);
});

describe('a table whose columns nobody could guess', () => {
  const said = (columns: string | null, separator: string | null = null, existing: 'fill' | null = null) => ({
    kind: 'codebook' as const,
    reading: {
      columns:
        columns === null ? null : (Object.fromEntries(columns.split(',').map((each) => each.split('='))) as object),
      separator,
      existing,
    },
  });

  test('comes in by what is said of its columns, and what is here stays where that is asked for', async () => {
    machine.files.set('koder.csv', { text: 'Nr;Emne;Hvad det er\n1;Angst;for mørket\n2;Angst/Om natten;alene\n' });
    const columns = 'name=Emne,definition=3';
    expect(await machine.run(importCommand('Nat', [file('koder.csv')], said(columns, '/')))).toBe(0);
    expect(machine.stdout).toEqual([
      'koder.csv: Imported: 2 codes added.\n',
      'koder.csv: This column was left out: Nr. --columns says what it is.\n',
    ]);
    expect(await machine.run(exportCommand('Nat', 'codebook', 'out.txt'))).toBe(0);
    expect(machine.written.get('out.txt')).toBe('Angst: for mørket\n\tOm natten: alene\n');
    machine.files.set('koder.csv', { text: 'Emne;Hvad det er\nAngst;noget andet\n' });
    expect(
      await machine.run(importCommand('Nat', [file('koder.csv')], said('name=emne,definition=2', null, 'fill'))),
    ).toBe(0);
    expect(machine.stdout.at(-1)).toBe('koder.csv: Imported: 1 here already.\n');
  });

  test.each([
    [
      null,
      'Nothing tells which column holds the codes. Say it, as in --columns name=Nr. The columns are: Nr, Emne, 3.',
    ],
    ['name=Kode', 'There is no column “Kode” in the table. The columns are: Nr, Emne, 3.'],
    ['name=4', 'There is no column “4” in the table. The columns are: Nr, Emne, 3.'],
    ['name=Emne,memo=2', 'The column “2” cannot be two things. Say of each column once what it holds.'],
  ])('is refused with a sentence and exit code 2 (%s)', async (columns, sentence) => {
    machine.files.set('koder.csv', { text: 'Nr;Emne;\n1;Angst;a\n2;Ro;b\n' });
    expect(await machine.run(importCommand('Nat', [file('koder.csv')], said(columns)))).toBe(2);
    expect(machine.stderr).toEqual([`koder.csv: ${sentence}\n`]);
    expect(await registry.findByName('Nat')).toBeUndefined();
  });

  test.each([
    ['a .qdc', '<CodeBook><Codes/></CodeBook>'],
    ['our own table', 'tag,code,format\nA,A,postil-codebook/1\n'],
  ])('is not %s, which says itself what is what', async (_, text) => {
    machine.files.set('codes', { text });
    expect(await machine.run(importCommand('Nat', [file('codes')], said('name=1')))).toBe(2);
    expect(machine.stderr.join('')).toContain('The file says itself what is what in it.');
  });
});

test('brings texts, codebook and codings of one project into another in one command', async () => {
  machine.sample = await loadSampleFiles();
  const sample = await openSampleProject();
  await machine.run(exportCommand(sample.name, 'codings', 'codings.csv'));
  await machine.run(exportCommand(sample.name, 'codebook', 'codebook.csv'));
  for (const { file: path, text } of machine.sample.texts) machine.files.set(path, { text });
  const paths = [file('codings.csv'), file('codebook.csv'), theFolder];
  expect(await machine.run(importCommand('Copy', paths, { isJson: true }))).toBe(0);
  expect(await registry.findByName('Copy')).toMatchObject({
    sources: sample.sources,
    codes: sample.codes,
    codings: sample.codings,
    codedSources: sample.codedSources,
  });
  const answer = JSON.parse(machine.stdout.at(-1) ?? '') as { tables: { added: number }[] };
  expect(answer.tables.map(({ added }) => added)).toEqual([sample.codes, sample.codings]);
});

test('changes the very project that is open on the screen', async () => {
  machine.files.set('a.txt', { text: 'One' });
  await machine.run(importCommand('Night buses', [theFolder]));
  const registered = await registry.findByName('Night buses');
  if (!registered) throw new Error('not there');
  const project = await OpenProject.open(registered.databaseName, 'M. Holm', systemEnvironment);
  openProjects.set(registered.id, project);
  machine.files.set('b.txt', { text: 'Two' });
  await machine.run(importCommand('Night buses', [theFolder]));
  expect(project.sources.size).toBe(2);
  await deleteProject(registered);
});

test('names the projects there are when the one asked for is unknown', async () => {
  machine.files.set('a.txt', { text: 'One' });
  await machine.run(importCommand('Night buses', [theFolder]));
  expect(await machine.run(exportCommand('Day buses', 'codings', 'x.csv'))).toBe(2);
  expect(machine.stderr.at(-1)).toBe('There is no project “Day buses”. Projects here: “Night buses”.\n');
});

test('leaves no empty project behind when nothing could be imported', async () => {
  machine.files.set('a.txt', { problem: problem('emptyFile') });
  expect(await machine.run(importCommand('Nothing', [theFolder]))).toBe(2);
  machine.failures.set('corpusImport.open', problem('notFound', { name: 'x' }));
  expect(await machine.run(importCommand('Nothing', [theFolder]))).toBe(2);
  machine.files.set('list.csv', { text: 'person,age\nAnn,3\n' });
  expect(await machine.run(importCommand('Nothing', [file('list.csv')]))).toBe(2);
  expect(machine.stderr.at(-1)).toMatch(/^list\.csv: “list\.csv” is neither a codebook/);
  machine.files.set('codings.csv', { text: 'id,document,tag,content\n1,nowhere,A,x\n' });
  expect(await machine.run(importCommand('Nothing', [file('codings.csv')]))).toBe(2);
  expect(await registry.list()).toEqual([]);
});

test('says what was wrong with a command, and where help is', async () => {
  const wrong = problem('unknownCommand', { command: 'frobnicate' });
  expect(await machine.run({ name: 'help', ...common, problem: wrong })).toBe(2);
  expect(machine.stderr.join('')).toBe('There is no command “frobnicate”. “postil help” lists what can be done.\n');
  expect(await machine.run({ name: 'help', ...common, problem: null })).toBe(0);
  expect(machine.stdout.join('')).toContain('postil import <file|folder>... --project <name>');
});

test.each([
  ['codes.csv', null, 17],
  ['codes.xlsx', null, 17],
  ['codes.qdc', null, 17],
  ['codes.txt', null, 17],
  ['codes.md', 'outline', 17],
  ['for-maxqda.xlsx', 'maxqda', 17],
  ['for-qualcoder.csv', 'qualcoder', 17],
])('writes the codebook into %s as %s says and reads it back as one', async (name, format, count) => {
  machine.sample = await loadSampleFiles();
  const sample = await openSampleProject();
  expect(await machine.run(exportCommand(sample.name, 'codebook', name, format))).toBe(0);
  expect(machine.stdout.at(-1)).toBe(`${count} codes exported: ${name}\n`);
  expect(await machine.run(importCommand('Again', [file(name)], { kind: 'codebook' }))).toBe(0);
  const more = name === 'codes.xlsx' ? ' and the introduction brought along' : '';
  expect(machine.stdout.at(-1)).toBe(`${name}: Imported: ${count} codes added${more}.\n`);
  expect(await machine.run(importCommand('Again', [file(name)], { kind: 'codebook' }))).toBe(0);
  expect(machine.stdout.at(-1)).toBe(`${name}: Imported: ${count} here already.\n`);
});

test('says in which format a codebook cannot be written, what one cannot hold, and what an import changed', async () => {
  machine.sample = await loadSampleFiles();
  const sample = await openSampleProject();
  expect(await machine.run(exportCommand(sample.name, 'qdc', 'a.qdc'))).toBe(0);
  expect(machine.stderr.join('')).toBe('a.qdc: Not in this file: the introduction and 9 keys.\n');
  expect(await machine.run(exportCommand(sample.name, 'codebook', 'a.csv', 'nvivo'))).toBe(2);
  expect(machine.stderr.at(-1)).toContain('cannot be written as “nvivo”');
  machine.files.set('more.txt', { text: 'Safety after dark\n\tFear: of dark streets\n' });
  expect(
    await machine.run({ ...importCommand(sample.name, [file('more.txt')], { kind: 'codebook' }), isJson: true }),
  ).toBe(0);
  expect(JSON.parse(machine.stdout.at(-1) ?? '')).toMatchObject({
    tables: [
      {
        readAs: 'outline',
        added: 2,
        changes: ['“Safety after dark” was added.', '“Fear” was added under “Safety after dark”.'],
      },
    ],
  });
  machine.files.set('broken.qdc', { text: '<CodeBook>\n<Codes></CodeBook>' });
  expect(await machine.run(importCommand(sample.name, [file('broken.qdc')]))).toBe(2);
  expect(machine.stderr.at(-1)).toContain('line 2, column 18');
});
