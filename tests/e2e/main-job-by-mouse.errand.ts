import { basename, join } from 'node:path';
import { corpusIn, textFilesIn, wordsOf } from '#tests/support/app/corpus.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { readProjectData } from '#tests/support/app/project-data.ts';
import { readCsv } from '#tests/support/app/read-csv.ts';
import {
  codeRow,
  dragOver,
  expectCodings,
  exportByMenu,
  inspectedCodings,
  openSource,
  palette,
  startProject,
} from '#tests/support/app/workbench.ts';

test('a folder of articles becomes coded quotations in a table, by mouse', async ({ errand }) => {
  const corpus = corpusIn(errand.folder);
  const files = textFilesIn(corpus.folder);
  const names = files.map((file) => basename(file, '.txt'));
  const phrase = (file: number, paragraph: number, from: number, count: number): string =>
    wordsOf(files[file] ?? '', paragraph, from, count);
  const app = await errand.open();
  const { page } = app;

  await test.step('the five articles arrive whole', async () => {
    await startProject(app, corpus.folder, 'Central Asia');
    const { sources } = await readProjectData(page);
    const inOrder = sources.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    expect(inOrder.map(({ characters }) => characters)).toEqual(corpus.characters);
    expect(inOrder.map(({ paragraphs }) => paragraphs)).toEqual(corpus.paragraphs);
    for (const [index, name] of names.entries()) {
      await openSource(page, name);
      await expect(page.locator('.document-place')).toHaveText(`paragraph 1 of ${corpus.paragraphs[index]}`);
    }
  });

  await test.step('codes are made on the spot, in the palette', async () => {
    await openSource(page, names[0] ?? '');
    await dragOver(page, 3, phrase(0, 3, 2, 4));
    await page.keyboard.press('Enter');
    await palette(page).fill('Equal relations');
    await page.getByRole('option', { name: 'New code “Equal relations”' }).click();
    await expectCodings(page, 1);
    await expect(codeRow(page, 'Equal relations')).toContainText('1');
  });

  await test.step('a new code comes from the panel, too, and is given by clicking it', async () => {
    await page.getByRole('button', { name: 'New code', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Great powers');
    await page.getByRole('textbox', { name: 'Definition' }).fill('States that set the rules for others.');
    await page.getByRole('radio', { name: 'Teal' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(codeRow(page, 'Great powers')).toBeVisible();
    await dragOver(page, 4, phrase(0, 4, 1, 5));
    await codeRow(page, 'Great powers').click();
    await expectCodings(page, 2);
  });

  await test.step('a passage carries several codes', async () => {
    await codeRow(page, 'Equal relations').click();
    await expectCodings(page, 3);
    await expect(inspectedCodings(page)).toHaveCount(2);
  });

  await test.step('the inspector changes a coding and removes one', async () => {
    await dragOver(page, 5, phrase(0, 5, 0, 3));
    await codeRow(page, 'Great powers').click();
    await expectCodings(page, 4);
    await inspectedCodings(page).filter({ hasText: 'Great powers' }).hover();
    await page.getByRole('button', { name: 'What to do with “Great powers” here' }).click();
    await page.getByRole('menuitem', { name: 'Change its code' }).click();
    await page.getByRole('listbox', { name: 'Codes' }).getByRole('option', { name: 'Equal relations' }).click();
    await expect(inspectedCodings(page)).toHaveText([/Equal relations/]);
    await dragOver(page, 4, phrase(0, 4, 1, 5));
    await inspectedCodings(page).filter({ hasText: 'Equal relations' }).hover();
    await page.getByRole('button', { name: 'Remove “Equal relations” from this passage' }).click();
    await expectCodings(page, 3);
    await expect(inspectedCodings(page)).toHaveText([/Great powers/]);
  });

  await test.step('the list of codings jumps, also into another source', async () => {
    await openSource(page, names[1] ?? '');
    await dragOver(page, 2, phrase(1, 2, 0, 6));
    await codeRow(page, 'Equal relations').click();
    await expectCodings(page, 4);
    await codeRow(page, 'Equal relations').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'List its codings' }).click();
    const rows = page.getByRole('listbox', { name: 'Codings' }).getByRole('option');
    await expect(rows).toHaveCount(3);
    await rows.filter({ hasText: phrase(0, 3, 2, 4) }).click();
    await expect(page.getByTestId('reader').getByRole('heading', { name: names[0] ?? '' })).toBeVisible();
    await page.getByRole('tab', { name: 'Passage' }).click();
    await expect(page.locator('.inspector-quote')).toHaveText(phrase(0, 3, 2, 4));
  });

  await test.step('codings and codebook leave as tables', async () => {
    const codings = join(errand.folder, 'codings.csv');
    await exportByMenu(app, 'codings', codings);
    expect(readCsv(codings).map((row) => [row['document'], row['tag'], row['content']])).toEqual([
      [names[0], 'Equal relations', phrase(0, 3, 2, 4)],
      [names[0], 'Great powers', phrase(0, 4, 1, 5)],
      [names[0], 'Equal relations', phrase(0, 5, 0, 3)],
      [names[1], 'Equal relations', phrase(1, 2, 0, 6)],
    ]);
    const codebook = join(errand.folder, 'codebook.csv');
    await exportByMenu(app, 'the codebook', codebook);
    expect(
      readCsv(codebook).map((row) => [row['tag'], row['description'], row['number of highlights'], row['color']]),
    ).toEqual([
      ['Equal relations', '', '3', expect.any(String)],
      ['Great powers', 'States that set the rules for others.', '1', 'teal'],
    ]);
  });
});
