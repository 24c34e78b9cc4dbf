import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { problemText } from '#bridge/problem-text.ts';

const root = resolve(import.meta.dirname, '../..');
const layers = ['src-main', 'src-renderer/domain', 'src-renderer/features'];

/** `new ProblemError('code'`, `problem('code'`, `code: 'code', params` and the tables from system errors to codes. */
const SPOKEN = [
  /(?:ProblemError|problem)\(\s*'(\w+)'/g,
  /code: '(\w+)',\s*params/g,
  /\bProblem<'(\w+)'/g,
  /^ {2}E[A-Z]+: '(\w+)',$/gm,
];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(root, folder, path));
}

const codes = new Set(
  layers.flatMap(sourceFiles).flatMap((path) => {
    const source = readFileSync(path, 'utf8');
    return SPOKEN.flatMap((pattern) => Array.from(source.matchAll(pattern), ([, code]) => code ?? ''));
  }),
);

test('finds the codes that are used', () => {
  expect([...codes]).toEqual(expect.arrayContaining(['emptyFile', 'diskFull', 'quoteNotFound', 'codeNameTaken']));
});

test.each([...codes])('has a sentence for %s', (code) => {
  expect(problemText({ code, params: { count: 2 } })).not.toContain(`(${code})`);
});

test('says sizes and encodings as people write them', () => {
  expect(problemText({ code: 'tooLarge', params: { size: 80_000_000, limit: 64_000_000 } })).toMatch(
    /80 MB; up to 64 MB/,
  );
  expect(problemText({ code: 'encodingGuessed', params: { encoding: 'windows-1252' } })).toMatch(
    /^Read as Windows-1252,/,
  );
});

test('says an unknown code with the code', () => {
  expect(problemText({ code: 'fromTheFuture', params: {} })).toBe('Something went wrong (fromTheFuture).');
});
