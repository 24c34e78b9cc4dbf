// The README's pictures, taken from the sample project in the real app: `npm run pictures`.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'resources', 'pictures');
const data = mkdtempSync(join(tmpdir(), 'postil-pictures-'));
const OP_ED = 'A lamp is a promise';

mkdirSync(pictures, { recursive: true });
// The pictures are the same whoever takes them.
writeFileSync(join(data, 'settings.json'), JSON.stringify({ coderName: 'E. Lindqvist', isTourDone: true }));
const app = await _electron.launch({
  executablePath: process.env['ELECTRON_EXEC_PATH'] ?? '',
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, '--data-dir', data],
  env: { ...process.env, LANG: 'en_GB.UTF-8' },
});
const page = await app.firstWindow();

/** @param {string} name */
const take = async (name) => {
  // Tints fade in and fonts swap in within this time.
  await page.evaluate('new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }))');
  // The caret blinks for ever.
  await page.evaluate(
    `Promise.race([
      Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
      new Promise((resolve) => setTimeout(resolve, 1000)),
    ])`,
  );
  await page.screenshot({ path: join(pictures, `${name}.png`) });
};

/** Two people have written another definition of one code since they named a version. */
async function mergeColleague() {
  const definition = 'The text says what light, or the lack of it, does to the safety of people outdoors.';
  const theirs = join(data, 'from T. Osei.csv');
  await command('Name this version');
  await page.getByRole('textbox', { name: 'Name' }).fill('After pilot');
  await page.keyboard.press('Enter');
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, theirs);
  await page.keyboard.press('Control+Shift+e');
  await page
    .getByText(/codes exported/)
    .first()
    .waitFor();
  const text = readFileSync(theirs, 'utf8');
  writeFileSync(theirs, text.replace(definition, definition.replace('people outdoors', 'those who walk at night')));
  await page.getByRole('row', { name: /Safety after dark/ }).focus();
  await page.keyboard.press('F2');
  await page
    .getByRole('textbox', { name: 'Definition', exact: true })
    .fill(definition.replace('safety', 'safety, felt or counted,'));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await command('Merge a colleague');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.locator('.conflict').first().waitFor();
  await page.locator('.ui-toast').waitFor({ state: 'detached' });
}

/** @param {string} words the beginning of its name */
async function command(words) {
  // Keys go nowhere while a dialog fades.
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
}

await page.getByText('Explore the sample project').click();
await page.getByRole('option', { name: OP_ED }).click();
await page.getByRole('heading', { name: OP_ED }).waitFor();
await page.locator('.page-line').first().waitFor();
await page.locator('.page-text').focus();
await page.keyboard.press('F9');
await page.locator('.inspector').getByText('Include').waitFor();
await take('workbench-light');

await page.keyboard.press('Control+Home');
for (let paragraph = 0; paragraph < 3; paragraph++) await page.keyboard.press('Control+ArrowDown');
await page.keyboard.press('Alt+ArrowDown');
await page.keyboard.press('Enter');
await page.keyboard.press('Enter');
await page.keyboard.type('pro');
await take('palette');
await page.keyboard.press('Escape');
await page.keyboard.press('Escape');

await page.emulateMedia({ colorScheme: 'dark' });
await take('workbench-dark');
await page.emulateMedia({ colorScheme: 'light' });

await page.keyboard.press('Control+Shift+b');
await page.locator('.codebook-page').getByText('Typical').first().waitFor();
await take('codebook');
await mergeColleague();
await take('codebook-merge');
await page.keyboard.press('Escape');

await page.keyboard.press('Control+Shift+w');
await page.getByText('Recent projects').waitFor();
await take('welcome');

await app.close();
rmSync(data, { recursive: true, force: true });
