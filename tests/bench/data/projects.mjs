import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { goHome, withApp } from '../driver/app.mjs';
import { appFolder, electronArguments } from '../driver/electron.mjs';
import { runElectron } from '../driver/run-electron.mjs';
import { makeCodings } from '../corpus/codings.mjs';
import { makeText } from '../corpus/texts.mjs';
import { DEFINITION, GROUP_SIZE } from './codes.mjs';
import { prepared } from './folders.mjs';
import { storeRecords } from './store-records.mjs';

/** @typedef {import('./store-records.mjs').CodedText} CodedText */

/**
 * A project to be made: its texts come in through the app's own command line, its codes and codings are put straight into
 * its database, which for 100,000 takes seconds instead of minutes.
 * @typedef {object} Plan
 * @property {string} name
 * @property {readonly {file: string, words: number, codings: number}[]} sources
 * @property {number} codes
 * @property {number} [groupSize] codes of a group, the one above them among them; absent where there are none
 */

const ARTICLES = 1000;
const WORDS_OF_ARTICLE = 2000;
const CODINGS_PER_MESSAGE = 5000;
const AROUND = 32;

/** @param {number} codingsEach */
const articles = (codingsEach) =>
  Array.from({ length: ARTICLES }, (_, index) => ({
    file: `article-${String(index + 1).padStart(4, '0')}.txt`,
    words: WORDS_OF_ARTICLE,
    codings: codingsEach,
  }));
const note = { file: 'a-note.txt', words: 300, codings: 3 };

/** @type {readonly Plan[]} */
const plans = [
  {
    name: 'Million',
    sources: [
      note,
      { file: 'short-text.txt', words: 10_000, codings: 100 },
      { file: 'middling-text.txt', words: 100_000, codings: 1_000 },
      { file: 'long-text.txt', words: 1_000_000, codings: 10_000 },
    ],
    codes: 20,
  },
  { name: 'Interview', sources: [note, { file: 'long-text.txt', words: 200_000, codings: 1_000 }], codes: 20 },
  { name: 'Corpus', sources: articles(100), codes: 20 },
  { name: 'Codes', sources: articles(100), codes: 5000, groupSize: GROUP_SIZE },
  {
    name: 'Dense',
    sources: [
      { ...note, codings: 0 },
      { file: 'long-text.txt', words: 1_000_000, codings: 100_000 },
    ],
    codes: 5000,
    groupSize: GROUP_SIZE,
  },
  { name: 'Twenty', sources: articles(20), codes: 100 },
];

/** @typedef {'Million' | 'Interview' | 'Corpus' | 'Codes' | 'Dense' | 'Twenty'} ProjectName */

/**
 * A data folder holding one project.
 * @param {ProjectName} name
 * @returns {Promise<string>}
 */
export function projectFolder(name) {
  const plan = plans.find((one) => one.name === name);
  if (!plan) throw new Error(`no project ${name}`);
  return prepared(name, (folder) => makeProject(folder, plan));
}

/** @returns {Promise<string>} a folder of 1,000 articles and nothing else */
export function articlesFolder() {
  return prepared('articles', (folder) => writeSources(join(folder, 'articles'), articles(0))).then((folder) =>
    join(folder, 'articles'),
  );
}

/**
 * The words of one of the texts of the project of a million words.
 * @param {string} name
 * @returns {string}
 */
export function wordsOf(name) {
  const source = plans[0]?.sources.find(({ file }) => file === `${name}.txt`);
  if (!source) throw new Error(`no text ${name}`);
  return makeText(seedOf(source.file), source.words);
}

/**
 * @param {string} folder
 * @param {Plan} plan
 */
async function makeProject(folder, plan) {
  const files = join(folder, 'files');
  await writeSources(files, plan.sources);
  await runElectron(electronArguments(appFolder, folder, ['import', files, '--project', plan.name]));
  await rm(files, { recursive: true });
  await withApp(appFolder, folder, async ({ page }) => {
    await goHome(page);
    for (const texts of batches(plan)) {
      await page.evaluate(storeRecords, {
        project: plan.name,
        codes: plan.codes,
        groupSize: plan.groupSize ?? 1,
        definition: DEFINITION,
        texts,
      });
    }
  });
}

/**
 * @param {Plan} plan
 * @returns {Generator<CodedText[]>}
 */
function* batches({ sources, codes }) {
  /** @type {CodedText[]} */
  let batch = [];
  let size = 0;
  for (const { file, words, codings } of sources) {
    const seed = seedOf(file);
    const text = makeText(seed, words);
    const spans = makeCodings(text, { seed, count: codings, codes });
    batch.push({ path: file, passages: spans.map((span) => passageOf(text, span)) });
    size += codings;
    if (size < CODINGS_PER_MESSAGE) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  yield batch;
}

/**
 * @param {string} text
 * @param {import('../corpus/codings.mjs').Span} span
 * @returns {CodedText['passages'][number]}
 */
function passageOf(text, [startUtf16, endUtf16, codeIndex]) {
  return {
    startUtf16,
    endUtf16,
    codeIndex,
    quote: text.slice(startUtf16, endUtf16),
    contextBefore: text.slice(Math.max(0, startUtf16 - AROUND), startUtf16),
    contextAfter: text.slice(endUtf16, endUtf16 + AROUND),
  };
}

/**
 * @param {string} folder
 * @param {Plan['sources']} sources
 */
async function writeSources(folder, sources) {
  await mkdir(folder, { recursive: true });
  for (const { file, words } of sources) await writeFile(join(folder, file), makeText(seedOf(file), words));
}

/** @param {string} file */
function seedOf(file) {
  return Buffer.from(file).reduce((seed, byte) => (Math.imul(seed, 31) + byte) >>> 0, 7);
}
