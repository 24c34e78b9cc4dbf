import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app/errand.ts';
import { readProjectData } from '#tests/support/app/project-data.ts';
import { copied, numberedLine, spotOf } from '#tests/support/app/reading.ts';
import { walk } from '#tests/support/app/walk.ts';
import { dragOver, makeCode, openSource, startProject } from '#tests/support/app/workbench.ts';

/** Seven kinds of text in which a caret goes wrong in seven ways; written so that Unicode's sentences need no correcting. */
const TEXTS = {
  latin: 'She came, saw, and left. Nobody knew why! Was it the café?\n\nThen it rained; we stayed.',
  emoji: 'We 👩‍👩‍👧 went 👋🏽 home. It was 🇺🇦🇩🇪 day! 1️⃣ thing 🏳️‍🌈 remained.\nThe 👨🏿‍🚒 stood by.',
  devanagari: 'नमस्ते दुनिया। क्षत्रिय राजा थे। हम स्त्रियाँ हैं।\nदूसरा अनुच्छेद।',
  hangul: '한국어 텍스트입니다. 두 번째 문장이에요! 각각\n새 문단입니다.',
  chinese: '今天天气很好。我们去公园！好吗？\n第二段，在这里。',
  thai: 'ภาษาไทยไม่มีช่องว่าง น้ำท่วมที่กรุงเทพ\nย่อหน้าที่สอง',
  mixed: 'مرحبا بالعالم. قال John Smith نعم! שלום לכולם.\nالفقرة الثانية 123 هنا.',
} as const;
type Kind = keyof typeof TEXTS;
const RIGHT_TO_LEFT: readonly Kind[] = ['mixed'];

/** Where a walk has to stop, computed in the page by its own Unicode: each unit of each line, and the border of lines. */
function expectedStops(
  page: Page,
  text: string,
  unit: 'grapheme' | 'word' | 'sentence',
  direction: 1 | -1,
): Promise<number[]> {
  return page.evaluate(
    ({ whole, granularity, isForward }) => {
      const language = document.querySelector<HTMLElement>('.page-text')?.lang || 'en';
      const stops = new Set<number>();
      let start = 0;
      for (const line of whole.split('\n')) {
        // A paragraph's end is a place of its own, but no sentence begins there.
        if (granularity !== 'sentence') stops.add(start).add(start + line.length);
        for (const { index, segment, isWordLike } of new Intl.Segmenter(language, { granularity }).segment(line)) {
          if (granularity === 'word' && !isWordLike) continue;
          stops.add(start + index + (isForward && granularity !== 'sentence' ? segment.length : 0));
        }
        start += line.length + 1;
      }
      stops.add(0).add(whole.length);
      return [...stops].sort((a, b) => (isForward ? a - b : b - a));
    },
    { whole: text, granularity: unit, isForward: direction === 1 },
  );
}

test('the caret goes by characters, words and sentences as Unicode cuts them, there and back', async ({ errand }) => {
  for (const [kind, text] of Object.entries(TEXTS)) await writeFile(join(errand.folder, `${kind}.txt`), text);
  const app = await errand.open();
  const { page } = app;
  await startProject(app, errand.folder, 'Scripts');
  for (const kind of Object.keys(TEXTS) as Kind[]) {
    await test.step(kind, async () => {
      await openSource(page, kind);
      await page.locator('.page-text').focus();
      const [forward, backward] = RIGHT_TO_LEFT.includes(kind)
        ? ['ArrowLeft', 'ArrowRight']
        : ['ArrowRight', 'ArrowLeft'];
      const keys = {
        grapheme: [
          { key: forward, code: forward },
          { key: backward, code: backward },
        ],
        word: [
          { key: forward, code: forward, ctrlKey: true },
          { key: backward, code: backward, ctrlKey: true },
        ],
        sentence: [
          { key: 'ArrowDown', code: 'ArrowDown', altKey: true },
          { key: 'ArrowUp', code: 'ArrowUp', altKey: true },
        ],
      } as const;
      for (const unit of ['grapheme', 'word', 'sentence'] as const) {
        await page.keyboard.press('Control+Home');
        const there = await walk(page, keys[unit][0]);
        expect([unit, there]).toEqual([unit, await expectedStops(page, TEXTS[kind], unit, 1)]);
        const back = await walk(page, keys[unit][1]);
        expect([unit, back]).toEqual([unit, await expectedStops(page, TEXTS[kind], unit, -1)]);
      }
    });
  }
});

test('nothing that is typed, pasted, dropped or composed changes the text', async ({ errand }) => {
  const text = 'Do not touch this text. Really not.\nNor this paragraph.';
  await writeFile(join(errand.folder, 'text.txt'), text);
  const app = await errand.open();
  const { page } = app;
  await startProject(app, errand.folder, 'Untouched');
  // Undo takes this back, and not the text.
  await makeCode(page, 'Light');
  const state = (): Promise<{ dom: string; lexical: string }> =>
    page.locator('.page-text').evaluate((host) => {
      const dom = [...host.querySelectorAll('.page-line')].map((line) => line.textContent).join('\n');
      const { __lexicalEditor: editor } = host as unknown as { __lexicalEditor: { getEditorState(): unknown } };
      return { dom, lexical: JSON.stringify(editor.getEditorState()) };
    });
  const before = await state();
  expect(before.dom).toBe(text);
  const devtools = await page.context().newCDPSession(page);
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('PASTED'));
  const press =
    (...keys: string[]) =>
    async (): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
  const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
    typing: () => page.keyboard.type('xyz .,'),
    'typing as text': () => page.keyboard.insertText('inserted'),
    'line feeds': press('Shift+Enter', 'Control+Alt+Enter'),
    deleting: press('Delete', 'Backspace', 'Control+Delete', 'Control+Backspace'),
    'paste, cut, undo': press('Control+v', 'Control+Shift+v', 'Control+x', 'Control+z', 'Control+y', 'Shift+Insert'),
    'commands of old': () =>
      page.evaluate(() => {
        for (const command of ['insertText', 'delete', 'forwardDelete', 'insertParagraph', 'bold', 'paste', 'cut'])
          // oxlint-disable-next-line typescript/no-deprecated -- what pages and extensions still call
          document.execCommand(command, false, 'x');
      }),
    'a drop': () =>
      page.locator('.page-text').evaluate((host) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData('text/plain', 'DROPPED');
        for (const type of ['dragenter', 'dragover', 'drop'])
          host.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }),
    'an input method': async () => {
      await devtools.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
      await devtools.send('Input.insertText', { text: '日本' });
    },
    'the window’s own editing': () =>
      app.electron.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.paste();
        contents?.cut();
        contents?.delete();
        contents?.replace('REPLACED');
        return contents?.insertText('INSERTED');
      }),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    for (const isSelected of [false, true]) {
      await page.keyboard.press('Escape');
      await page.locator('.page-text').focus();
      await page.keyboard.press('Control+Home');
      // Letters open the palette where a passage is selected; that is another promise.
      if (isSelected && name.startsWith('typing')) continue;
      if (isSelected) await page.keyboard.press('Control+Shift+ArrowRight');
      await attempt();
      expect([name, isSelected, await state()]).toEqual([name, isSelected, before]);
    }
  }
  expect((await readProjectData(page)).texts.map((stored) => stored.text)).toEqual([text]);
});

test('in a million words the caret reaches every place, and what was selected stays so', async ({ errand }) => {
  const words = 'the town that had no light at night was quiet for once and nobody '.repeat(10).trim();
  const lines = Array.from({ length: 7_692 }, (_, at) => `${at + 1} ${at % 5 === 0 ? words.slice(0, 90) : words}`);
  const text = lines.join('\n');
  await writeFile(join(errand.folder, 'long.txt'), text);
  const app = await errand.open();
  const { page } = app;
  await startProject(app, errand.folder, 'Long');
  const sections = page.locator('.page-section');

  await test.step('Ctrl+Shift+End selects to the true end, and few sections are in the page', async () => {
    const spot = await spotOf(page, 1, 2);
    await page.mouse.click(spot.x, spot.y);
    await page.keyboard.press('Control+Shift+End');
    await expect(numberedLine(page, lines.length)).toBeInViewport();
    expect(await sections.count()).toBeLessThan(60);
    // The section it began in has left the page.
    await expect(numberedLine(page, 1)).toHaveCount(0);
    expect((await copied(app)) === text.slice(2)).toBe(true);
  });

  await test.step('PageDown held never skips a line and never goes farther than a page', async () => {
    await page.keyboard.press('Control+Home');
    await page.keyboard.down('Shift');
    for (let turn = 0; turn < 12; turn++) {
      const before = await onScreen(page);
      await page.keyboard.press('PageDown');
      const after = await onScreen(page);
      const passed = after.first - before.last;
      expect(passed, `after ${turn + 1} pages, from ${before.last} to ${after.first}`).toBeLessThanOrEqual(0);
      expect(after.last).toBeGreaterThan(before.last);
    }
    await page.keyboard.up('Shift');
  });

  await test.step('its beginning out of the page, the selection still begins where it did', async () => {
    for (let turn = 0; turn < 200 && (await numberedLine(page, 1).count()) > 0; turn++)
      await page.keyboard.press('Shift+PageDown');
    await expect(numberedLine(page, 1)).toHaveCount(0);
    await page.keyboard.press('Shift+End');
    const selected = await copied(app);
    expect(text.startsWith(selected)).toBe(true);
    expect(selected.length).toBeGreaterThan(90_000);
  });
});

/** Numbers of the first and last paragraph of which anything is on screen. */
function onScreen(page: Page): Promise<{ first: number; last: number }> {
  return page.getByTestId('reader').evaluate(async (reader) => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const view = reader.getBoundingClientRect();
    const numbers = [...reader.querySelectorAll<HTMLElement>('.page-line')]
      .filter((line) => {
        const { top, bottom } = line.getBoundingClientRect();
        return bottom > view.top && top < view.bottom;
      })
      .map((line) => Number(line.dataset['number']));
    return { first: Math.min(...numbers), last: Math.max(...numbers) };
  });
}

interface AxNode {
  readonly role?: { value?: unknown };
  readonly name?: { value?: unknown };
  readonly description?: { value?: unknown };
  readonly properties?: readonly { name: string; value: { value?: unknown } }[];
}

test('assistive technology is told of the text, the caret, the selection and the codings', async ({ errand }) => {
  await writeFile(join(errand.folder, 'text.txt'), 'One sentence to be coded. Another that is not.\n');
  const app = await errand.open();
  const { page } = app;
  await startProject(app, errand.folder, 'Spoken');
  await makeCode(page, 'Light', '1');
  await dragOver(page, 1, 'sentence to be coded');
  await page.keyboard.press('1');
  const devtools = await page.context().newCDPSession(page);
  const textNode = async (): Promise<Record<string, unknown>> => {
    const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
    const node = nodes.find(({ name }) => name?.value === 'Text of “text”');
    const properties = (node?.properties ?? []).map(({ name, value }) => [name, value.value]);
    return { role: node?.role?.value, description: node?.description?.value, ...Object.fromEntries(properties) };
  };
  expect(await textNode()).toMatchObject({
    role: 'textbox',
    readonly: true,
    multiline: true,
    focusable: true,
    focused: true,
    description: expect.stringContaining('Read-only text'),
  });
  await page.keyboard.press('Control+Home');
  const seen = (): Promise<string> => page.evaluate(() => document.getSelection()?.toString() ?? '');
  await page.keyboard.press('Control+Shift+ArrowRight');
  expect(await seen()).toBe('One');
  const spoken = page.getByTestId('codings-spoken');
  await page.keyboard.press('Control+Home');
  await expect(spoken).toHaveText('No coding here');
  for (let turn = 0; turn < 3; turn++) await page.keyboard.press('Control+ArrowRight');
  await expect(spoken).toHaveText('Coded here: Light');
  await page.keyboard.press('Control+End');
  await expect(spoken).toHaveText('No coding here');
  await page.keyboard.press('F6');
  expect(await textNode()).not.toMatchObject({ focused: true });
});
