/**
 * What a test runner's own JSON report says, as numbers that can be added up.
 * @typedef {{passed: number, failed: number}} Counts
 */

/**
 * A file that could not even be loaded has no failed test in it, yet it is a failure.
 * @param {{numPassedTests: number, numFailedTests: number, testResults: {status: string, assertionResults: {status: string}[]}[]}} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}

/**
 * A test that passed on its second try counts as passed, as Playwright has it; errors outside of tests count as failures.
 * @param {{stats: {expected: number, unexpected: number, flaky: number}, errors: unknown[]}} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/**
 * A step has done its duty only when its program says so and its report agrees: tests ran, and none failed. When it has
 * not, it counts as a failure even if no test is to blame.
 * @param {number} exitCode
 * @param {Counts | undefined} counts
 * @returns {Counts & {isFine: boolean}}
 */
export function judge(exitCode, counts) {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 };
  const isFine = exitCode === 0 && failed === 0 && passed > 0;
  return { passed, failed: isFine ? 0 : Math.max(1, failed), isFine };
}

// oxlint-disable-next-line no-control-regex -- the escape character is what colours begin with
const COLOURS = /\u001B\[[\d;]*m/gu;
const CLOSING_LINE =
  /^\s*(?:(?:Test Files|Tests|Errors)\s+\S.*\b(?:passed|failed|skipped|errors?)\b.*|\d+ (?:passed|failed|flaky|skipped|interrupted|did not run)\b.*)$/u;

/**
 * The lines in which vitest and Playwright sum up, as they print them.
 * @param {string} output
 * @returns {string[]}
 */
export function closingLines(output) {
  return output
    .replaceAll(COLOURS, '')
    .split('\n')
    .filter((line) => CLOSING_LINE.test(line));
}
