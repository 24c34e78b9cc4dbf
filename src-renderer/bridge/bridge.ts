import type { Bridge } from '#contract/index.ts';
import { ProblemError, type Problem, type Result } from '#contract/result.ts';

export { ProblemError };
export type { Problem };

declare global {
  // eslint-disable-next-line vars-on-top -- the preload puts it there
  var bridge: Bridge;
}

/** The machine's side, as the preload exposes it. A getter, so that tests can put another in its place. */
export function bridge(): Bridge {
  return globalThis.bridge;
}

/**
 * The value of an answer from the machine.
 * @throws ProblemError with what went wrong there
 */
export async function ask<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (result.ok) return result.value;
  throw new ProblemError(result.problem.code, result.problem.params);
}

/** What went wrong, whoever threw it: never a foreign message, which would not be the user's words. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof Error) {
    if (/Quota/.test(`${error.name} ${error.message}`)) return { code: 'diskFull', params: {} };
    if (error.name === 'ReadOnlyProjectError') return { code: 'projectReadOnly', params: { name: '' } };
    return { code: 'unexpected', params: { id: error.name } };
  }
  return { code: 'unexpected', params: { id: typeof error } };
}
