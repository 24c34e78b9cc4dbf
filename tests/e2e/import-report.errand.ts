import iconv from 'iconv-lite';
import { mkdir, readdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app/errand.ts';
import { chooseInDialogs, type PostilApp } from '#tests/support/app/postil-app.ts';
import { readProjectData } from '#tests/support/app/project-data.ts';

const RUSSIAN =
  'Вечером в посёлке гаснут фонари, и люди возвращаются домой в темноте. Одни говорят, что это экономия, другие боятся выходить.\n';
const ALSO_RUSSIAN =
  'Медсестра идёт с ночной смены пешком, потому что последний автобус уходит в одиннадцать. Фонари на улице давно не горят.\n';
const GERMAN =
  'Für die Nachtschwester heißt das: kein Licht auf dem Heimweg. „Früher“, sagt sie, „war es schöner.“ Über Geld möchte sie nicht reden.\n';
const JAPANESE =
  '夜になると町の街灯が消える。看護師たちは暗い道を歩いて家に帰らなければならない。これは節約のためだという。\n';
const CHINESE = '夜里镇上的路灯都关掉了。护士们只好摸黑走回家。市政府说这是为了节省开支，居民们却有不同的看法。\n';

/** Files in the encodings that people still have on their disks; the guess must give back these very words. */
const FOREIGN = [
  { file: 'win1251.txt', encoding: 'windows-1251', said: 'Windows-1251', text: RUSSIAN },
  { file: 'koi8.txt', encoding: 'koi8-r', said: 'KOI8-R', text: ALSO_RUSSIAN },
  { file: 'win1252.txt', encoding: 'windows-1252', said: 'Windows-1252', text: GERMAN },
  { file: 'sjis.txt', encoding: 'shift_jis', said: 'Shift JIS', text: JAPANESE },
  { file: 'gb.txt', encoding: 'gb18030', said: 'GB 18030', text: CHINESE },
] as const;

/** Files that cannot be taken, and the sentence that each must get. */
const REFUSED = {
  'empty.txt': 'The file is empty.',
  'blank.txt': 'The file holds only white space.',
  'noise.txt': 'This is not plain text.',
  'paper.txt': 'This is PDF, not plain text.',
  'paper.pdf': 'Files ending in .pdf are not read yet.',
  'dangling.txt': 'The file is no longer there.',
  'huge.txt': 'The file has 100 MB; up to 67 MB can be read.',
} as const;

async function layOut(folder: string): Promise<void> {
  const put = (name: string, bytes: string | Uint8Array): Promise<void> => writeFile(join(folder, name), bytes);
  await put('good.txt', 'Plain words.\n\nAnd some more.\n');
  await put('twin.txt', 'Plain words.\n\nAnd some more.\n');
  await put('notes.md', '# Heading\n\nWords with *stars*.\n');
  await put('bom.txt', `\uFEFFMarked words, ${GERMAN}`);
  await put('crlf.txt', 'One line.\r\nAnother.\rA third.\n');
  await put('utf16le.txt', Buffer.from(`\uFEFF${GERMAN}`, 'utf16le'));
  await put('utf16be.txt', Buffer.from(`\uFEFF${RUSSIAN}`, 'utf16le').swap16());
  for (const { file, encoding, text } of FOREIGN) await put(file, iconv.encode(text.repeat(3), encoding));
  await put('empty.txt', '');
  await put('blank.txt', ' \n\t\n\u00A0\u2003\n');
  await put('noise.txt', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251)));
  await put('paper.txt', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');
  await put('paper.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');
  await put('huge.txt', 'x');
  await truncate(join(folder, 'huge.txt'), 100_000_000);
  // Taking away the right to read does not stop root, so what cannot be read here is a link to nothing.
  await symlink(join(folder, 'nowhere'), join(folder, 'dangling.txt'));
  await mkdir(join(folder, 'folder.txt'));
  await writeFile(join(folder, 'folder.txt', 'inside.txt'), 'Words in a folder.\n');
}

async function importFolder(app: PostilApp, folder: string): Promise<void> {
  await chooseInDialogs(app, folder);
  await app.page.getByRole('button', { name: 'New project from a folder' }).click();
  await app.page.getByRole('textbox', { name: 'Name' }).fill('Lamps');
  await app.page.getByRole('button', { name: 'Create and import' }).click();
}

function report(page: Page) {
  return page.getByRole('list', { name: 'What came of each file' });
}

async function textOf(page: Page, path: string): Promise<string | undefined> {
  const { sources, texts } = await readProjectData(page);
  const source = sources.find((each) => each.path === path);
  return texts.find(({ sha256 }) => sha256 === source?.textSha256)?.text;
}

test('a folder with bad files among good ones: each is told of, and nothing good is lost', async ({ errand }) => {
  const { folder } = errand;
  await layOut(folder);
  const app = await errand.open();
  const { page } = app;
  const row = (name: string) =>
    report(page)
      .getByRole('listitem')
      .filter({ has: page.getByText(name, { exact: true }) });

  await test.step('the first import', async () => {
    await importFolder(app, folder);
    await expect(page.getByRole('dialog', { name: '12 of 20 files imported' })).toBeVisible();
    for (const [name, sentence] of Object.entries(REFUSED)) await expect(row(name)).toContainText(sentence);
    await expect(row('twin.txt')).toContainText('Same text as “good”, so it was left out.');
    for (const { file, said } of FOREIGN)
      await expect(row(file)).toContainText(`Read as ${said}, guessed from the text.`);
    for (const name of ['good.txt', 'bom.txt', 'crlf.txt', 'utf16le.txt', 'utf16be.txt'])
      await expect(row(name)).toHaveCount(0);
  });

  await test.step('every text is what was written', async () => {
    for (const { file, text } of FOREIGN) expect(await textOf(page, file)).toBe(text.repeat(3));
    expect(await textOf(page, 'bom.txt')).toBe(`Marked words, ${GERMAN}`);
    expect(await textOf(page, 'crlf.txt')).toBe('One line.\nAnother.\nA third.\n');
    expect(await textOf(page, 'utf16le.txt')).toBe(GERMAN);
    expect(await textOf(page, 'utf16be.txt')).toBe(RUSSIAN);
    expect(await textOf(page, 'folder.txt/inside.txt')).toBe('Words in a folder.\n');
  });

  await test.step('a guess can be changed on the spot', async () => {
    await page.getByRole('button', { name: 'Encoding of “win1252”' }).click();
    await page.getByRole('option', { name: 'ISO-8859-2' }).click();
    await expect(row('win1252.txt')).toContainText('Now read as ISO-8859-2.');
    const bytes = iconv.encode(GERMAN.repeat(3), 'windows-1252');
    expect(await textOf(page, 'win1252.txt')).toBe(new TextDecoder('iso-8859-2').decode(bytes));
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText('12 sources')).toBeVisible();
  });

  await test.step('the same files again change nothing; a changed one is left as it was', async () => {
    const before = (await readProjectData(page)).sources;
    await writeFile(join(folder, 'good.txt'), 'Other words by now.\n');
    const names = (await readdir(folder)).filter((name) => name !== 'folder.txt' && !(name in REFUSED));
    await chooseInDialogs(app, ...names.map((name) => join(folder, name)));
    await page.keyboard.press('Control+i');
    const dialog = page.getByRole('dialog', { name: 'Nothing new to import' });
    await expect(dialog).toContainText('10 were already here');
    await expect(row('good.txt')).toContainText('The file has changed since “good” was imported from here.');
    await page.getByRole('button', { name: 'Done' }).click();
    expect((await readProjectData(page)).sources).toEqual(before);
  });

  await test.step('the folder can be added again from the open project, for what has come into it', async () => {
    await writeFile(join(folder, 'late.txt'), 'Words that came later.\n');
    await chooseInDialogs(app, folder);
    await page.keyboard.press('Control+Shift+I');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText('13 sources')).toBeVisible();
    expect(await textOf(page, 'late.txt')).toBe('Words that came later.\n');
  });
});

test('an import that is cancelled keeps what had been read', async ({ errand }) => {
  const words = 'Some words that fill a page, and then some more.\n'.repeat(1000);
  for (let number = 0; number < 1200; number++) {
    await writeFile(join(errand.folder, `${number}.txt`), `Text ${number}\n${words}`);
  }
  const app = await errand.open();
  const { page } = app;
  await importFolder(app, errand.folder);
  await page.getByRole('dialog', { name: 'Importing 1,200 files' }).getByRole('button', { name: 'Cancel' }).click();
  const dialog = page.getByRole('dialog', { name: /^Stopped after \d+ of 1,200 files$/ });
  await expect(dialog).toContainText('Files read so far are kept.');
  const read = Number(/after (\d+)/.exec((await dialog.getByRole('heading').textContent()) ?? '')?.[1]);
  const { sources, texts } = await readProjectData(page);
  expect(sources).toHaveLength(read);
  const known = new Set(texts.map(({ sha256 }) => sha256));
  expect(sources.filter(({ textSha256 }) => !known.has(textSha256))).toEqual([]);
});
