// The floor: what Electron itself costs. One window of the size of ours, one paragraph, nothing else.
import { BrowserWindow, app } from 'electron';

const dataFolder = process.argv[process.argv.indexOf('--data-dir') + 1] ?? '';
app.setPath('userData', dataFolder);
app.setPath('sessionData', dataFolder);

app
  .whenReady()
  .then(() => new BrowserWindow({ width: 1440, height: 900 }).loadFile(`${import.meta.dirname}/index.html`))
  .catch(() => app.exit(2));
