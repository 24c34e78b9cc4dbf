import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { axeFindings } from '#tests/support/app/axe.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { chooseInDialogs, saveTo, type PostilApp } from '#tests/support/app/postil-app.ts';
import { readProjectData } from '#tests/support/app/project-data.ts';
import { chooseFromProjectMenu, openSample, startProject, toast } from '#tests/support/app/workbench.ts';

const schema = join(import.meta.dirname, '../../../shared/refi/xsd/Codebook.xsd');

/** Paths with everything written about the codes, or with definitions only. */
async function codebookOf(page: Page, isOutline: boolean, project: string | null = null): Promise<unknown[]> {
  const { codes } = await readProjectData(page, project);
  const tree = buildCodeTree(codes);
  return tree.codes().map((code) => {
    const { definition, include, exclude, example, memo } = code;
    return [tree.pathOf(code.id), definition, ...(isOutline ? [] : [include, exclude, example, memo])];
  });
}

async function importByMenu(app: PostilApp, path: string): Promise<void> {
  await chooseInDialogs(app, path);
  await chooseFromProjectMenu(app.page, 'Import a codebook or codings');
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`${label}$`) })
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: `${option} ${label}` })).toBeVisible();
}

test('the codebook goes out in every form and comes back from each with what it can hold', async ({ errand }) => {
  const forms = [
    ['Table (CSV)', 'own.csv'],
    ['Workbook (XLSX)', 'own.xlsx'],
    ['REFI-QDA codebook (QDC)', 'codes.qdc'],
    ['Workbook for MAXQDA (XLSX)', 'maxqda.xlsx'],
    ['Table for QualCoder (CSV)', 'qualcoder.csv'],
    ['Outline (Markdown)', 'outline.md'],
    ['Outline (plain text)', 'outline.txt'],
  ] as const;
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  for (const [form, name] of forms) {
    await chooseFromProjectMenu(page, 'Export the codebook as …');
    if (name === 'own.csv') expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('radio', { name: form }).press('Space');
    await saveTo(app, join(errand.folder, name));
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(toast(page, name)).toBeVisible();
  }
  const whole = await codebookOf(page, false);
  const outline = await codebookOf(page, true);
  await chooseFromProjectMenu(page, 'Export the codebook as …');
  await expect(page.getByRole('radio', { name: 'Outline (plain text)' })).toBeChecked();
  await page.keyboard.press('Escape');
  const hasLint = spawnSync('xmllint', ['--version']).status === 0;
  if (!hasLint || !existsSync(schema)) {
    test.info().annotations.push({ type: 'note', description: 'xmllint or the schema is missing: .qdc not validated' });
  } else {
    const lint = spawnSync('xmllint', ['--noout', '--schema', schema, join(errand.folder, 'codes.qdc')]);
    expect(String(lint.stderr)).toContain('validates');
  }

  await chooseFromProjectMenu(page, 'Close the project');
  const texts = join(errand.dataFolder, '..', 'texts.txt');
  await writeFile(texts, 'A text.');
  await startProject(app, texts, 'Again');
  for (const [, name] of forms) {
    await importByMenu(app, join(errand.folder, name));
    await expect(page.getByRole('dialog')).toContainText(`${whole.length} codes will be added`);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const isOutline = name.startsWith('outline');
    await expect.poll(() => codebookOf(page, isOutline, 'Again')).toEqual(isOutline ? outline : whole);
    await page.keyboard.press('Control+z');
    await expect.poll(() => codebookOf(page, true, 'Again')).toEqual([]);
  }
});

test('a strange table is told what its columns are; files that are no codebook are said to be none', async ({
  errand,
}) => {
  const at = (name: string): string => join(errand.folder, name);
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  const { codes } = await readProjectData(page);
  const dialog = page.getByRole('dialog');
  await writeFile(
    at('merkmale.csv'),
    Buffer.from('Nr;Merkmal;Erklärung\r\n1;Größe;wie groß\r\n2;Größe/Höhe;wie hoch\r\n', 'latin1'),
  );
  await importByMenu(app, at('merkmale.csv'));
  await expect(dialog).toContainText('Choose the column that holds the codes.');
  await expect(dialog).toContainText('Read in Windows-1252.');
  await expect(dialog.getByRole('button', { name: /^Semicolon/ })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await choose(page, 'Code', 'Merkmal');
  await choose(page, 'Definition', 'Erklärung');
  await choose(page, 'Between names of a path', '/');
  await expect(dialog).toContainText('“Höhe” will be added under “Größe”.');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const after = await readProjectData(page);
  expect(after.codes.find(({ name }) => name === 'Höhe')?.definition).toBe('wie hoch');

  await writeFile(at('again.txt'), 'Größe: anders\n\tBreite\n');
  await importByMenu(app, at('again.txt'));
  await expect(dialog).toContainText('1 code will be added and 1 will change');
  await choose(page, 'Codes that are here already', 'Fill only what is empty');
  await expect(dialog).toContainText('1 code will be added and 1 stays as it is');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const broken = [
    ['broken.qdc', '<CodeBook>\n<Codes></CodeBook>', 'line 2, column 18'],
    ['entity.qdc', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'entity'],
    ['page.qdc', '<html><body/></html>', 'holds no codebook'],
    ['zip.xlsx', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'neither a workbook'],
    ['cut.xlsx', Buffer.from('504b030414', 'hex'), 'incomplete or damaged'],
    ['empty.csv', '', 'The file is empty.'],
  ] as const;
  for (const [name, content, words] of broken) {
    await writeFile(at(name), content);
    await importByMenu(app, at(name));
    await expect(dialog).toContainText(words);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
  }
  expect((await readProjectData(page)).codes).toHaveLength(codes.length + 2);
});
