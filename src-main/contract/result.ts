import * as v from 'valibot';

/**
 * What went wrong, as a code and its parameters; the words are made by i18n (`problems.<code>`) where they are shown.
 * Never carries a stack or a foreign error message: those are not the user's words.
 */
export const problemSchema = v.object({
  code: v.string(),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type Problem = v.InferOutput<typeof problemSchema>;

/** Errors do not cross process borders well, so every answer is a value. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export function problem(code: string, params: Problem['params'] = {}): Problem {
  return { code, params };
}

/** Thrown inside main when a request cannot be done; `ipc` turns it into a failed Result. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(code: string, params: Problem['params'] = {}) {
    super(code);
    this.name = 'ProblemError';
    this.problem = problem(code, params);
  }
}
