import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Settings, defaultSettings, settingsSchema } from '#contract/settings.ts';
import { writeAtomically } from '#main/files/atomic-file.ts';

/** A setting that is undefined is not changed. */
type SettingsChanges = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

export interface SettingsFile {
  readonly load: () => Promise<Settings>;
  readonly save: (changes: SettingsChanges) => Promise<Settings>;
}

/** What can be used of `found`; a setting that is missing or no longer understood takes its default, the others stand. */
function repair(found: object): Settings {
  const kept = Object.entries(found).filter(
    ([name, value]) => v.safeParse(v.partial(settingsSchema), { [name]: value }).success,
  );
  return v.parse(settingsSchema, { ...defaultSettings, ...Object.fromEntries(kept) });
}

/** `settings.json` in the data folder. One that is not JSON is put aside as `settings.corrupt.json`, never overwritten. */
export function createSettingsFile(folder: string): SettingsFile {
  const path = join(folder, 'settings.json');

  async function read(): Promise<Settings> {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) return defaultSettings;
    try {
      return repair(v.parse(v.looseObject({}), JSON.parse(text)));
    } catch {
      await rename(path, join(folder, 'settings.corrupt.json')).catch(() => undefined);
      return defaultSettings;
    }
  }

  let current: Promise<Settings> | null = null;
  const load = (): Promise<Settings> => (current ??= read());

  async function write(before: Promise<Settings>, changes: SettingsChanges): Promise<Settings> {
    const changed = Object.entries(changes).filter(([, value]) => value !== undefined);
    const next: Settings = { ...(await before), ...Object.fromEntries(changed) };
    await writeAtomically(path, Buffer.from(`${JSON.stringify(next, null, 2)}\n`));
    return next;
  }

  return {
    load,
    save: async (changes) => {
      const before = load();
      // Chained, so that two saves at once do not lose one another's change; a failed one leaves what was.
      const next = write(before, changes);
      current = next.catch(() => before);
      return next;
    },
  };
}
