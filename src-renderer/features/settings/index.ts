export { SettingsDialog } from './LazySettingsDialog.tsx';
export { coderNameOf, loadSettings, type LoadedSettings } from './load-settings.ts';
export { SettingsProvider, useSettings } from './settings-context.tsx';
