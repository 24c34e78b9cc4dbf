import { describe, expect, it } from 'vitest';
import { inkColor, tintColor } from '#domain/coding/tint-color.ts';

describe('tintColor', () => {
  it('looks the same in whatever order the codes were given', () => {
    expect(tintColor(['teal', 'rose', 'ochre'], 'light', 'full')).toBe(
      tintColor(['ochre', 'teal', 'rose'], 'light', 'full'),
    );
  });

  it('mixes a quarter of the ink into the paper for one code', () => {
    // Teal is oklch(0.529 0.091 186), paper oklch(0.992 0.003 95): 0.26 * 0.529 + 0.74 * 0.992.
    expect(tintColor(['teal'], 'light', 'full')).toMatch(/^oklab\(0\.8716 /);
  });

  it('reads a colour of one’s own as the browser does', () => {
    // #808080 has an oklab lightness of 0.5999 and no hue.
    expect(inkColor('#808080', 'light')).toMatch(/^oklab\(0\.5999 -?0\.0000 -?0\.0000\)$/);
  });
});
