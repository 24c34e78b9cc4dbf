import type { CutText, Loss } from '#domain/interchange/codebook-files/codebook-losses.ts';
import { formatList, t } from '#i18n/index.ts';

/** So many texts that are cut are named one by one. */
const NAMED = 5;

/** "Not in this file: 3 keys and 2 sets of codes.", or that nothing is missing. */
export function lossesText(losses: readonly Loss[]): string {
  if (losses.length === 0) return t('exports:allHeld');
  const parts = losses.map(({ kind, count, places = [] }) =>
    kind === 'cut' ? cutTexts(places) : t(`exports:loss_${kind}`, { count }),
  );
  return t('exports:notHeld', { parts: formatList(parts) });
}

function cutTexts(places: readonly CutText[]): string {
  const named = places.slice(0, NAMED).map(cutOne);
  const more = places.length - named.length;
  return formatList(more > 0 ? [...named, t('exports:cutMore', { count: more })] : named);
}

function cutOne({ name, field }: CutText): string {
  if (field === 'introduction') return t('exports:cutIntroduction');
  if (field === 'all' || field === 'set') return t(field === 'all' ? 'exports:cutAll' : 'exports:cutSet', { name });
  return t('exports:cutField', { name, field: t(`codebookVersions:fieldsInside.${field}`) });
}
