import { useCallback } from 'react';
import type { Code, CodeId } from '#domain/project/records.ts';
import { useTranslation } from '#i18n/index.ts';
import { useCodeTree } from './tree-of-project.ts';

/** Why codes cannot come to stand under a code: it is one of them, or stands below one. */
export function useParentRefusal(ids: readonly CodeId[]): (code: Code) => string | null {
  const tree = useCodeTree();
  const { t } = useTranslation('codebook');
  return useCallback(
    ({ id }) => {
      if (ids.includes(id)) return ids.length === 1 ? t('refuseItself') : t('refuseOneOfThem');
      const above = ids.find((moving) => tree.isInside(id, moving));
      return above === undefined ? null : t('refuseBelow', { name: tree.get(above)?.name ?? '' });
    },
    [ids, tree, t],
  );
}
