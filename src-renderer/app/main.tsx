import { createRoot, type Root } from 'react-dom/client';
import { bridge, problemOf } from '#bridge/bridge.ts';
import { loadDefaultSettings, loadSettings, SettingsProvider, type LoadedSettings } from '#features/settings/index.ts';
import '#ui/base.css';
import { App } from './App.tsx';
import { ErrorScreen } from './ErrorScreen.tsx';
import { StartFailure } from './StartFailure.tsx';

/**
 * Settings first (a message or two, a few milliseconds), so that nothing flashes in another theme. Without them nothing is
 * begun, but the window says so and what can be done.
 */
async function start(root: Root, load: () => Promise<LoadedSettings>): Promise<void> {
  try {
    const loaded = await load();
    root.render(
      <ErrorScreen>
        <SettingsProvider loaded={loaded}>
          <App />
        </SettingsProvider>
      </ErrorScreen>,
    );
  } catch (error) {
    root.render(
      <StartFailure
        problem={problemOf(error)}
        onTryAgain={() => void start(root, loadSettings)}
        onDefaults={() => void start(root, loadDefaultSettings)}
      />,
    );
    // Whoever waits for the window, a command or a picture, is not to wait for ever.
    await bridge().application.ready();
  }
}

const element = document.getElementById('root');
if (element) void start(createRoot(element), loadSettings);
// Asks that the browser part never evicts the data to make room.
void navigator.storage.persist();
