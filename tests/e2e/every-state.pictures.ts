import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#tests/support/app/errand.ts';
import { projectRoot, resizeTo, type PostilApp } from '#tests/support/app/postil-app.ts';
import {
  chooseFromProjectMenu,
  codeRow,
  dragOver,
  makeCode,
  openSample,
  openSource,
  startProject,
} from '#tests/support/app/workbench.ts';

const LONG_FILE = 'Bürgerversammlungsprotokoll der Straßenbeleuchtungskommission';
const LONG_CODES = [
  'Verkehrssicherheitsbedenken der Anwohnerinnen und Anwohner',
  'Energiekosteneinsparungsversprechen der Stadtverwaltung 2025',
];

/** As somebody sets it who needs everything twice as large. */
async function zoomTo({ electron, page }: PostilApp, factor: number): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
    factor,
  );
  await page.waitForFunction((zoom) => Math.abs(window.devicePixelRatio - zoom) < 0.01, factor);
}

test('pictures of every state', async ({ errand }) => {
  const text = 'Die Laternen bleiben dunkel. Niemand weiß, für wie lange.\n\nDie Kommission tagt im Rathaus.\n';
  await writeFile(join(errand.folder, `${LONG_FILE}.txt`), text);
  await writeFile(
    join(errand.folder, 'alt.txt'),
    Buffer.from('Fr\xFCher war es sch\xF6ner in der Stra\xDFe.\n', 'latin1'),
  );
  await writeFile(join(errand.folder, 'leer.txt'), '');
  const app = await errand.open();
  const { page } = app;
  const take = async (name: string): Promise<void> => {
    await expect(page.locator('[data-exiting]')).toHaveCount(0);
    await page.screenshot({ path: join(projectRoot, 'out/pictures', `${name}.png`) });
  };
  const inSizes = async (name: string): Promise<void> => {
    await take(name);
    for (const width of [1024, 820]) {
      await resizeTo(app, width, 720);
      await take(`${name}-${width}`);
    }
    await resizeTo(app, 1440, 900);
    await zoomTo(app, 2);
    // Playwright's own picture would be a quarter of the window.
    const devtools = await page.context().newCDPSession(page);
    const { data } = await devtools.send('Page.captureScreenshot');
    await writeFile(join(projectRoot, 'out/pictures', `${name}-zoomed.png`), Buffer.from(data, 'base64'));
    await devtools.detach();
    await zoomTo(app, 1);
  };

  await expect(page.getByText('No projects yet')).toBeVisible();
  await inSizes('welcome-empty');
  await startProject(app, errand.folder, 'Beleuchtungsverordnungsanhörungsverfahren Ludderby 2024/2025');
  await inSizes('workbench-empty');
  for (const code of LONG_CODES) await makeCode(page, code);
  await openSource(page, LONG_FILE);
  await dragOver(page, 1, 'Laternen bleiben dunkel');
  await codeRow(page, LONG_CODES[0] ?? '').click();
  await codeRow(page, LONG_CODES[1] ?? '').click();
  await inSizes('long-names');
  await page.keyboard.press('Control+Enter');
  await take('long-names-palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+w');
  await openSample(app);
  await openSource(page, 'A lamp is a promise');
  await inSizes('workbench-light');
  await page.keyboard.press('F9');
  await take('coding-chosen');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await take('palette');
  await page.keyboard.press('Escape');
  await codeRow(page, 'Safety after dark').click({ button: 'right' });
  await take('code-menu');
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await take('code-editor');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await codeRow(page, 'Reasons for light').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await take('delete-question');
  await page.getByRole('button', { name: 'Cancel' }).click();
  for (const [item, name] of [
    ['Merge with …', 'merge-codes'],
    ['Split …', 'split-code'],
    ['Move its codings to …', 'move-codings'],
    ['Its history', 'code-history'],
  ] as const) {
    await codeRow(page, 'Safety after dark').click({ button: 'right' });
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await inSizes(name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  for (const [item, name] of [
    ['Versions of the codebook', 'versions'],
    ['Export the codebook as …', 'export-codebook'],
    ['Starting points for the codebook', 'starting-points'],
  ] as const) {
    await chooseFromProjectMenu(page, item);
    await expect(page.getByRole('dialog')).toBeVisible();
    await inSizes(name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('Control+Shift+B');
  await inSizes('codebook-page');
  await page.keyboard.press('Control+Shift+R');
  await page.getByRole('tab', { name: 'Codings' }).click();
  await take('list-of-codings');
  await page.getByRole('tab', { name: 'Passage' }).click();
  await page.getByRole('button', { name: /^Project menu/ }).click();
  await take('project-menu');
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await take('settings');
  await page.getByRole('button', { name: /Theme$/ }).click();
  await page.getByRole('option', { name: 'Dark', exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await inSizes('workbench-dark');
  await page.keyboard.press('Control+Shift+w');
  await expect(page.getByRole('grid', { name: 'Recent projects' })).toBeVisible();
  await inSizes('welcome-full-dark');
});
