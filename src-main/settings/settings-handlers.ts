import type { Handlers } from '#contract/area.ts';
import type { settings } from '#contract/settings.ts';
import { applyTheme } from './apply-theme.ts';
import type { SettingsFile } from './settings-file.ts';

export function settingsHandlers(file: SettingsFile): Handlers<typeof settings> {
  return {
    load: () => file.load(),
    save: async (changes) => {
      const saved = await file.save(changes);
      applyTheme(saved.theme);
      return saved;
    },
  };
}
