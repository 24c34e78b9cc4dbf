import { createRoot } from 'react-dom/client';
import { ask, bridge } from '#bridge/bridge.ts';
import { loadSettings, SettingsProvider } from '#features/settings/index.ts';
import '#ui/base.css';
import { App } from './App.tsx';
import { ErrorScreen } from './ErrorScreen.tsx';

/** Settings first (a message or two, a few milliseconds), so that nothing flashes in another theme. */
async function start(): Promise<void> {
  const loaded = await loadSettings();
  const element = document.getElementById('root');
  if (!element) return;
  createRoot(element).render(
    <ErrorScreen>
      <SettingsProvider loaded={loaded}>
        <App />
      </SettingsProvider>
    </ErrorScreen>,
  );
  // Asks that the browser part never evicts the data to make room.
  await navigator.storage.persist();
}

start().catch((error: unknown) => {
  // Nothing can be shown yet: the machine's side must know, and says it where it can.
  void ask(bridge().application.ready());
  throw error;
});
