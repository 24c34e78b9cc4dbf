import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultSettings } from '#contract/settings.ts';
import { createSettingsFile } from '#main/settings/settings-file.ts';
import { temporaryFolder } from '#tests/main/temporary-folder.ts';

test('begins with the defaults and keeps what is changed', async () => {
  const folder = temporaryFolder();
  const changed = { ...defaultSettings, theme: 'dark', coderName: 'Ada' };
  const settings = createSettingsFile(folder);
  expect(await settings.load()).toEqual(defaultSettings);
  await Promise.all([settings.save({ theme: 'dark' }), settings.save({ coderName: 'Ada', language: undefined })]);
  expect(await settings.load()).toEqual(changed);
  expect(await createSettingsFile(folder).load()).toEqual(changed);
});

test('puts a file that is no JSON aside and begins anew', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'settings.json'), '{"theme":');
  expect(await createSettingsFile(folder).load()).toEqual(defaultSettings);
  expect(readdirSync(folder)).toEqual(['settings.corrupt.json']);
  expect(readFileSync(join(folder, 'settings.corrupt.json'), 'utf8')).toBe('{"theme":');
});

test('keeps the settings it understands when one is no longer understood', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'settings.json'), '{"theme":"sepia","coderName":"Ada","readerTextSize":9000,"later":1}');
  expect(await createSettingsFile(folder).load()).toEqual({ ...defaultSettings, coderName: 'Ada' });
});
