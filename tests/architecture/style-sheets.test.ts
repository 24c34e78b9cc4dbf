import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** Set beside any class on purpose. */
const UTILITIES = new Set(['serif']);

const root = fileURLToPath(new URL('../../src-renderer', import.meta.url));
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'));
const sheets = paths.map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''),
}));

function classesOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

it('no class that says more of an element is styled by itself elsewhere: all style sheets hold for the whole window', () => {
  const alone = sheets.flatMap(({ path, text }) =>
    classesOf(text, /(?:^|[},])\s*\.([a-z][\w-]*)/g).map((name) => ({ path, name })),
  );
  const collisions = sheets.flatMap(({ path, text }) =>
    classesOf(text, /[\w\])]\.([a-z][\w-]*)/g)
      .filter((name) => !UTILITIES.has(name))
      .flatMap((name) => alone.filter((other) => other.name === name && other.path !== path))
      .map((other) => `.${other.name} of ${path} is styled in ${other.path}`),
  );
  expect(alone.length).toBeGreaterThan(100);
  expect(collisions).toEqual([]);
});
