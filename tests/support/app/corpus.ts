import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './postil-app.ts';

/** What the five articles that the project is measured by hold, in the order of their names. */
const ARTICLES = { characters: [17940, 11021, 16136, 8716, 5865], paragraphs: [49, 27, 35, 43, 18] };
const articleFolder = join(projectRoot, '../shared/corpus');

export interface Corpus {
  readonly folder: string;
  readonly characters: readonly number[];
  readonly paragraphs: readonly number[];
}

/** The five articles where they lie beside the project, else texts of our own, made in `folder`. */
export function corpusIn(folder: string): Corpus {
  if (existsSync(articleFolder)) return { folder: articleFolder, ...ARTICLES };
  process.stdout.write('note: the five articles are not here, so texts of our own stand in for them\n');
  const counts = [49, 27, 35, 43, 18];
  const texts = counts.map((count, index) => ownText(count, index));
  texts.forEach((text, index) => writeFileSync(join(folder, `00${index}_text.txt`), text));
  return { folder, paragraphs: counts, characters: texts.map((text) => Array.from(text).length) };
}

/** Paragraphs with blank lines between, some of them of no-break spaces only. */
function ownText(count: number, seed: number): string {
  const sentence = (number: number): string =>
    `Sentence ${number} of text ${seed} says something of the lamps. It says it twice.`;
  return Array.from({ length: count }, (_, index) => `${sentence(index)}\n${index % 5 === 0 ? '\u00A0 ' : ''}`).join(
    '\n',
  );
}

/** Numbered paragraphs of whatever text is there. */
function numberedIn(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
}

/** The numbers of the paragraphs that have at least so many words. */
export function paragraphsOf(path: string, words: number): number[] {
  return numberedIn(path).flatMap((line, index) => ((line.match(/\S+/g) ?? []).length >= words ? [index + 1] : []));
}

/** Some words of a numbered paragraph of whatever text is there, exactly as they stand. */
export function wordsOf(path: string, paragraph: number, from: number, count: number): string {
  const line = numberedIn(path)[paragraph - 1] ?? '';
  const words = [...line.matchAll(/\S+/g)].slice(from, from + count);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || words.length < count)
    throw new Error(`${path} has no ${count} words in paragraph ${paragraph}`);
  return line.slice(first.index, last.index + last[0].length);
}

export function textFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => join(folder, name));
}
