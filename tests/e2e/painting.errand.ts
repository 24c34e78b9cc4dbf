import type { Locator, Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inkColor, tintColor, type Theme } from '#domain/coding/tint-color.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { resizeTo } from '#tests/support/app/postil-app.ts';
import { readProjectData } from '#tests/support/app/project-data.ts';
import { expectCodings, makeCode, startProject } from '#tests/support/app/workbench.ts';

const MOST = 6;
/** Of 255: what rounding and the screen's own colours may differ by. */
const TOLERANCE = 6;
const RIGHT_TO_LEFT = MOST + 1;
const latin = 'The lamps of the town go out at midnight and nobody who works at night was asked about it at all. ';
const arabic = 'تنطفئ مصابيح المدينة عند منتصف الليل ولم يسأل أحد من الذين يعملون ليلا عن رأيه في ذلك أبدا حتى اليوم.';

type Rgb = readonly [red: number, green: number, blue: number];
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

test('one to six codes on a passage show in the colours they are said to have, in both themes and directions', async ({
  errand,
}) => {
  const paragraphs = [...Array.from({ length: MOST }, () => `${latin}It is said so.`), arabic];
  await writeFile(join(errand.folder, 'painted.txt'), paragraphs.join('\n'));
  const app = await errand.open();
  const { page } = app;
  await resizeTo(app, 1440, 1000);
  await startProject(app, errand.folder, 'Painting');
  for (let digit = 1; digit <= MOST; digit++) await makeCode(page, `Code ${digit}`, String(digit));
  for (let number = 1; number <= RIGHT_TO_LEFT; number++) {
    await lineOf(page, number).click();
    await page.keyboard.press('Control+Shift+P');
    // Of the one that runs from right to left two are enough.
    for (let digit = 1; digit <= (number === RIGHT_TO_LEFT ? 2 : number); digit++) {
      await page.keyboard.press(String(digit));
    }
  }
  await expectCodings(page, (MOST * (MOST + 1)) / 2 + 2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+F');
  await page.mouse.move(2, 2);
  const { codes } = await readProjectData(page);
  const colors = codes.toSorted((a, b) => (a.shortcut < b.shortcut ? -1 : 1)).map(({ color }) => color);

  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await test.step(theme, () =>
      // A picture may be taken before the theme has been painted.
      expect(async () => {
        const picture = await takePicture(page);
        for (let number = 1; number <= RIGHT_TO_LEFT; number++) {
          const given = colors.slice(0, number === RIGHT_TO_LEFT ? 2 : number);
          await expectPainted(page, picture, number, given, theme);
        }
      }).toPass({ timeout: 60_000 }),
    );
  }
});

async function expectPainted(
  page: Page,
  picture: Picture,
  number: number,
  colors: readonly string[],
  theme: Theme,
): Promise<void> {
  const line = lineOf(page, number);
  const box = await line.evaluate(firstLineBox);
  const tint = await rgbOf(page, tintColor(colors, theme, 'full'));
  const inks = await Promise.all(colors.map((color) => rgbOf(page, inkColor(color, theme))));

  const shown = commonest(rowsOf(picture, { ...box, height: box.height * 0.8 }).flat());
  expect(distance(shown, tint), `tint of ${colors.join(', ')}`).toBeLessThanOrEqual(TOLERANCE);

  // Below the letters, where only underlines are drawn: as many as there are lanes, each at a height of its own.
  const below = { ...box, y: Math.round(box.y + box.height * 0.8), height: 14 };
  const rows = rowsOf(picture, below);
  const heights = inks.map((ink) => rows.findIndex((row) => shareOf(row, ink) > 0.5)).filter((height) => height >= 0);
  expect(heights, `underlines of ${colors.join(', ')}`).toHaveLength(Math.min(colors.length, 3));
  expect(new Set(heights).size).toBe(heights.length);

  const stripes = await stripesBeside(page, line);
  expect(stripes).toHaveLength(Math.min(colors.length, 5));
  for (const stripe of stripes) {
    // Those of the second series are dashed, in shades that a gradient dithers.
    const pixels = rowsOf(picture, stripe).flat();
    expect(Math.max(...inks.map((ink) => shareOf(pixels, ink)))).toBeGreaterThan(0.5);
  }
  const lineBox = await line.boundingBox();
  for (const stripe of stripes) {
    expect(stripe.y).toBeGreaterThanOrEqual((lineBox?.y ?? 0) - 2);
    expect(stripe.y + stripe.height).toBeLessThanOrEqual((lineBox?.y ?? 0) + (lineBox?.height ?? 0) + 2);
  }
}

function lineOf(page: Page, number: number): Locator {
  return page.locator(`[data-testid=reader] .page-line[data-number="${number}"]`);
}

/** In the page: where the first words of a paragraph stand, whatever way they run. */
function firstLineBox(line: Element): Box {
  const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode();
  const range = document.createRange();
  range.setStart(text ?? line, 2);
  range.setEnd(text ?? line, 40);
  const { x, y, width, height } = range.getClientRects()[0] ?? new DOMRect();
  return { x: Math.ceil(x), y: Math.ceil(y), width: Math.floor(width), height: Math.floor(height) };
}

/** Stripes whose middle is beside a paragraph. */
async function stripesBeside(page: Page, line: Locator): Promise<Box[]> {
  const place = await line.boundingBox();
  const boxes = await Promise.all((await page.locator('.stripe').all()).map((stripe) => stripe.boundingBox()));
  return boxes.flatMap((box) => {
    const middle = box ? box.y + box.height / 2 : -1;
    return box && place && middle > place.y && middle < place.y + place.height ? [box] : [];
  });
}

/** What the browser makes of a CSS colour on the screen. */
function rgbOf(page: Page, color: string): Promise<Rgb> {
  return page.evaluate((css) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue] as const;
  }, color);
}

/** What is really on the screen, four bytes a pixel. */
interface Picture {
  readonly width: number;
  readonly bytes: Uint8Array;
}

async function takePicture(page: Page): Promise<Picture> {
  const png = await page.screenshot();
  const { width, base64 } = await page.evaluate(async (encoded) => {
    const binary = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([binary], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const bytes = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    const reader = new FileReader();
    const url = new Promise<string>((resolve) => {
      reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    });
    reader.readAsDataURL(new Blob([bytes]));
    return { width: image.width, base64: (await url).split(',')[1] ?? '' };
  }, png.toString('base64'));
  return { width, bytes: Buffer.from(base64, 'base64') };
}

function rowsOf({ width, bytes }: Picture, box: Box): Rgb[][] {
  const pixel = (x: number, y: number): Rgb => {
    const at = (y * width + x) * 4;
    return [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
  };
  const range = (from: number, length: number): number[] =>
    Array.from({ length: Math.round(length) }, (_, at) => Math.round(from) + at);
  return range(box.y, box.height).map((y) => range(box.x, box.width).map((x) => pixel(x, y)));
}

/** The background, since letters and their edges are of many colours. */
function commonest(pixels: readonly Rgb[]): Rgb {
  const counts = new Map<string, number>();
  for (const pixel of pixels) counts.set(pixel.join(), (counts.get(pixel.join()) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return (most?.[0] ?? '').split(',').map(Number) as unknown as Rgb;
}

function shareOf(row: readonly Rgb[], ink: Rgb): number {
  return row.filter((pixel) => distance(pixel, ink) <= TOLERANCE).length / Math.max(1, row.length);
}

function distance(a: Rgb, b: Rgb): number {
  return Math.max(...a.map((channel, at) => Math.abs(channel - (b[at] ?? 0))));
}
