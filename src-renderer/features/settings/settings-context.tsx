import { createContext, use, useCallback, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ask, bridge } from '#bridge/bridge.ts';
import type { Settings } from '#contract/settings.ts';
import { currentLocale, t } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';
import { applySettings, coderNameOf, type Description, type LoadedSettings } from './load-settings.ts';

export interface SettingsAccess {
  readonly settings: Settings;
  readonly description: Description;
  /** Never empty: as set, else the computer's name for the user. */
  readonly coderName: string;
  /** Shows the change at once and saves it. */
  readonly change: (changes: Partial<Settings>) => void;
}

const SettingsContext = createContext<SettingsAccess | null>(null);

/** @param loaded from `loadSettings`, awaited before the first render */
export function SettingsProvider({ loaded, children }: { loaded: LoadedSettings; children: ReactNode }): ReactNode {
  const { description } = loaded;
  const [settings, setSettings] = useState(loaded.settings);
  const change = useCallback((changes: Partial<Settings>) => {
    setSettings((before) => ({ ...before, ...changes }));
    ask(bridge().settings.save(changes)).catch(() => showToast({ message: t('settings:notSaved') }));
  }, []);
  useLayoutEffect(() => applySettings(settings, description), [settings, description]);
  const access = useMemo(
    () => ({ settings, description, coderName: coderNameOf({ settings, description }), change }),
    [settings, description, change],
  );
  return (
    <SettingsContext value={access}>
      <I18nProvider locale={currentLocale()}>{children}</I18nProvider>
    </SettingsContext>
  );
}

export function useSettings(): SettingsAccess {
  const access = use(SettingsContext);
  if (!access) throw new Error('useSettings needs a SettingsProvider around it');
  return access;
}
