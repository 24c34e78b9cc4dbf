import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#tests/support/app/errand.ts';
import type { PostilApp } from '#tests/support/app/postil-app.ts';
import { killTree } from '#tests/support/app/processes.ts';
import { readProjectData, type ProjectData } from '#tests/support/app/project-data.ts';
import { expectCodings, makeCode, openProject, startProject } from '#tests/support/app/workbench.ts';

const CRASHES = 20;
const WORDS_PER_LINE = 60;

/** Each crash happens in a line of its own, which is coded word by word. */
const wordOf = (line: number, word: number): string => `w${line}x${word}`;
const lines = Array.from({ length: CRASHES }, (_, line) =>
  Array.from({ length: WORDS_PER_LINE }, (__, word) => wordOf(line, word)).join(' '),
);

/** Calls back with every count that the window shows as saved, the moment it does. */
async function onSaved(page: Page, tell: (count: number) => void): Promise<void> {
  await page.exposeFunction('tellSaved', tell);
  await page.evaluate(() => {
    const saved = document.querySelector('[data-testid=save-state]');
    const count = document.querySelector('[data-testid=coding-count]');
    const look = (): void => {
      if (!(saved instanceof HTMLElement) || saved.dataset['state'] !== 'saved') return;
      const tellSaved = (window as unknown as { tellSaved: (count: number) => void }).tellSaved;
      tellSaved(Number.parseInt(count?.textContent ?? '', 10));
    };
    const watched = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(look).observe(document.querySelector('.status-line') as Element, watched);
  });
}

/** Word after word gets a code, by real keys, each as soon as the one before has been taken. */
async function codeByKeys(page: Page): Promise<void> {
  for (let word = 0; word < WORDS_PER_LINE; word++) {
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press(word % 2 === 0 ? '1' : '2');
    await page.keyboard.press('ArrowRight');
  }
}

/** The same faster than any hand: while one coding is being written, many more are waiting. */
function codeInOneBreath(page: Page): Promise<void> {
  return page.evaluate(async (words) => {
    const host = document.querySelector('.page-text');
    const press = (key: string, more: KeyboardEventInit = {}): void => {
      host?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    };
    for (let word = 0; word < words; word++) {
      press('ArrowRight', { ctrlKey: true, shiftKey: true });
      press(word % 2 === 0 ? '1' : '2');
      press('ArrowRight');
      if (word % 5 === 4) await new Promise((resolve) => setTimeout(resolve));
    }
  }, WORDS_PER_LINE);
}

/**
 * Kills the app in the middle of coding; answers how many codings it had shown as saved by then. In even rounds someone
 * types, and it happens the moment a certain one is shown as saved; in odd ones while many are waiting to be written.
 */
async function codeUntilKilled(app: PostilApp, round: number, before: number): Promise<number> {
  const { page, electron } = app;
  const pid = electron.process().pid ?? 0;
  const isTyped = round % 2 === 0;
  const killAt = before + 2 + ((round * 7) % 13);
  const gone = new Promise<void>((resolve) => electron.once('close', () => resolve()));
  let shown = before;
  await onSaved(page, (count) => {
    shown = Math.max(shown, count);
    if (isTyped && count >= killAt) killTree(pid);
  });
  await page.locator('.page-text').focus();
  await page.keyboard.press('Control+Home');
  for (let line = 0; line < round; line++) await page.keyboard.press('Control+ArrowDown');
  const coding = isTyped ? codeByKeys(page) : codeInOneBreath(page);
  if (!isTyped) setTimeout(() => killTree(pid), 10 + round * 7);
  await coding.catch(() => undefined);
  await gone;
  return shown;
}

/** Nothing half there: what is on disk fits together, and the journal tells of each coding once. */
function expectWhole(data: ProjectData): void {
  const ids = (records: readonly { readonly id: string }[]): Set<string> => new Set(records.map(({ id }) => id));
  const [codes, sources, coders] = [ids(data.codes), ids(data.sources), ids(data.coders)];
  const textOf = new Map(data.texts.map(({ sha256, text }) => [sha256, text]));
  const textOfSource = new Map(data.sources.map(({ id, textSha256 }) => [id, textOf.get(textSha256)]));
  const broken = data.codings.filter(
    ({ codeId, sourceId, coderId, startUtf16, endUtf16, quote }) =>
      !codes.has(codeId) ||
      !sources.has(sourceId) ||
      !coders.has(coderId) ||
      textOfSource.get(sourceId)?.slice(startUtf16, endUtf16) !== quote,
  );
  expect(broken).toEqual([]);
  const told = data.journal.flatMap(({ change }) => change?.codings?.added ?? []);
  const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : 1);
  expect(data.codings.toSorted(byId)).toEqual(told.toSorted(byId));
}

test('twenty crashes in the middle of coding lose nothing that was shown as saved', async ({ errand }) => {
  test.setTimeout(240_000);
  await writeFile(join(errand.folder, 'lines.txt'), lines.join('\n'));
  let app = await errand.open();
  await startProject(app, errand.folder, 'Crashes');
  await makeCode(app.page, 'Odd', '1');
  await makeCode(app.page, 'Even', '2');
  const text = (await readProjectData(app.page)).texts;
  let count = 0;
  for (let round = 0; round < CRASHES; round++) {
    const shown = await codeUntilKilled(app, round, count);
    app = await errand.open();
    const data = await readProjectData(app.page);
    expectWhole(data);
    expect(data.texts).toEqual(text);
    expect(data.codings.length, `round ${round}: ${shown} were shown as saved`).toBeGreaterThanOrEqual(shown);
    // What came after the last one shown may be there or not, but never without the one before it.
    const inOrder = data.journal.flatMap(({ change }) => change?.codings?.added ?? []).slice(count);
    expect(inOrder.map(({ quote }) => quote)).toEqual(inOrder.map((_, word) => wordOf(round, word)));
    count = data.codings.length;
    await openProject(app, 'Crashes');
    await expectCodings(app.page, count);
  }
});
