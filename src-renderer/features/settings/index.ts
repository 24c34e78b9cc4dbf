export { SettingsDialog } from './LazySettingsDialog.tsx';
export { coderNameOf, loadDefaultSettings, loadSettings, type LoadedSettings } from './load-settings.ts';
export { SettingsProvider, useSettings } from './settings-context.tsx';
