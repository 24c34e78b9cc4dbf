import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { inks } from '#domain/codebook/inks.ts';

test('the inks of the style sheet are those of the codebook', () => {
  const css = readFileSync(resolve(import.meta.dirname, '../../src-renderer/ui/tokens.css'), 'utf8');
  for (const { name, light, dark } of inks) {
    expect(css).toContain(`--c-${name}: light-dark(oklch(${light.join(' ')}), oklch(${dark.join(' ')}));`);
  }
});
