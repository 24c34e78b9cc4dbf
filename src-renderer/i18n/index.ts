import type { TFunction } from 'i18next';
import type { english } from './english/index.ts';
import { i18n } from './instance.ts';

export { Trans, useTranslation } from 'react-i18next';
export {
  formatDate,
  formatDay,
  formatFileSize,
  formatGoing,
  formatList,
  formatMoment,
  formatNumber,
  formatShare,
  formatTime,
  formatTimeLeft,
} from './formatters.ts';

export type Namespace = keyof typeof english;

/** A sentence by `namespace:key`, outside components; inside them `useTranslation(namespace)`. */
export const t = i18n.t as TFunction<[Namespace, ...Namespace[]]>;

/** A sentence for a key made at run time (a stored label, a problem's code), null where there is none. */
export function findSentence(key: string, params: Readonly<Record<string, string | number>>): string | null {
  return i18n.exists(key, { ...params }) ? (i18n.t as (key: string, params: object) => string)(key, params) : null;
}

/**
 * Chooses language and formats. English is all there is so far, so another wish shows English words; its numbers and
 * dates then are English too, since "Today" and "2. November" do not go together.
 * @param wanted BCP 47
 */
export function chooseLanguage(wanted: string): void {
  const locale = /^en\b/i.test(wanted) ? wanted : 'en';
  void i18n.changeLanguage(locale);
  document.documentElement.lang = locale;
}

/** BCP 47: for react-aria's I18nProvider, and for what Intl can do beyond `formatters.ts`. */
export function currentLocale(): string {
  return i18n.language;
}
