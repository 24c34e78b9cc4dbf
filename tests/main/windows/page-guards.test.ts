import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '#main/windows/content-security-policy.ts';
import { fileOfAddress } from '#main/windows/file-of-address.ts';
import { isOwnRequest } from '#main/windows/is-own-request.ts';
import { isReachable } from '#main/windows/is-reachable.ts';

const folder = resolve('/app/out/renderer');

test('serves files of the page', () => {
  expect(fileOfAddress(folder, 'app://postil/index.html?x#y')).toBe(join(folder, 'index.html'));
  expect(fileOfAddress(folder, 'app://postil/assets/a%20b.js')).toBe(join(folder, 'assets', 'a b.js'));
});

test.each([
  'app://postil/..%2f..%2fpackage.json',
  'app://postil/%2e%2e%2f%2e%2e%2fpackage.json',
  'app://postil/a/..%2f..%2f..%2fetc/passwd',
  'app://postil/..%5c..%5cpackage.json',
  'app://postil/..%2frenderer-2/a.js',
  'app://postil/a%00.js',
  'app://postil/%',
  'app://elsewhere/index.html',
])('serves nothing outside the folder: %s', (address) => {
  expect(fileOfAddress(folder, address)).toBeNull();
});

test.each([
  ['app://postil/index.html', true],
  ['data:image/png;base64,AA', true],
  ['blob:app://postil/1', true],
  ['app://postil.example/', false],
  ['https://example.com/', false],
  ['http://localhost:5173/', false],
  ['ws://localhost:5173/', false],
  ['file:///etc/passwd', false],
  ['devtools://devtools/', false],
])('a built app loads only its own: %s', (url, isOwn) => {
  expect(isOwnRequest(url, null, false)).toBe(isOwn);
});

test('in development the server and the tools may be reached, and no other', () => {
  const loads = (url: string): boolean => isOwnRequest(url, 'http://localhost:5173', true);
  expect(['http://localhost:5173/a.ts', 'ws://localhost:5173/', 'devtools://devtools/x'].map(loads)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['http://localhost:51730/', 'https://localhost:5173/', 'http://localhost:5173.example/'].map(loads)).toEqual([
    false,
    false,
    false,
  ]);
});

test('the policy allows nothing unsafe', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:/);
});

test('a window is put back only where a screen still shows it', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  const window = { x: 100, y: 100, width: 1440, height: 900 };
  const places = [
    window,
    { ...window, x: 1800 },
    { ...window, x: 1900 },
    { ...window, x: -3000 },
    { ...window, y: 1050 },
  ];
  expect(places.map((place) => isReachable(place, screens))).toEqual([true, true, false, false, false]);
});
