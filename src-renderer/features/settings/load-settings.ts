import { ask, bridge } from '#bridge/bridge.ts';
import type { Contract } from '#contract/index.ts';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import { chooseLanguage } from '#i18n/index.ts';
import type * as v from 'valibot';

export type Description = v.InferOutput<Contract['application']['requests']['describe']['output']>;

/** What must be known before the first picture is drawn, so that nothing flashes in another theme or language. */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly description: Description;
}

export function loadSettings(): Promise<LoadedSettings> {
  return load(ask(bridge().settings.load()));
}

/** As if there were no settings yet; for a start after they could not be read. */
export function loadDefaultSettings(): Promise<LoadedSettings> {
  return load(Promise.resolve(defaultSettings));
}

async function load(stored: Promise<Settings>): Promise<LoadedSettings> {
  const [settings, description] = await Promise.all([stored, ask(bridge().application.describe())]);
  applySettings(settings, description);
  return { settings, description };
}

/** Makes the page look as the settings say. */
export function applySettings(settings: Settings, description: Description): void {
  const root = document.documentElement;
  if (settings.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = settings.theme;
  root.style.setProperty('--read-size', `${settings.readerTextSize}px`);
  root.style.setProperty('--read-line', `${Math.round(settings.readerTextSize * LINE_HEIGHT)}px`);
  chooseLanguage(settings.language || description.systemLanguage);
}

const LINE_HEIGHT = 1.72;

/** Who codes here: as set, else by the name the computer knows. */
export function coderNameOf({ settings, description }: LoadedSettings): string {
  return settings.coderName || description.userName;
}
