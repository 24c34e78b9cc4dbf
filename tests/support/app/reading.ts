import type { Locator, Page } from '@playwright/test';
import type { PostilApp } from './postil-app.ts';

/** What tests ask of the text on the page: where things stand, and what is selected. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export function numberedLine(page: Page, paragraph: number): Locator {
  return page.locator(`[data-testid=reader] .page-line[data-number="${paragraph}"]`);
}

/**
 * The middle of a character's line at its left or right edge.
 * @param at UTF-16 offset in the numbered paragraph
 */
export async function spotOf(
  page: Page,
  paragraph: number,
  at: number,
  side: 'left' | 'right' = 'left',
): Promise<Spot> {
  return numberedLine(page, paragraph).evaluate(
    (line, { at: offset, side: edge }) => {
      const node = line.firstElementChild?.firstChild;
      if (!(node instanceof Text)) throw new Error('a line without text');
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const box = range.getBoundingClientRect();
      return { x: edge === 'left' ? box.left + 1 : box.right - 1, y: box.top + box.height / 2 };
    },
    { at, side },
  );
}

/** The whole selection, as Copy takes it from the text; empty when nothing is selected. Not by the clipboard, which other windows share. */
export async function copied({ page }: Pick<PostilApp, 'page'>): Promise<string> {
  await page.locator('.page-text:focus').waitFor();
  await page.evaluate(() => {
    const take = (event: ClipboardEvent): void => {
      document.body.dataset['copied'] = event.clipboardData?.getData('text/plain') ?? '';
    };
    delete document.body.dataset['copied'];
    window.addEventListener('copy', take, { once: true });
  });
  await page.keyboard.press('Control+c');
  const body = page.locator('body[data-copied]');
  await body.waitFor();
  return (await body.getAttribute('data-copied')) ?? '';
}
