import type { Session } from 'electron';
import { isOwnRequest } from './is-own-request.ts';

/** The only permission there is: that Chromium never clears the projects away to make room (`navigator.storage.persist`). */
function isAllowed(permission: string): boolean {
  return permission === 'persistent-storage';
}

/** Nothing leaves the machine through a session, and it grants nothing. */
export function guardSession(session: Session, developmentUrl: string | null, hasDevTools: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
  // Without a language there is no dictionary that Chromium would fetch; switching it off alone comes too late.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url, developmentUrl, hasDevTools) });
  });
}
