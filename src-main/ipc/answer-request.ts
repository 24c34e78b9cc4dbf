import * as v from 'valibot';
import type { Area, Handlers } from '#contract/area.ts';
import { ProblemError, type Result } from '#contract/result.ts';
import { problemOfError } from './problem-of-error.ts';

interface Request<A extends Area> {
  readonly area: A;
  readonly handlers: Handlers<A>;
  readonly name: keyof A['requests'] & string;
  readonly input: unknown;
  /** In development the answers are held to the contract too. */
  readonly isDevelopment: boolean;
}

/** Answers one request: input checked, every throw turned into a failed Result. Never rejects. */
export async function answerRequest<A extends Area>(request: Request<A>): Promise<Result<unknown>> {
  const { area, handlers, name, isDevelopment } = request;
  const shape = area.requests[name];
  if (shape === undefined) return { ok: false, problem: { code: 'badRequest', params: { request: name } } };
  try {
    const input = v.safeParse(shape.input, request.input);
    if (!input.success) throw new ProblemError('badRequest', { request: name });
    const value: unknown = await handlers[name](input.output);
    return { ok: true, value: isDevelopment ? v.parse(shape.output, value) : value };
  } catch (error) {
    const problem = problemOfError(error);
    if (problem.code === 'unexpected' && isDevelopment) {
      process.stderr.write(
        `${name} (${problem.params['id']}): ${error instanceof Error ? error.stack : String(error)}\n`,
      );
    }
    return { ok: false, problem };
  }
}
