import { inkNamed } from '#domain/codebook/inks.ts';
import { seriesOf } from '#domain/coding/tint-color.ts';

/** A code's colour for CSS: inks follow the theme by themselves. */
export function cssColor(color: string): string {
  return inkNamed(color) ? `var(--c-${color})` : color;
}

/** What a CodeMark needs to know of a code. */
export function markOf({ color }: { readonly color: string }): { color: string; series: 'square' | 'round' } {
  return { color: cssColor(color), series: seriesOf(color) };
}
