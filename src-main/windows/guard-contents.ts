import { type App, type WebContents, app } from 'electron';

function deny(event: { preventDefault: () => void }): void {
  event.preventDefault();
}

function guard(contents: WebContents, homeUrl: string): void {
  const denyElsewhere = (event: Electron.Event<{ url: string }>): void => {
    // Reloading our own page is the one navigation there is.
    if (event.url !== homeUrl) event.preventDefault();
  };
  contents.on('will-navigate', denyElsewhere);
  contents.on('will-frame-navigate', denyElsewhere);
  contents.on('will-redirect', deny);
  contents.on('will-attach-webview', deny);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Holds for every page that is ever made: it stays where it is and opens nothing. */
export function guardAllContents(homeUrl: string, application: App = app): void {
  application.on('web-contents-created', (_event, contents) => guard(contents, homeUrl));
}
