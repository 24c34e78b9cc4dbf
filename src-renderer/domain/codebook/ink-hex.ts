import { inks, type Oklch } from './inks.ts';

const hexByInk: ReadonlyMap<string, string> = new Map(inks.map(({ name, light }) => [name, hexOf(light)]));
const inkByHex: ReadonlyMap<string, string> = new Map([...hexByInk].map(([name, hex]) => [hex, name]));

/** A code's colour for programs that know no inks: `#rrggbb`, of an ink as it is on light paper. */
export function hexColor(color: string): string {
  return hexByInk.get(color) ?? color;
}

/** The ink a `#rrggbb` (lower case) was written for; the colour itself where it is none. */
export function inkOfHex(hex: string): string {
  return inkByHex.get(hex) ?? hex;
}

/** Björn Ottosson, "A perceptual color space for image processing", 2020; channels outside sRGB are cut off. */
function hexOf([lightness, chroma, hue]: Oklch): string {
  const radians = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(radians), chroma * Math.sin(radians)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((channel) => byteOf(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** The transfer function of sRGB, IEC 61966-2-1. */
function byteOf(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}
