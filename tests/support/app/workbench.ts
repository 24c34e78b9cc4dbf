import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { chooseInDialogs, saveTo, type PostilApp } from './postil-app.ts';

/** What tests do over and over in the window, by the words a person sees. */

export async function startProject(app: PostilApp, folder: string, name: string): Promise<void> {
  const { page } = app;
  await chooseInDialogs(app, folder);
  await page.getByRole('button', { name: 'New project from a folder' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Create and import' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await readingBegins(page);
}

export async function openSample({ page }: PostilApp): Promise<void> {
  await page.getByRole('button', { name: 'Explore the sample project' }).click();
  await readingBegins(page);
  await expect(page.getByTestId('coding-count')).not.toHaveText('counting codings');
}

export async function openProject({ page }: PostilApp, name: string): Promise<void> {
  await page.getByRole('grid', { name: 'Recent projects' }).getByRole('row', { name }).click();
  await readingBegins(page);
  await expect(page.getByTestId('coding-count')).not.toHaveText('counting codings');
}

/** Of one or two texts the one that is read and coded. */
export function textAtHand(page: Page): Locator {
  return page.locator('.desk-side[data-focused]');
}

/** The page shows a text and knows where the caret is. */
export async function readingBegins(page: Page): Promise<void> {
  await expect(textAtHand(page).locator('.page-line').first()).toBeVisible();
  await expect(textAtHand(page).locator('.document-place')).toBeVisible();
}

export async function openSource(page: Page, name: string): Promise<void> {
  await page.getByRole('option', { name }).first().click();
  await expect(textAtHand(page).getByRole('heading', { name })).toBeVisible();
  await readingBegins(page);
}

/** Round the panes until the wanted one has the focus, as a person would who sees where it is. */
export async function focusPane(page: Page, selector: string): Promise<void> {
  // From where a dialog has left it, not from nowhere.
  await expect(page.locator(':focus')).toHaveCount(1);
  for (let turn = 0; turn < 5; turn++) {
    if ((await page.locator(`${selector}:focus-within, ${selector}:focus`).count()) > 0) return;
    await page.keyboard.press('F6');
  }
  throw new Error(`F6 never came to ${selector}`);
}

export function codeRow(page: Page, name: string): Locator {
  return page.getByRole('treegrid', { name: 'Codebook' }).getByRole('row', { name, exact: true });
}

export function palette(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Find or name a code' });
}

export function inspectedCodings(page: Page): Locator {
  return page.getByRole('list', { name: 'Codings of this passage' }).getByRole('listitem');
}

export function toast(page: Page, message: string | RegExp): Locator {
  return page.getByRole('alertdialog').filter({ hasText: message }).first();
}

/** What the status line counts; asked for, it is also what has been written. */
export async function expectCodings(page: Page, count: number): Promise<void> {
  await expect(page.getByTestId('coding-count')).toHaveText(count === 1 ? '1 coding' : `${count} codings`);
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
}

/** Drags from the first letter of the phrase to its last, in the numbered paragraph that holds it. */
export async function dragOver(page: Page, paragraph: number, phrase: string): Promise<void> {
  // What is fading still holds the pointer and gives the focus back when it is gone.
  await expect(page.locator('[data-exiting], .palette')).toHaveCount(0);
  const line = textAtHand(page).locator(`.page-line[data-number="${paragraph}"]`);
  await line.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { from, to } = await line.evaluate(endsOf, phrase);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  await expect(page.locator('.inspector-quote')).toHaveText(phrase);
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** In the page: where on screen a phrase begins and ends. */
function endsOf(line: Element, phrase: string): { from: Spot; to: Spot } {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  const start = (line.textContent ?? '').indexOf(phrase);
  if (start < 0) throw new Error(`“${phrase}” does not stand in “${line.textContent}”`);
  const boxOf = (offset: number): DOMRect => {
    let left = offset;
    const holder = nodes.find((node) => {
      if (left < node.length) return true;
      left -= node.length;
      return false;
    });
    const range = document.createRange();
    range.setStart(holder ?? line, left);
    range.setEnd(holder ?? line, left + 1);
    return range.getBoundingClientRect();
  };
  const first = boxOf(start);
  const last = boxOf(start + phrase.length - 1);
  return {
    from: { x: first.left + 0.5, y: first.top + first.height / 2 },
    to: { x: last.right - 0.5, y: last.top + last.height / 2 },
  };
}

/** Makes a code in the editor, with a digit that gives it where one is wanted. */
export async function makeCode(page: Page, name: string, key: string | null = null): Promise<void> {
  await page.getByRole('button', { name: 'New code', exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  if (key !== null) {
    await page.getByRole('textbox', { name: 'Key' }).fill(key);
  }
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

export async function chooseFromProjectMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^Project menu/ }).click();
  // Without its keys: one entry may begin as another does.
  await page.getByRole('menuitem', { name: new RegExp(`^${item}(?: (?:Ctrl|Shift|Alt|F\\d).*)?$`) }).click();
  // While it fades it still holds the pointer and the focus.
  await expect(page.getByRole('menu')).toHaveCount(0);
}

export async function exportByMenu(
  app: PostilApp,
  kind: 'codings' | 'the codebook' | 'memos',
  path: string,
): Promise<void> {
  await saveTo(app, path);
  await chooseFromProjectMenu(app.page, `Export ${kind}`);
  await expect(toast(app.page, basename(path))).toBeVisible();
}
