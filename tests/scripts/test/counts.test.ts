import { describe, expect, it } from 'vitest';
import { closingLines, countPlaywright, countVitest, judge } from '../../../scripts/test/counts.mjs';

describe('judge', () => {
  it('is satisfied only when the runner ended well, tests ran, and none failed', () => {
    expect(judge(0, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 0, isFine: true });
    expect(judge(0, { passed: 3, failed: 2 })).toEqual({ passed: 3, failed: 2, isFine: false });
    expect(judge(1, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 1, isFine: false });
    expect(judge(0, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1, isFine: false });
    expect(judge(0, undefined)).toEqual({ passed: 0, failed: 1, isFine: false });
  });
});

describe('the reports', () => {
  it('count a test file that cannot be loaded as a failure', () => {
    const testResults = [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ];
    expect(countVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({ passed: 2, failed: 2 });
  });

  it('count what went wrong outside of Playwright tests', () => {
    const stats = { expected: 4, flaky: 1, unexpected: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3 });
  });
});

describe('closingLines', () => {
  it('keeps what the runners say at the end, without colours', () => {
    const output = [
      ' \u001B[32m✓\u001B[39m tests/a.test.ts (2 tests)',
      '\u001B[2m Test Files \u001B[22m \u001B[1m\u001B[32m1 passed\u001B[39m (1)',
      '      Tests  2 passed (2)',
      '   Start at  10:00:00',
      '  1 failed',
      '  12 passed (3.4s)',
    ].join('\n');
    expect(closingLines(output)).toEqual([
      ' Test Files  1 passed (1)',
      '      Tests  2 passed (2)',
      '  1 failed',
      '  12 passed (3.4s)',
    ]);
  });
});
