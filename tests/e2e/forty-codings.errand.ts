import type { Page } from '@playwright/test';
import { basename, join } from 'node:path';
import { corpusIn, paragraphsOf, textFilesIn, wordsOf } from '#tests/support/app/corpus.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { Hand } from '#tests/support/app/hand.ts';
import { readProjectData } from '#tests/support/app/project-data.ts';
import { readCsv } from '#tests/support/app/read-csv.ts';
import {
  codeRow,
  dragOver,
  expectCodings,
  exportByMenu,
  focusPane,
  palette,
  startProject,
} from '#tests/support/app/workbench.ts';

/** The article with most paragraphs is the first one, which is open at once; there is room for forty passages in it. */
const ARTICLE = 0;
const CODES = ['Actors', 'Borders', 'Economy', 'History', 'Security', 'Values'];
const WANTED = 40;
const LONG_WORDS = 3;

interface Tally {
  readonly given: number;
  readonly presses: number;
  readonly most: number;
}

function tallyOf(presses: readonly number[]): Tally {
  return { given: presses.length, presses: presses.reduce((sum, each) => sum + each, 0), most: Math.max(...presses) };
}

/** What is exported has to be what stood in the inspector when it was coded, and to stand in the text at its place. */
async function expectExported(page: Page, path: string, quotes: readonly string[], document: string): Promise<void> {
  const rows = readCsv(path);
  expect(rows.map((row) => row['content'] ?? '').toSorted()).toEqual(quotes.toSorted());
  const data = await readProjectData(page);
  const source = data.sources.find(({ name }) => name === document);
  const points = Array.from(data.texts.find(({ sha256 }) => sha256 === source?.textSha256)?.text ?? '');
  for (const row of rows) {
    expect(points.slice(Number(row['start']), Number(row['end'])).join('')).toBe(row['content']);
  }
}

test('forty passages of an article are coded by keyboard alone, a sentence with a recent code in two presses', async ({
  errand,
}) => {
  const corpus = corpusIn(errand.folder);
  const name = basename(textFilesIn(corpus.folder)[ARTICLE] ?? '', '.txt');
  const app = await errand.open();
  const { page } = app;
  const hand = new Hand(page);
  const quotes: string[] = [];
  await startProject(app, corpus.folder, 'Central Asia');
  await focusPane(page, '.page-text');

  /** To the next sentence, which is selected; the press that moves is not one that codes. */
  const onward = async (): Promise<void> => {
    await hand.press('Alt+ArrowDown');
    await page.keyboard.press('Enter');
    const quote = page.locator('.inspector-quote');
    await expect(quote).toHaveText(/\S/);
    await expect(page.getByText(/\d words? selected/)).toBeVisible();
    quotes.push(await selectedText(page));
  };
  const coded = async (task: () => Promise<void>): Promise<number> => {
    await onward();
    // The Enter that selected the sentence belongs to the coding.
    const presses = (await hand.counting(task)) + 1;
    await expectCodings(page, quotes.length);
    await expect(page.locator('.page-text')).toBeFocused();
    return presses;
  };

  const made: number[] = [];
  const searched: number[] = [];
  const recent: number[] = [];
  await hand.press('Control+Home');
  for (const code of CODES) {
    made.push(
      await coded(async () => {
        await hand.type(code);
        await hand.press('Enter');
      }),
    );
  }
  for (const code of [...CODES, ...CODES].slice(0, 10)) {
    searched.push(
      await coded(async () => {
        await hand.type(code.slice(0, 2).toLowerCase());
        await hand.press('Enter');
      }),
    );
  }
  while (quotes.length < WANTED) {
    const digit = String((quotes.length % 3) + 1);
    recent.push(await coded(() => hand.press(digit)));
  }

  expect(tallyOf(recent).most).toBeLessThanOrEqual(2);
  expect(tallyOf(searched).most).toBeLessThanOrEqual(5);
  await test.step('and they leave as they were chosen', async () => {
    const path = join(errand.folder, 'codings.csv');
    await exportByMenu(app, 'codings', path);
    await expectExported(page, path, quotes, name);
  });
  const presses = [made, searched, recent].map(tallyOf);
  process.stdout.write(
    `note: 40 codings by keyboard, ${presses.reduce((sum, tally) => sum + tally.presses, WANTED)} presses with the moves: ` +
      `new code ${describe(presses[0])}, searched code ${describe(presses[1])}, recent code ${describe(presses[2])}\n`,
  );
});

test('forty passages of an article are coded by mouse, each with a stroke and a click', async ({ errand }) => {
  const corpus = corpusIn(errand.folder);
  const file = textFilesIn(corpus.folder)[ARTICLE] ?? '';
  const name = basename(file, '.txt');
  const app = await errand.open();
  const { page } = app;
  const quotes: string[] = [];
  let gestures = 0;
  await startProject(app, corpus.folder, 'Central Asia');

  const stroke = async (paragraph: number, count: number): Promise<void> => {
    const phrase = wordsOf(file, paragraph, 0, count);
    await dragOver(page, paragraph, phrase);
    gestures++;
    quotes.push(phrase);
  };
  const click = async (code: string): Promise<void> => {
    await codeRow(page, code).click();
    gestures++;
    await expectCodings(page, quotes.length);
  };

  for (const [index, code] of CODES.entries()) {
    await stroke(index + 2, 1);
    await page.keyboard.press('Enter');
    await palette(page).fill(code);
    await page.getByRole('option', { name: `New code “${code}”` }).click();
    gestures += 2;
    await expectCodings(page, quotes.length);
  }
  const long = paragraphsOf(file, LONG_WORDS);
  for (let at = 0; quotes.length < WANTED; at++) {
    await stroke(long[at % long.length] ?? 1, at < long.length ? 2 : LONG_WORDS);
    await click(CODES[at % CODES.length] ?? '');
  }

  await test.step('and they leave as they were chosen', async () => {
    const path = join(errand.folder, 'codings.csv');
    await exportByMenu(app, 'codings', path);
    await expectExported(page, path, quotes, name);
  });
  process.stdout.write(
    `note: 40 codings by mouse, ${gestures} strokes and clicks beside the six names that were typed\n`,
  );
});

/** The whole selection; the inspector shortens a long one. */
function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => document.getSelection()?.toString().trim() ?? '');
}

function describe(tally: Tally | undefined): string {
  return tally ? `${tally.given} times, at most ${tally.most} presses` : '';
}
