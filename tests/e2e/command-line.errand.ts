import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#tests/support/app/errand.ts';
import { readCsv } from '#tests/support/app/read-csv.ts';
import { postil } from '#tests/support/app/run-command.ts';
import { expectCodings, exportByMenu, openProject, openSample } from '#tests/support/app/workbench.ts';

const SAMPLE = 'Ludderby after midnight';
const withoutIds = { exitCode: 0, stderr: '' };

test('a project goes out and into a new one without a window, and comes out the same', async ({ errand }) => {
  const { folder, dataFolder } = errand;
  const at = (name: string): string => join(folder, name);
  const app = await errand.open();
  await openSample(app);
  await exportByMenu(app, 'codings', at('by-window.csv'));
  await app.electron.close();

  await test.step('exports say what they wrote, and nothing else', async () => {
    const codings = await postil(
      dataFolder,
      'export',
      'codings',
      '--project',
      SAMPLE,
      '--out',
      at('codings.csv'),
      '--json',
    );
    expect(codings).toMatchObject(withoutIds);
    expect(JSON.parse(codings.stdout)).toMatchObject({ project: SAMPLE, kind: 'codings', file: 'codings.csv' });
    expect(await readFile(at('codings.csv'), 'utf8')).toBe(await readFile(at('by-window.csv'), 'utf8'));
    expect(
      await postil(dataFolder, 'export', 'codebook', '--project', SAMPLE, '--out', at('codebook.csv')),
    ).toMatchObject({ exitCode: 0, stderr: 'codebook.csv: Not in this file: the introduction.\n' });
    expect(
      await postil(dataFolder, 'export', 'codings', '--project', SAMPLE, '--out', at('raw.csv'), '--raw'),
    ).toMatchObject(withoutIds);
    const raw = await readFile(at('raw.csv'), 'utf8');
    expect(raw.startsWith('id,document,')).toBe(true);
    expect(new Set(readCsv(at('raw.csv')).map((row) => row['format']))).toEqual(new Set(['postil-codings/1']));
  });

  await test.step('the texts, the codebook and the codings come into a new data folder', async () => {
    const other = join(folder, '..', 'other');
    const texts = join(import.meta.dirname, '../../resources/sample/texts');
    const imported = await postil(
      other,
      'import',
      texts,
      at('codebook.csv'),
      at('codings.csv'),
      '--project',
      'Again',
      '--json',
    );
    expect(imported).toMatchObject(withoutIds);
    const report = JSON.parse(imported.stdout) as { project: string; tables: { skipped: unknown }[] };
    expect(report.project).toBe('Again');
    await postil(other, 'export', 'codings', '--project', 'Again', '--out', at('codings-2.csv'));
    await postil(other, 'export', 'codebook', '--project', 'Again', '--out', at('codebook-2.csv'));
    expect(readCsv(at('codebook-2.csv'))).toEqual(readCsv(at('codebook.csv')));
    // Documents are new ones, with ids of their own; everything else is the same, ids included.
    const comparable = (name: string) =>
      readCsv(at(name))
        .map(({ document: _document, document_id: _id, document_path: _path, ...row }) => row)
        .toSorted((one, next) => ((one['id'] ?? '') < (next['id'] ?? '') ? -1 : 1));
    expect(comparable('codings-2.csv')).toEqual(comparable('codings.csv'));
    const again = await postil(other, 'import', texts, at('codebook.csv'), at('codings.csv'), '--project', 'Again');
    expect(again.exitCode).toBe(0);
    await postil(other, 'export', 'codings', '--project', 'Again', '--out', at('codings-3.csv'));
    expect(await readFile(at('codings-3.csv'), 'utf8')).toBe(await readFile(at('codings-2.csv'), 'utf8'));
  });

  await test.step('projects are listed as a table of tabs, or in JSON', async () => {
    const listed = await postil(dataFolder, 'projects');
    expect(listed).toMatchObject(withoutIds);
    expect(listed.stdout).toMatch(new RegExp(`^${SAMPLE}\\t7 sources\\t\\d+ codes\\t\\d+ codings\\n$`));
    const json = JSON.parse((await postil(dataFolder, 'projects', '--json')).stdout) as object[];
    expect(json).toMatchObject([{ name: SAMPLE, sources: 7 }]);
  });
});

test('what cannot be done ends with 2, what is done in part with 1, each with one line on stderr', async ({
  errand,
}) => {
  const { folder, dataFolder } = errand;
  await writeFile(join(folder, 'good.txt'), 'Words.\n');
  await writeFile(join(folder, 'empty.txt'), '');
  const out = join(folder, 'x.csv');
  const refused = [
    ['export', 'codings', '--project', 'None', '--out', out],
    ['export', 'poems', '--project', 'None', '--out', out],
    ['export', 'codings', '--project', 'None'],
    ['import', '--project', 'None'],
    ['import', join(folder, 'nowhere'), '--project', 'None'],
    ['import', join(folder, 'empty.txt'), '--project', 'None'],
    ['projects', '--purple'],
    ['exprot'],
  ];
  for (const words of refused) {
    const { exitCode, stdout, stderr } = await postil(dataFolder, ...words);
    const lines = stderr.split('\n').filter((line) => line !== '');
    expect({ words, exitCode, lines: lines.length }).toEqual({ words, exitCode: 2, lines: 1 });
    expect(stdout === '' || words[0] === 'import', stdout).toBe(true);
  }
  const part = await postil(dataFolder, 'import', folder, '--project', 'Part');
  expect(part).toMatchObject({ exitCode: 1, stderr: 'empty.txt: The file is empty.\n' });
  expect((await postil(dataFolder, 'projects')).stdout).toBe('Part\t1 source\t0 codes\t0 codings\n');
});

test('a table in somebody’s own columns, saved by an old spreadsheet, comes in by what is said of them', async ({
  errand,
}) => {
  const { folder, dataFolder } = errand;
  const table = join(folder, 'koder.csv');
  const rows = ['Nr;Emne;Hvad det er', '1;Tillid;til naboer', '2;Tillid/Frygt;"for mørket;', 'på gaden"'];
  await writeFile(table, Buffer.from(rows.join('\r\n'), 'latin1'));
  const words = ['import', table, '--project', 'Nat', '--as', 'codebook'];
  const unsaid = await postil(dataFolder, ...words);
  expect(unsaid).toMatchObject({ exitCode: 2, stdout: '' });
  expect(unsaid.stderr).toContain('The columns are: Nr, Emne, Hvad det er.');
  const columns = ['--columns', 'name=Emne,definition=Hvad det er', '--separator', '/'];
  expect(await postil(dataFolder, ...words, ...columns)).toMatchObject({
    ...withoutIds,
    stdout:
      'koder.csv: Imported: 2 codes added.\nkoder.csv: This column was left out: Nr. --columns says what it is.\n',
  });
  const out = join(folder, 'out.csv');
  await postil(dataFolder, 'export', 'codebook', '--project', 'Nat', '--out', out);
  expect(readCsv(out)).toMatchObject([
    { tag: 'Tillid', description: 'til naboer' },
    { tag: 'Tillid > Frygt', description: 'for mørket;\npå gaden' },
  ]);
});

test('while the app is open, it carries out commands itself and shows what came of them', async ({ errand }) => {
  const { folder, dataFolder } = errand;
  await writeFile(join(folder, 'late.txt'), 'Words that come late.\n');
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  const before = Number.parseInt((await page.getByTestId('coding-count').textContent()) ?? '', 10);
  expect(await postil(dataFolder, 'import', join(folder, 'late.txt'), '--project', SAMPLE)).toMatchObject(withoutIds);
  await expect(page.getByRole('option', { name: 'late' })).toBeVisible();
  await expect(page.getByText('8 sources')).toBeVisible();

  const table = join(folder, 'late.csv');
  await writeFile(table, 'document,tag,content,start,end\r\nlate,Lateness,Words that come,0,15\r\n');
  expect(await postil(dataFolder, 'import', table, '--as', 'codings', '--project', SAMPLE)).toMatchObject(withoutIds);
  await expectCodings(page, before + 1);
  const exported = await postil(dataFolder, 'export', 'codings', '--project', SAMPLE, '--out', join(folder, 'all.csv'));
  expect(exported).toMatchObject(withoutIds);
  expect(readCsv(join(folder, 'all.csv'))).toHaveLength(before + 1);
  await page.getByRole('button', { name: 'Undo import codings from “late.csv”' }).click();
  await expectCodings(page, before);
  await page.keyboard.press('Control+Shift+w');
  await openProject(app, SAMPLE);
  await expectCodings(page, before);
});
