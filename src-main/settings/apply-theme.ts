import { nativeTheme } from 'electron';
import type { Settings } from '#contract/settings.ts';
import { colorWindow } from '#main/windows/title-bar.ts';
import type { OurPage } from '#main/windows/our-page.ts';

export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}

/** Whenever the theme turns, by our setting or the system's, the frame follows and the page is told. */
export function followTheme(page: OurPage): void {
  const follow = (): void => {
    const isDark = nativeTheme.shouldUseDarkColors;
    if (!page.window.isDestroyed()) colorWindow(page.window, isDark);
    void page.announce('application', 'themeChanged', { isDark });
  };
  nativeTheme.on('updated', follow);
  page.window.once('closed', () => nativeTheme.off('updated', follow));
}
