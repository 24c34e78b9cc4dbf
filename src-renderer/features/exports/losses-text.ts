import type { Loss } from '#domain/interchange/codebook-files/codebook-losses.ts';
import { formatList, t } from '#i18n/index.ts';

/** "Not in this file: 3 keys and 2 sets of codes.", or that nothing is missing. */
export function lossesText(losses: readonly Loss[]): string {
  if (losses.length === 0) return t('exports:allHeld');
  return t('exports:notHeld', {
    parts: formatList(losses.map(({ kind, count }) => t(`exports:loss_${kind}`, { count }))),
  });
}
