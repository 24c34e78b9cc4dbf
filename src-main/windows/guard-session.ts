import type { Session } from 'electron';
import { APP_ORIGIN } from './app-address.ts';

/** What a page may load: our own files, what it carries in itself and, in development, the tools. */
export function isOwnRequest(url: string, developmentUrl: string | null, hasDevTools: boolean): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`) || url.startsWith(`blob:${APP_ORIGIN}/`) || url.startsWith('data:')) return true;
  if (hasDevTools && url.startsWith('devtools://')) return true;
  if (developmentUrl === null) return false;
  const { host } = new URL(developmentUrl);
  return ['http:', 'ws:'].some((scheme) => url.startsWith(`${scheme}//${host}/`) || url === `${scheme}//${host}`);
}

/** The only permission there is: that Chromium never clears the projects away to make room (`navigator.storage.persist`). */
function isAllowed(permission: string): boolean {
  return permission === 'persistent-storage';
}

/** Nothing leaves the machine through a session, and it grants nothing. */
export function guardSession(session: Session, developmentUrl: string | null, hasDevTools: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url, developmentUrl, hasDevTools) });
  });
}
