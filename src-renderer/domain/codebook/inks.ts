/** A colour in oklch: lightness 0 to 1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

export interface Ink {
  readonly name: string;
  readonly light: Oklch;
  readonly dark: Oklch;
  /**
   * The second channel beside hue: square chips with solid lines, round chips with dashed ones. Neighbours in hue are of
   * different series.
   */
  readonly series: 'square' | 'round';
}

// In the order of their hues, checked for colour blindness and contrast as a set: do not change one alone.
const triples: readonly (readonly [name: string, light: Oklch, dark: Oklch])[] = [
  ['brick', [0.435, 0.125, 28], [0.7, 0.129, 20]],
  ['orange', [0.493, 0.132, 49], [0.609, 0.145, 56]],
  ['ochre', [0.56, 0.12, 72], [0.694, 0.142, 79]],
  ['citron', [0.637, 0.128, 102], [0.828, 0.145, 110]],
  ['moss', [0.631, 0.121, 137], [0.862, 0.135, 136]],
  ['leaf', [0.543, 0.115, 152], [0.804, 0.082, 148]],
  ['pine', [0.627, 0.096, 171], [0.842, 0.118, 176]],
  ['teal', [0.529, 0.091, 186], [0.737, 0.091, 188]],
  ['cyan', [0.554, 0.091, 222], [0.661, 0.07, 211]],
  ['azure', [0.634, 0.138, 240], [0.829, 0.1, 234]],
  ['cobalt', [0.638, 0.189, 267], [0.759, 0.123, 261]],
  ['indigo', [0.535, 0.14, 277], [0.686, 0.167, 280]],
  ['violet', [0.459, 0.193, 298], [0.601, 0.165, 297]],
  ['orchid', [0.433, 0.125, 331], [0.602, 0.101, 324]],
  ['rose', [0.495, 0.144, 2], [0.602, 0.129, 358]],
  ['walnut', [0.433, 0.031, 54], [0.6, 0.045, 64]],
];

/** The sixteen inks in their order. */
export const inks: readonly Ink[] = triples.map(([name, light, dark], index) => ({
  name,
  light,
  dark,
  series: index % 2 === 0 ? 'square' : 'round',
}));

const inksByName: ReadonlyMap<string, Ink> = new Map(inks.map((ink) => [ink.name, ink]));

export function inkNamed(name: string): Ink | undefined {
  return inksByName.get(name);
}

const HEX_COLOR = /^#[0-9a-f]{6}$/;

/** True for what a code's `color` may hold: the name of an ink, or `#rrggbb` in lower case. */
export function isColor(text: string): boolean {
  return inksByName.has(text) || HEX_COLOR.test(text);
}

/** The colour a person or a table means, as stored; null when it is none of ours. */
export function readColor(text: string): string | null {
  const color = text.trim().toLowerCase();
  return isColor(color) ? color : null;
}

/**
 * The ink for a new code: of those used least in the project (so an unused one, up to sixteen) the one farthest in hue from
 * the inks of its group; for the first of a group, from all in the project. Ties go to the earlier ink. Colours that are not
 * inks do not count.
 *
 * @param usedInProject colours of all codes, each as often as it is used
 * @param usedInGroup colours of the codes beside the new one
 */
export function nextInk(usedInProject: Iterable<string>, usedInGroup: Iterable<string>): string {
  return chooseInk(countColors(usedInProject), new Set(usedInGroup));
}

/** `nextInk` for someone who adds many codes and keeps the counts. */
export function chooseInk(uses: ReadonlyMap<string, number>, usedInGroup: ReadonlySet<string>): string {
  const group = inks.filter((ink) => usedInGroup.has(ink.name));
  const others = group.length > 0 ? group : inks.filter((ink) => uses.has(ink.name));
  const fewest = Math.min(...inks.map((ink) => uses.get(ink.name) ?? 0));
  let best = '';
  let bestDistance = -1;
  for (const ink of inks) {
    if ((uses.get(ink.name) ?? 0) > fewest) continue;
    const distance = Math.min(360, ...others.map((other) => hueDistance(ink, other)));
    if (distance > bestDistance) [best, bestDistance] = [ink.name, distance];
  }
  return best;
}

function countColors(colors: Iterable<string>): Map<string, number> {
  const uses = new Map<string, number>();
  for (const color of colors) uses.set(color, (uses.get(color) ?? 0) + 1);
  return uses;
}

/** In degrees, 0 to 180; in the light theme, the dark one differs little. */
function hueDistance(a: Ink, b: Ink): number {
  const difference = Math.abs(a.light[2] - b.light[2]);
  return Math.min(difference, 360 - difference);
}
