import { APP_ORIGIN } from '#main/windows/app-address.ts';

/** What is known of a frame that asks something of the machine. */
export interface Sender {
  /** Null once the frame is gone. */
  readonly frameUrl: string | null;
  readonly isMainFrame: boolean;
  readonly isOurWindow: boolean;
}

/**
 * Only the top frame of our own window, showing our own page, may ask. `developmentUrl` is the page of the development
 * server, null in a built app.
 */
export function isOwnSender(sender: Sender, developmentUrl: string | null): boolean {
  if (!sender.isOurWindow || !sender.isMainFrame || sender.frameUrl === null) return false;
  if (!URL.canParse(sender.frameUrl)) return false;
  const address = new URL(sender.frameUrl);
  // `URL.origin` is the string "null" for a scheme that Node does not know, so the parts are compared.
  if (`${address.protocol}//${address.host}` === APP_ORIGIN) return true;
  return developmentUrl !== null && address.origin === new URL(developmentUrl).origin;
}
