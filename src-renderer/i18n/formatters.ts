import { i18n } from './instance.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function language(): string {
  return i18n.resolvedLanguage === 'en' ? i18n.language : (i18n.resolvedLanguage ?? 'en');
}

/** Kept, since making one costs as much as rendering a row and every count of a list asks for it. */
let numbers = new Intl.NumberFormat('en');
let numbersIn = 'en';

export function formatNumber(value: number): string {
  const now = language();
  if (now !== numbersIn) [numbers, numbersIn] = [new Intl.NumberFormat(now), now];
  return numbers.format(value);
}

/**
 * "38 %", as the language has it: in whole percents, but never none where there is some nor all where some is missing.
 * @param share 0 to 1
 */
export function formatShare(share: number): string {
  const percent = share === 0 || share === 1 ? share * 100 : Math.max(1, Math.min(99, Math.round(share * 100)));
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(percent / 100);
}

export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(language()).format(items);
}

/** "12 codings and 2 memos": what goes, after its names, without what there is none of. */
export function formatGoing({
  names = [],
  codings,
  memos,
}: {
  names?: readonly string[];
  codings: number;
  memos: number;
}): string {
  return formatList([
    ...names.map((name) => i18n.t('common:quoted', { name })),
    ...(codings > 0 ? [i18n.t('common:codings', { count: codings })] : []),
    ...(memos > 0 ? [i18n.t('common:memos', { count: memos })] : []),
  ]);
}

/** `14:02`, or as the language has it. */
export function formatTime(iso: string): string {
  return new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(new Date(iso));
}

/** "Today, 14:02", "Yesterday, 09:10", "Thursday" within a week, "2 November", and with the year when it is another one. */
export function formatDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY_MS);
  if (days === 0) return i18n.t('common:today', { time: formatTime(iso) });
  if (days === 1) return i18n.t('common:yesterday', { time: formatTime(iso) });
  if (days > 1 && days < 7) return new Intl.DateTimeFormat(language(), { weekday: 'long' }).format(date);
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long', ...year }).format(date);
}

/** "Today", "Yesterday", "Thursday, 2 November", and with the year when it is another one. */
export function formatDate(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY_MS);
  if (days === 0) return i18n.t('common:thisDay');
  if (days === 1) return i18n.t('common:lastDay');
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  const parts = { weekday: 'long', day: 'numeric', month: 'long', ...year } as const;
  return new Intl.DateTimeFormat(language(), parts).format(date);
}

/** `14:02` for a time of today, else as `formatDay` has it. */
export function formatMoment(iso: string, now: Date = new Date()): string {
  return startOfDay(new Date(iso)) === startOfDay(now) ? formatTime(iso) : formatDay(iso, now);
}

/** "13 kB", "1.2 MB": decimal, as file managers have it. */
export function formatFileSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  const options = { style: 'unit', unit: units[unit], unitDisplay: unit === 0 ? 'long' : 'short' } as const;
  return new Intl.NumberFormat(language(), { ...options, maximumFractionDigits: size < 10 ? 1 : 0 }).format(size);
}

/** "about 20 s left". */
export function formatTimeLeft(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return i18n.t('common:secondsLeft', { count: seconds });
  return i18n.t('common:minutesLeft', { count: Math.round(seconds / 60) });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
