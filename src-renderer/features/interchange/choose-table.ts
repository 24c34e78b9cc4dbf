import { ask, bridge } from '#bridge/bridge.ts';
import type { Grant } from '#contract/files.ts';
import { t } from '#i18n/index.ts';

/** Asks for a codebook or codings table; null when none was chosen. */
export async function chooseTable(): Promise<Grant | null> {
  const filters = [
    { name: t('interchange:tables'), extensions: ['csv', 'tsv', 'xlsx', 'qdc', 'qde', 'qdpx', 'txt', 'md'] },
  ];
  const title = t('interchange:chooseTable');
  const [grant] = await ask(bridge().files.chooseFiles({ title, filters, isMultiple: false }));
  return grant ?? null;
}
