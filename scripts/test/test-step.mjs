import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '../run/project-root.mjs';
import { closingLines, judge } from './counts.mjs';

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {Counts & {isFine: boolean, closing: string[]}} Outcome
 * @typedef {(report: string, onOutput: (chunk: Buffer) => void) => Promise<number>} TestRun
 */

/**
 * Runs a test runner that shows its output and writes its JSON report besides. No report of an earlier run can be mistaken
 * for this one's.
 * @template Report
 * @param {string} name
 * @param {(report: Report) => Counts} count
 * @param {TestRun} runTests
 * @returns {Promise<Outcome>}
 */
export async function testStep(name, count, runTests) {
  const report = join(projectRoot, 'out/reports', `${name}.json`);
  await mkdir(dirname(report), { recursive: true });
  await rm(report, { force: true });
  let output = '';
  const exitCode = await runTests(report, (chunk) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  return { ...judge(exitCode, await readCounts(report, count)), closing: closingLines(output) };
}

/**
 * @template Report
 * @param {string} path
 * @param {(report: Report) => Counts} count
 * @returns {Promise<Counts | undefined>}
 */
async function readCounts(path, count) {
  try {
    return count(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}
