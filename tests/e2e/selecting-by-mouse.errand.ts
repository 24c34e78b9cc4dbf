import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#tests/support/app/errand.ts';
import { copied, numberedLine, spotOf } from '#tests/support/app/reading.ts';
import { openSource, startProject } from '#tests/support/app/workbench.ts';

const FAMILY = '👩‍👩‍👧';
const FIRST = `Dr. Meier, the teacher, met a ${FAMILY} family. She stayed. Nobody went.`;
const SECOND = 'A second paragraph, with a clause in it.';
const LONG = Array.from(
  { length: 4000 },
  (_, at) => `Paragraph ${at + 1} says little, and says it again. End ${at + 1}.`,
);

test('what is clicked and dragged over is selected, by characters, words, sentences and paragraphs', async ({
  errand,
}) => {
  await writeFile(join(errand.folder, 'short.txt'), `${FIRST}\n${SECOND}\n`);
  await writeFile(join(errand.folder, 'talk.txt'), 'ANNA: One.\nTwo.\nBEN: Three.\nANNA: Four.\nBEN: Five.\n');
  await writeFile(join(errand.folder, 'long.txt'), LONG.join('\n'));
  const app = await errand.open();
  const { page } = app;
  await startProject(app, errand.folder, 'Selecting');
  await openSource(page, 'short');
  const teacher = FIRST.indexOf('teacher');

  await test.step('clicks', async () => {
    const spot = await spotOf(page, 1, teacher + 3);
    await page.mouse.dblclick(spot.x, spot.y);
    expect(await copied(app)).toBe('teacher');
    await page.mouse.click(spot.x, spot.y, { clickCount: 3 });
    expect(await copied(app)).toBe(FIRST);
    await page.keyboard.down('Control');
    await page.mouse.click(spot.x, spot.y);
    await page.keyboard.up('Control');
    expect(await copied(app)).toBe(FIRST.slice(0, FIRST.indexOf(' She')));
    await page.mouse.click(spot.x, spot.y);
    const beyond = await spotOf(page, 1, FIRST.indexOf('Nobody'));
    await page.keyboard.down('Shift');
    await page.mouse.click(beyond.x, beyond.y);
    await page.keyboard.up('Shift');
    expect(await copied(app)).toBe(FIRST.slice(teacher + 3, FIRST.indexOf('Nobody')));
  });

  await test.step('drags, never into a grapheme, backwards too, by words with Alt', async () => {
    const drag = async (from: number, to: number, key: 'Alt' | null = null): Promise<void> => {
      // Else a press at the end of what is selected would take hold of that end.
      await page.keyboard.press('Escape');
      const [begin, end] = [await spotOf(page, 1, from), await spotOf(page, 1, to)];
      if (key) await page.keyboard.down(key);
      await page.mouse.move(begin.x, begin.y);
      await page.mouse.down();
      await page.mouse.move((begin.x + end.x) / 2, begin.y);
      await page.mouse.move(end.x, end.y);
      await page.mouse.up();
      if (key) await page.keyboard.up(key);
    };
    await drag(teacher + 2, teacher + 5);
    expect(await copied(app)).toBe('ach');
    await drag(teacher + 5, teacher + 2);
    expect(await copied(app)).toBe('ach');
    await drag(teacher + 5, FIRST.indexOf('the') + 1, 'Alt');
    expect(await copied(app)).toBe('the teacher');
    const family = await numberedLine(page, 1).evaluate((line, at) => {
      const range = document.createRange();
      const node = line.firstElementChild?.firstChild as Text;
      range.setStart(node, at);
      range.setEnd(node, at + 8);
      const { left, width, top, height } = range.getBoundingClientRect();
      return { x: left + width * 0.7, y: top + height / 2 };
    }, FIRST.indexOf(FAMILY));
    const begin = await spotOf(page, 1, FIRST.indexOf('met'));
    await page.mouse.move(begin.x, begin.y);
    await page.mouse.down();
    await page.mouse.move(family.x, family.y);
    await page.mouse.up();
    expect([`met a ${FAMILY}`, 'met a ']).toContain(await copied(app));
  });

  await test.step('a drag that Escape ends selects what was selected before', async () => {
    const spot = await spotOf(page, 2, 4);
    await page.mouse.dblclick(spot.x, spot.y);
    await page.mouse.move(spot.x + 200, spot.y);
    await page.mouse.down();
    await page.mouse.move(spot.x + 260, spot.y);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await copied(app)).toBe('second');
  });

  await test.step('a fourth click takes the speaker’s turn', async () => {
    await openSource(page, 'talk');
    const spot = await spotOf(page, 2, 1);
    await page.mouse.click(spot.x, spot.y, { clickCount: 4 });
    expect(await copied(app)).toBe('ANNA: One.\nTwo.');
  });

  await test.step('a drag beyond the window scrolls, and keeps where it began', async () => {
    await openSource(page, 'long');
    const begin = await spotOf(page, 2, 10);
    const view = await page.getByTestId('reader').boundingBox();
    if (!view) throw new Error('no reader');
    await page.mouse.move(begin.x, begin.y);
    await page.mouse.down();
    await page.mouse.move(begin.x + 40, view.y + view.height + 150);
    // Far enough for the section it began in to have left the page.
    await expect(numberedLine(page, 2)).toHaveCount(0, { timeout: 30_000 });
    await page.mouse.move(begin.x + 40, view.y + view.height / 2);
    await page.mouse.up();
    const text = await copied(app);
    expect(text.startsWith((LONG[1] ?? '').slice(10))).toBe(true);
    expect(LONG.join('\n')).toContain(text);
  });
});
