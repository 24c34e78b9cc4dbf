import type { ReactNode } from 'react';
import type { CodeOrder } from '#domain/codebook/code-lines.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeId, CodeSetId } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { MenuItem, MenuSection, MenuSeparator } from '#ui/Menu.tsx';
import { panelOf, usePanelView } from './panel-state.ts';
import { askAboutCodes } from './questions.ts';
import { setsInOrder } from './sets-in-order.ts';

export interface PanelMenuProps {
  readonly tree: CodeTree;
  readonly onShowOnly: (ids: readonly CodeId[]) => void;
}

const ALL = 'all';
const orders = ['codebook', 'name', 'codings'] as const satisfies readonly CodeOrder[];

/** How the codes are looked at: order, counts, what is open, which set. */
export function PanelMenu({ tree, onShowOnly }: PanelMenuProps): ReactNode {
  const project = useProject();
  const panel = panelOf(project);
  const view = usePanelView();
  const { t } = useTranslation('codebook');
  const sets = setsInOrder(project);
  const set = sets.find(({ id }) => id === view.setId);
  return (
    <>
      <MenuSection
        title={t('order')}
        checked={{
          ids: [view.order],
          isMultiple: false,
          onChange: ([order]) => order && panel.change({ order: order as CodeOrder }),
        }}
      >
        {orders.map((order) => (
          <MenuItem key={order} id={order}>
            {t(`orders.${order}`)}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSeparator />
      <MenuSection
        title={t('counts')}
        checked={{
          ids: [view.isCountingBelow ? 'below' : 'own'],
          isMultiple: false,
          onChange: ([counted]) => counted && panel.change({ isCountingBelow: counted === 'below' }),
        }}
      >
        <MenuItem id="below">{t('withSubcodes')}</MenuItem>
        <MenuItem id="own">{t('ownOnly')}</MenuItem>
      </MenuSection>
      <MenuSeparator />
      <MenuItem onAction={() => panel.change({ collapsed: new Set() })}>{t('expandAll')}</MenuItem>
      <MenuItem
        onAction={() => {
          const parents = tree.codes().filter(({ id }) => tree.childrenOf(id).length > 0);
          panel.change({ collapsed: new Set(parents.map(({ id }) => id)) });
        }}
      >
        {t('collapseAll')}
      </MenuItem>
      <MenuSeparator />
      {sets.length > 0 && (
        <MenuSection
          title={t('showSet')}
          checked={{
            ids: [view.setId ?? ALL],
            isMultiple: false,
            onChange: ([id]) => id && panel.change({ setId: id === ALL ? null : (id as CodeSetId) }),
          }}
        >
          <MenuItem id={ALL}>{t('allCodes')}</MenuItem>
          {sets.map(({ id, name }) => (
            <MenuItem key={id} id={id}>
              {name}
            </MenuItem>
          ))}
        </MenuSection>
      )}
      {set && <MenuItem onAction={() => onShowOnly(set.codeIds)}>{t('onlySetInText', { name: set.name })}</MenuItem>}
      <MenuItem
        isDisabled={project.isReadOnly}
        onAction={() => askAboutCodes({ kind: 'sets', setId: view.setId, codeIds: [] })}
      >
        {t('editSets')}
      </MenuItem>
    </>
  );
}
