/** The page is served from a scheme of our own, never `file://`, so that IndexedDB keeps one stable origin. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'postil';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** The page that people see, and the one that carries out commands without being seen. */
export type PageName = 'index' | 'headless';

export function addressOf(page: PageName, developmentUrl: string | null): string {
  return developmentUrl === null ? `${APP_ORIGIN}/${page}.html` : new URL(`${page}.html`, developmentUrl).href;
}
