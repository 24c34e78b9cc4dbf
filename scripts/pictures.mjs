// The README's pictures, taken from the sample project in the real app: `npm run pictures`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  await page.screenshot({ path: join(pictures, `${name}.png`) });
};

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
await page.keyboard.press('Control+Shift+w');
await page.getByText('Recent projects').waitFor();
await take('welcome');

await app.close();
rmSync(data, { recursive: true, force: true });
