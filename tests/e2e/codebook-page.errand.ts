import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Locator, Page } from '@playwright/test';
import { axeFindings } from '#tests/support/app/axe.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { saveTo, type PostilApp } from '#tests/support/app/postil-app.ts';
import { codeRow, openSample, toast } from '#tests/support/app/workbench.ts';

const entry = (page: Page, name: string): Locator => page.getByRole('article', { name, exact: true });
const saved = (page: Page): Promise<void> =>
  expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');

test('the codebook is read, written in place by keyboard, and left for a passage and come back to', async ({
  errand,
}) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);

  await test.step('it stands in place of the texts, from its first group on', async () => {
    await page.keyboard.press('Control+Shift+B');
    await expect(page.getByRole('radio', { name: 'Codebook' })).toBeChecked();
    await expect(entry(page, 'Reasons for light')).toBeFocused();
    await expect(entry(page, 'Safety after dark')).toContainText('9 codings');
    await expect(page.getByRole('feed').getByText('¶').first()).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('a definition becomes a field where it stands, to the pixel, and is saved while one types', async () => {
    await page.keyboard.press('ArrowDown');
    const code = entry(page, 'Safety after dark');
    await expect(code).toBeFocused();
    const read = code.locator('.codebook-definition .codebook-words');
    const before = await read.boundingBox();
    const below = await entry(page, 'Night workers').boundingBox();
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Definition of “Safety after dark”' });
    await expect(field).toBeFocused();
    expect(await field.boundingBox()).toMatchObject({ x: before?.x, y: before?.y, height: before?.height });
    expect(await entry(page, 'Night workers').boundingBox()).toEqual(below);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type(' At any hour.');
    await page.keyboard.press('Escape');
    await expect(code).toBeFocused();
    await expect(read).toHaveText(/outdoors\. At any hour\.$/);
  });

  await test.step('a sibling’s name is refused in words; another one is taken by page and tree alike', async () => {
    await page.keyboard.press('F2');
    const field = page.getByRole('textbox', { name: 'Name of “Safety after dark”' });
    await field.fill('night workers');
    await expect(page.getByRole('alert')).toContainText('night workers');
    await field.fill('Safety at night');
    await page.keyboard.press('Enter');
    await expect(entry(page, 'Safety at night')).toBeFocused();
    await expect(codeRow(page, 'Safety at night')).toBeVisible();
    await saved(page);
    await page.keyboard.press('Control+Z');
    await expect(entry(page, 'Safety after dark')).toBeVisible();
  });

  await test.step('what has nothing yet can be added', async () => {
    const code = entry(page, 'Safety after dark');
    await code.getByRole('button', { name: 'Borderline example' }).click();
    await page.keyboard.type('لا أرى الطريق');
    await page.keyboard.press('Escape');
    await expect(code.locator('.codebook-borderline')).toHaveText(/لا أرى الطريق/);
  });

  await test.step('a quotation leads to its text, and back leads here', async () => {
    const quotation = entry(page, 'Safety after dark').locator('.codebook-quote').first();
    const words = ((await quotation.locator('.codebook-quote-words').textContent()) ?? '').slice(1, -1);
    await quotation.click();
    await expect(page.getByRole('radio', { name: 'Read' })).toBeChecked();
    await expect(page.locator('.inspector-quote')).toHaveText(words);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(entry(page, 'Safety after dark')).toBeFocused();
    await expect(page.getByRole('radio', { name: 'Codebook' })).toBeChecked();
  });

  await test.step('its history tells what was there before', async () => {
    await page.getByRole('button', { name: 'History of “Safety after dark”' }).click();
    const dialog = page.getByRole('dialog', { name: 'History of “Safety after dark”' });
    await expect(dialog.getByRole('list', { name: 'Changes' }).first()).toContainText('لا أرى الطريق');
    await expect(dialog.locator('ins').filter({ hasText: 'hour' })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the code tree and the page go together', async () => {
    await codeRow(page, 'Trust in the council').click();
    await expect(entry(page, 'Trust in the council')).toBeInViewport();
    await page.locator('.codebook-entry[tabindex="0"]').focus();
    await page.keyboard.press('End');
    await expect(page.locator('.codebook-entry').last()).toBeFocused();
    const last = await page.locator('.codebook-entry').last().getAttribute('data-code-id');
    await expect(page.locator(`#code-row-${last}`)).toBeInViewport();
    await codeRow(page, 'Metaphor').click();
    await app.pressAtOnce('Escape');
    await expect(entry(page, 'Metaphor')).toBeFocused();
  });
});

test('an introduction and a link are written by keyboard alone, follow a code to its new name, and go into a document', async ({
  errand,
}) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  await page.keyboard.press('Control+Shift+B');
  await expect(entry(page, 'Reasons for light')).toBeFocused();
  const shown = page.locator('.codebook-introduction .codebook-words');
  const link = page.locator('.codebook-title').getByRole('link');
  const excluded = entry(page, 'Safety after dark').locator('.codebook-exclude');
  const asShipped = (await shown.textContent()) ?? '';

  await test.step('written, with a name completed after @, and Escape leaving the letter', async () => {
    await page.keyboard.press('Shift+Tab');
    await expect(link).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Introduction' });
    await expect(field).toBeFocused();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('اقرأ أولا، ثم @num');
    await expect(page.getByRole('option', { name: 'Numbers as proof', selected: true })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.type('.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Mail @m');
    await expect(page.getByRole('listbox', { name: 'Codes to name' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox', { name: 'Codes to name' })).toHaveCount(0);
    await expect(field).toHaveValue('اقرأ أولا، ثم @Numbers as proof.\nMail @m');
    expect(await field.evaluate((area) => area.matches(':dir(rtl)'))).toBe(true);
    await page.keyboard.press('Escape');
    await expect(shown).toHaveText('اقرأ أولا، ثم Numbers as proof.\nMail @m');
    await expect(link).toHaveText('Numbers as proof');
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('the link leads to the code; its new name is everywhere, and undo takes it back everywhere', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(entry(page, 'Numbers as proof')).toBeFocused();
    await expect(entry(page, 'Numbers as proof')).toBeInViewport();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(entry(page, 'Reasons for light')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(entry(page, 'Numbers as proof')).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Sums, as proof');
    await page.keyboard.press('Enter');
    await expect(entry(page, 'Sums, as proof')).toBeFocused();
    await saved(page);
    await page.keyboard.press('Home');
    await expect(link).toHaveText('Sums, as proof');
    await expect(excluded).toContainText('use Sums, as proof. Being');
    await page.keyboard.press('Control+Z');
    await expect(link).toHaveText('Numbers as proof');
    await expect(excluded).toContainText('use Numbers as proof. Being');
  });

  await test.step('Markdown has both, without signs', async () => {
    const path = join(errand.folder, 'book.md');
    await saveTo(app, path);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText(/^Document \(Markdown/).click();
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await expect(toast(page, 'book.md')).toBeVisible();
    const markdown = await readFile(path, 'utf8');
    expect(markdown).toContain('\n\nاقرأ أولا، ثم **Numbers as proof**.\n\nMail @m\n\n## Reasons for light');
    expect(markdown).toContain('use **Numbers as proof**. Being thought of by others: use **A town that cares**.');
    expect(markdown.replace('@m', '')).not.toContain('@');
    await page.keyboard.press('Control+Z');
    await expect(shown).toHaveText(asShipped);
  });
});

test('the codebook goes out as a document for Word, the web and Markdown, and onto paper', async ({ errand }) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  await page.keyboard.press('Control+Shift+B');
  const exported = async (format: RegExp, file: string): Promise<Buffer> => {
    const path = join(errand.folder, file);
    await saveTo(app, path);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText(format).click();
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await expect(toast(page, file)).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    return readFile(path);
  };

  await test.step('DOCX', async () => {
    const parts = unzipSync(new Uint8Array(await exported(/^Document \(Word/, 'book.docx')));
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    const wellFormed = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror') === null,
      xml,
    );
    expect(wellFormed).toBe(true);
    expect(xml.match(/<w:pStyle w:val="Heading\d"/g)).toHaveLength(17);
    expect(xml).toContain('Safety after dark');
    expect(xml).toMatch(/, ¶ \d/);
  });

  await test.step('HTML and Markdown', async () => {
    const html = (await exported(/^Web page/, 'book.html')).toString();
    expect(html.match(/<article/g)).toHaveLength(17);
    expect(html).not.toMatch(/<script|https?:\/\/|src=/);
    const markdown = (await exported(/^Document \(Markdown/, 'book.md')).toString();
    expect(markdown.match(/^#{2,6} /gm)).toHaveLength(17);
  });

  await test.step('paper has all of it and nothing of the window', async () => {
    const pages = await printed(app);
    expect(pages).toBeGreaterThan(2);
    await expect(page.locator('.printed-codebook')).toHaveCount(0);
  });
});

/** Prints by key into a PDF and answers with the number of its sheets. */
async function printed({ electron, page }: PostilApp): Promise<number> {
  // The system's dialogue would wait for a person.
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.keyboard.press('Control+P');
  await expect(page.locator('.printed-codebook article')).toHaveCount(17);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed-codebook')).toBeVisible();
  await expect(page.locator('.title-bar')).toBeHidden();
  await page.emulateMedia({ media: null });
  const base64 = await electron.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true });
    return pdf?.toString('base64') ?? '';
  });
  return (
    Buffer.from(base64, 'base64')
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  );
}
