import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { channels } from '#contract/channels.ts';
import { contract } from '#contract/index.ts';
import { defaultSettings, settingsSchema } from '#contract/settings.ts';

test('the preload knows exactly the names that have schemas', () => {
  const names = Object.entries(contract).map(([name, { requests, events }]) => [
    name,
    { requests: Object.keys(requests), events: Object.keys(events) },
  ]);
  expect(channels).toEqual(Object.fromEntries(names));
});

describe('every request refuses hostile input', () => {
  const requests = Object.entries(contract).flatMap(([name, area]) =>
    Object.entries(area.requests).map(([request, shape]): [string, v.GenericSchema] => [
      `${name}:${request}`,
      shape.input,
    ]),
  );
  const hostile: unknown[] = [
    null,
    0,
    '../../etc/passwd',
    [],
    [null],
    { handle: ['/etc/passwd'] },
    { handles: '/etc' },
    () => 1,
  ];
  test.each(requests.filter(([name]) => name !== 'settings:save'))('%s', (_name, input) => {
    for (const each of hostile) expect(v.safeParse(input, each).success).toBe(false);
  });
});

test('settings take no value outside their range, and nothing but settings', () => {
  const { input } = contract.settings.requests.save;
  for (const each of [{ theme: 'sepia' }, { readerTextSize: 1e9 }, { coderName: 1 }, null, 'dark']) {
    expect(v.safeParse(input, each).success).toBe(false);
  }
  expect(v.parse(input, { theme: 'dark', path: '/etc' })).toEqual({ theme: 'dark' });
  expect(v.parse(settingsSchema, defaultSettings)).toEqual(defaultSettings);
});
