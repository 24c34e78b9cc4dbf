import { buildIfStale } from './build.mjs';
import { runNpmScript } from './run/npm-script.mjs';
import { explain, say } from './say.mjs';
import { countPlaywright, countVitest } from './test/counts.mjs';
import { runE2e } from './test/e2e.mjs';
import { testStep } from './test/test-step.mjs';

/**
 * Everything that must hold before work is shared, from cheap to dear; the first step that fails ends it.
 * @typedef {import('./test/test-step.mjs').Outcome} Outcome
 */

const FINE = { isFine: true, passed: 0, failed: 0, closing: [] };
const BROKEN = { isFine: false, passed: 0, failed: 1, closing: [] };

/** @type {[name: string, run: () => Promise<Outcome>][]} */
const steps = [
  ...['format:check', 'lint', 'types', 'unused'].map(checkStep),
  ['unit', () => testStep('vitest', countVitest, runUnitTests)],
  ['build', () => buildIfStale().then(() => FINE)],
  ['e2e', () => testStep('playwright', countPlaywright, runE2eTests)],
];

/**
 * @param {string} name
 * @returns {[name: string, run: () => Promise<Outcome>]}
 */
function checkStep(name) {
  return [name, async () => ((await runNpmScript(name)) === 0 ? FINE : BROKEN)];
}

const env = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};

/** @type {import('./test/test-step.mjs').TestRun} */
function runUnitTests(report, onOutput) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return runNpmScript('unit', [...reporters, '--allowOnly=false'], { onOutput, env });
}

/** @type {import('./test/test-step.mjs').TestRun} */
function runE2eTests(report, onOutput) {
  const reporters = ['--reporter=list,json', '--forbid-only'];
  return runE2e(reporters, { onOutput, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
}

/**
 * @param {string} name
 * @param {() => Promise<Outcome>} step
 * @returns {Promise<Outcome>}
 */
async function runStep(name, step) {
  say(`test: ${name}`);
  try {
    return await step();
  } catch (error) {
    say(explain(error));
    return BROKEN;
  }
}

/** Failure is the rule here, and success has to be reached: whatever ends this program early ends it as a failure. */
process.exitCode = 1;

/** @type {Outcome[]} */
const outcomes = [];
for (const [name, step] of steps) {
  const outcome = await runStep(name, step);
  outcomes.push(outcome);
  if (!outcome.isFine) {
    say(`test: stopped, as this step failed: ${name}`);
    break;
  }
}

const sum = { passed: 0, failed: 0 };
for (const { passed, failed } of outcomes) {
  sum.passed += passed;
  sum.failed += failed;
}
const closing = outcomes.flatMap((outcome) => outcome.closing);
process.stdout.write(`\n${[...closing, `${sum.passed} passed, ${sum.failed} failed`].join('\n')}\n`);
if (outcomes.length === steps.length && sum.failed === 0 && sum.passed > 0) process.exitCode = 0;
