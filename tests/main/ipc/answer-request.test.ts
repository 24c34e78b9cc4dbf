import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '#contract/result.ts';
import { answerRequest } from '#main/ipc/answer-request.ts';
import { isOwnSender } from '#main/ipc/is-own-sender.ts';

const area = { requests: { double: { input: v.number(), output: v.number() } }, events: {} };

function ask(handler: (input: number) => number | Promise<number>, input: unknown) {
  return answerRequest({ area, handlers: { double: handler }, name: 'double', input, isDevelopment: false });
}

test('answers with the value', async () => {
  expect(await ask(async (input) => input * 2, 4)).toEqual({ ok: true, value: 8 });
});

test('does not let in what is not of the contract', async () => {
  const problem = { code: 'badRequest', params: { request: 'double' } };
  expect(await ask((input) => input, { valueOf: 4 })).toEqual({ ok: false, problem });
});

test('turns every throw into a problem without words of its own', async () => {
  const missing = Object.assign(new Error('ENOENT: /secret/a.txt'), { code: 'ENOENT', path: '/secret/a.txt' });
  const thrown = [new ProblemError('tooLarge', { size: 2 }), missing, new TypeError('x is not a function')];
  const throwing = (error: Error) => (): number => {
    throw error;
  };
  const answers = await Promise.all(thrown.map((error) => ask(throwing(error), 1)));
  expect(answers).toEqual([
    { ok: false, problem: { code: 'tooLarge', params: { size: 2 } } },
    { ok: false, problem: { code: 'notFound', params: { name: 'a.txt' } } },
    { ok: false, problem: { code: 'unexpected', params: { id: expect.stringMatching(/^[0-9a-f]{6}$/) } } },
  ]);
});

describe('hears only our own page', () => {
  const ours = { frameUrl: 'app://postil/index.html', isMainFrame: true, isOurWindow: true };
  test.each([
    [true, ours, null],
    [true, { ...ours, frameUrl: 'http://localhost:5173/index.html' }, 'http://localhost:5173'],
    [false, { ...ours, frameUrl: 'http://localhost:5173/index.html' }, null],
    [false, { ...ours, frameUrl: 'http://localhost:5174/' }, 'http://localhost:5173'],
    [false, { ...ours, frameUrl: 'app://postil.example/index.html' }, null],
    [false, { ...ours, frameUrl: 'https://example.com/app://postil/' }, null],
    [false, { ...ours, frameUrl: 'file:///app/postil' }, null],
    [false, { ...ours, frameUrl: 'about:blank' }, null],
    [false, { ...ours, frameUrl: '' }, null],
    [false, { ...ours, frameUrl: null }, null],
    [false, { ...ours, isMainFrame: false }, null],
    [false, { ...ours, isOurWindow: false }, null],
  ])('%s: %o', (isOwn, sender, developmentUrl) => {
    expect(isOwnSender(sender, developmentUrl)).toBe(isOwn);
  });
});
