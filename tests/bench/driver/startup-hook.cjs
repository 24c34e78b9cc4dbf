// Loaded into the app and into the empty one alike by Electron's `-r`: says when the first window was first painted, and
// ends the process. What it asks the page for are times the page has kept, so asking late changes nothing.
const { app } = require('electron');

app.once('browser-window-created', (_event, window) => {
  let shownAt = 0;
  window.once('show', () => (shownAt = Date.now()));
  window.webContents.once('did-finish-load', () => {
    tell(window, () => shownAt).catch(() => app.exit(3));
  });
});

/**
 * @param {import('electron').BrowserWindow} window
 * @param {() => number} shownAt
 */
async function tell(window, shownAt) {
  const page = await window.webContents.executeJavaScript(`(${paintedPage.toString()})()`);
  const renderer = app.getAppMetrics().find(({ pid }) => pid === window.webContents.getOSProcessId());
  const workingSetKB = renderer?.memory.workingSetSize ?? 0;
  process.stdout.write(`\nstartup ${JSON.stringify({ shownAt: shownAt(), workingSetKB, ...page })}\n`);
  app.exit(0);
}

/** Runs in the page. An app's own page says by a mark from when on it can be used; an empty one is usable when painted. */
function paintedPage() {
  return new Promise((resolve) => {
    const look = () => {
      const [painted] = performance.getEntriesByName('first-contentful-paint');
      const [usable] = performance.getEntriesByName('usable');
      if (!painted || (!usable && location.protocol === 'app:')) return setTimeout(look, 20);
      const at = (/** @type {PerformanceEntry} */ entry) => performance.timeOrigin + entry.startTime;
      return resolve({
        navigatedAt: performance.timeOrigin,
        paintedAt: at(painted),
        usableAt: usable ? at(usable) : at(painted),
      });
    };
    look();
  });
}
