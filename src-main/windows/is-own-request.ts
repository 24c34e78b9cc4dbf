import { APP_ORIGIN } from './app-address.ts';

/** What a page may load: our own files, what it carries in itself and, in development, the tools. */
export function isOwnRequest(url: string, developmentUrl: string | null, hasDevTools: boolean): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`) || url.startsWith(`blob:${APP_ORIGIN}/`) || url.startsWith('data:')) return true;
  if (hasDevTools && url.startsWith('devtools://')) return true;
  if (developmentUrl === null) return false;
  const { host } = new URL(developmentUrl);
  return ['http:', 'ws:'].some((scheme) => url.startsWith(`${scheme}//${host}/`) || url === `${scheme}//${host}`);
}
