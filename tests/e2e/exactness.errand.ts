import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app/errand.ts';
import { projectRoot } from '#tests/support/app/postil-app.ts';
import { readCsv } from '#tests/support/app/read-csv.ts';
import { expectCodings, exportByMenu, makeCode, openSource, startProject } from '#tests/support/app/workbench.ts';

/** Texts in which a place counted in bytes, in UTF-16 units or in letters as seen comes out somewhere else. */
const TEXTS = {
  arabic: 'انطفأت المصابيح في المدينة بعد منتصف الليل.\nقالت الممرّضة: «لا أرى الطريق» 💡 ثم مضت.\n',
  combining:
    'Vie\u0302\u0323t Nam va\u0300 nhu\u031B\u0303ng ca\u0301nh \u0111e\u0300n.\nZ\u0351\u036Balgo and cafe\u0301 au lait.\n',
  crlf: 'First line, with a café.\r\n\r\nSecond 😀 line.\r\nThird \u{1F1E9}\u{1F1EA} line.\r\n',
  emoji: '👩‍👩‍👧 went home 👋🏽 in the dark.\n🏳️‍🌈 hung over the door; 👨🏿‍🚒 stood by.\n',
  formulas: '=SUM(A1:A9) is what she wrote.\n-5 degrees that night.\n@home nobody answered, +1 said another.\n',
  spaces: '\u00A0\u00A0Indented by no-break spaces.\n\u00A0\n\u2003\nAfter\u00A0two lines of\u202Fnothing.\n',
};
/** So many there are after each text: past its end nothing is selected, and what has a code does not get it again. */
const CODINGS_AFTER: Record<keyof typeof TEXTS, number> = {
  arabic: 15,
  combining: 30,
  crlf: 44,
  emoji: 59,
  formulas: 75,
  spaces: 86,
};
/** A spreadsheet would run these. */
const CODES = ['=cmd|calc', '+1', '@x', '-y'];

/** Where no Python is: the same in a few lines of Node. */
function checkInNode(table: string, folder: string): { rows: number; problems: unknown[] } {
  process.stdout.write('note: no python3 here, so Node checks the tables\n');
  const rows = readCsv(table);
  const unguard = (cell = ''): string => cell.replace(/^'(?='*[=+\-@\t\r])/, '');
  const problems = rows.filter((row) => {
    const text = readFileSync(join(folder, unguard(row['document_path'])), 'utf8').replace(/\r\n?/g, '\n');
    return Array.from(text).slice(Number(row['start']), Number(row['end'])).join('') !== unguard(row['content']);
  });
  return { rows: rows.length, problems };
}

function check(table: string, folder: string): { rows: number; problems: unknown[] } {
  const program = join(projectRoot, 'tests/fixtures/e2e/check_codings.py');
  const python = spawnSync('python3', [program, table, folder], { encoding: 'utf8' });
  if (python.error) return checkInNode(table, folder);
  if (python.status !== 0) throw new Error(python.stderr);
  return JSON.parse(python.stdout) as { rows: number; problems: unknown[] };
}

/** Every word of the text, and then each paragraph, gets one of the codes; what has it already does not get it again. */
async function codeAll(page: Page, paragraphs: number, forward: 'ArrowRight' | 'ArrowLeft'): Promise<void> {
  await page.locator('.page-text').focus();
  await page.keyboard.press('Control+Home');
  for (let word = 0; word < 14; word++) {
    await page.keyboard.press(`Control+Shift+${forward}`);
    await page.keyboard.press(String((word % 4) + 1));
    await page.keyboard.press(forward);
  }
  await page.keyboard.press('Control+Home');
  for (let paragraph = 0; paragraph < paragraphs; paragraph++) {
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press(String((paragraph % 4) + 1));
    await page.keyboard.press('Control+ArrowDown');
  }
}

test('every exported passage is what stands in the text at its place, in whatever script', async ({ errand }) => {
  for (const [name, text] of Object.entries(TEXTS)) await writeFile(join(errand.folder, `${name}.txt`), text);
  const app = await errand.open();
  const { page } = app;
  await startProject(app, errand.folder, 'Scripts');
  for (const [index, code] of CODES.entries()) await makeCode(page, code, String(index + 1));
  for (const [name, codings] of Object.entries(CODINGS_AFTER)) {
    await openSource(page, name);
    await codeAll(page, 3, name === 'arabic' ? 'ArrowLeft' : 'ArrowRight');
    await expectCodings(page, codings);
  }
  const table = join(errand.folder, '..', 'codings.csv');
  await exportByMenu(app, 'codings', table);
  expect(check(table, errand.folder)).toEqual({ rows: CODINGS_AFTER.spaces, problems: [] });
  const rows = readCsv(table);
  expect(new Set(rows.map((row) => row['tag']))).toEqual(new Set(CODES.map((code) => `'${code}`)));
  expect(rows.map((row) => row['content'])).toEqual(
    expect.arrayContaining(["'=SUM(A1:A9) is what she wrote.", "'-5 degrees that night."]),
  );
});
