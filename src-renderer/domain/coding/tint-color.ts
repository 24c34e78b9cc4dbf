import { inkNamed, type Oklch } from '#domain/codebook/inks.ts';

type Oklab = readonly [lightness: number, a: number, b: number];
export type Theme = 'light' | 'dark';

/** Paper of the reading page, `--paper` of the look. */
const PAPER: Readonly<Record<Theme, Oklch>> = { light: [0.992, 0.003, 95], dark: [0.212, 0.004, 80] };

/** Share of ink in the paper for one, two, and three or more codes. */
const SHARES = { full: [0.26, 0.38, 0.46], quiet: [0.09, 0.15, 0.2] } as const;

/**
 * The background of a passage: mean of its codes' inks in oklab, mixed into the paper. Independent of order, so that a
 * passage looks the same however it came to be coded.
 *
 * @param colors ink names or `#rrggbb`, one per distinct code
 */
export function tintColor(colors: readonly string[], theme: Theme, strength: 'full' | 'quiet'): string {
  const labs = colors.map((color) => toOklab(color, theme));
  const mean = [0, 1, 2].map((axis) => labs.reduce((sum, lab) => sum + (lab[axis] ?? 0), 0) / labs.length);
  const share = SHARES[strength][Math.min(colors.length, 3) - 1] ?? 0;
  const paper = oklchToOklab(PAPER[theme]);
  return format([0, 1, 2].map((axis) => (mean[axis] ?? 0) * share + (paper[axis] ?? 0) * (1 - share)));
}

/** A code's own colour, for underlines, stripes and chips. */
export function inkColor(color: string, theme: Theme): string {
  return format([...toOklab(color, theme)]);
}

/** Square or round: the second channel. A colour of one's own is square. */
export function seriesOf(color: string): 'square' | 'round' {
  return inkNamed(color)?.series ?? 'square';
}

function toOklab(color: string, theme: Theme): Oklab {
  const ink = inkNamed(color);
  if (ink) return oklchToOklab(ink[theme]);
  const [lightness, a, b] = hexToOklab(color);
  // A colour of one's own is kept in hue and strength, and moved in lightness to where it can be seen on the paper.
  return theme === 'light' ? [Math.min(lightness, 0.64), a, b] : [Math.max(lightness, 0.6), a, b];
}

function oklchToOklab([lightness, chroma, hue]: Oklch): Oklab {
  const radians = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(radians), chroma * Math.sin(radians)];
}

/** Björn Ottosson, "A perceptual color space for image processing", 2020. */
function hexToOklab(hex: string): Oklab {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function format(lab: readonly number[]): string {
  return `oklab(${lab.map((value) => value.toFixed(4)).join(' ')})`;
}
