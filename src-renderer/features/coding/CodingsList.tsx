import { ArrowDownUp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MadeWhen } from '#domain/codebook/codings-under-version.ts';
import { codingOrders } from '#domain/coding/coding-list.ts';
import type { CodeId } from '#domain/project/records.ts';
import { CodeChooser } from '#features/codebook/index.ts';
import { MadeMenu, MadeText } from '#features/codebook-versions/index.ts';
import { useProject } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuButton, MenuItem, MenuSection } from '#ui/Menu.tsx';
import { TextField } from '#ui/TextField.tsx';
import { CodingRows, type CodingsListActions } from './CodingRows.tsx';
import { useSessionState } from './session-context.tsx';
import { useListedCodings, type CodingsAsked, type CodingsScope } from './use-listed-codings.ts';
import './codings-list.css';

export { everythingListed, type CodingsAsked } from './use-listed-codings.ts';
export type { CodingsListActions } from './CodingRows.tsx';

export interface CodingsListProps {
  readonly asked: CodingsAsked;
  readonly onAsk: (asked: CodingsAsked) => void;
  readonly actions: CodingsListActions;
}

const THIS_SOURCE = 'source';
const EVERYTHING = 'everything';

/** Codings of a text or of a code: to go to, to find again, to put in order, and to change several at once. */
export function CodingsList({ asked, onAsk, actions }: CodingsListProps): ReactNode {
  const { t } = useTranslation('coding');
  const { codings, total } = useListedCodings(asked);
  const { scope } = asked;
  return (
    <section className="panel codings-panel" aria-labelledby="codings-heading">
      <header className="panel-header">
        <h2 id="codings-heading">{t('codings')}</h2>
        <span className="count">
          {codings.length === total
            ? formatNumber(total)
            : t('someOf', { shown: formatNumber(codings.length), total: formatNumber(total) })}
        </span>
        <span className="space" />
        <MadeMenu made={asked.made} onChoose={(made) => onAsk({ ...asked, made })} />
        <OrderMenu asked={asked} onAsk={onAsk} />
      </header>
      <div className="codings-scope">
        <CodeChooser
          label={t('codingsOf')}
          isLabelHidden
          others={[
            { id: THIS_SOURCE, label: t('thisSource') },
            { id: EVERYTHING, label: t('everySource') },
          ]}
          value={scope.kind === 'code' ? scope.codeId : scope.kind}
          onChange={(id) => onAsk({ ...asked, scope: scopeOf(id) })}
        />
        <TextField
          label={t('findInCodings')}
          isLabelHidden
          placeholder={t('findInCodings')}
          value={asked.words}
          onChange={(words) => onAsk({ ...asked, words })}
        />
        {asked.made && <Made made={asked.made} onClear={() => onAsk({ ...asked, made: null })} />}
      </div>
      {codings.length === 0 ? (
        <Nothing asked={asked} hasMore={total > 0} />
      ) : (
        <CodingRows codings={codings} naming={naming[scope.kind]} actions={actions} />
      )}
    </section>
  );
}

/** What a row names: what all have in common it need not say. */
const naming = { source: 'code', code: 'source', everything: 'both' } as const;

/** What else holds of what is listed, with the way out of it. */
function Made({ made, onClear }: { made: MadeWhen; onClear: () => void }): ReactNode {
  const { t } = useTranslation('coding');
  return (
    <p className="codings-made">
      <span>
        <MadeText made={made} />
      </span>
      <IconButton icon={X} size="small" label={t('madeWhenever')} onPress={onClear} />
    </p>
  );
}

function OrderMenu({ asked, onAsk }: Pick<CodingsListProps, 'asked' | 'onAsk'>): ReactNode {
  const { t } = useTranslation('coding');
  const label = t('codingsOrder', { order: t(`orders.${asked.order}`) });
  return (
    <MenuButton
      label={t('order')}
      placement="bottom end"
      button={<IconButton icon={ArrowDownUp} size="small" label={label} isOn={asked.order !== 'place'} />}
    >
      <MenuSection
        title={t('order')}
        checked={{
          ids: [asked.order],
          isMultiple: false,
          onChange: ([chosen]) => onAsk({ ...asked, order: codingOrders.find((order) => order === chosen) ?? 'place' }),
        }}
      >
        {codingOrders.map((order) => (
          <MenuItem key={order} id={order}>
            {t(`orders.${order}`)}
          </MenuItem>
        ))}
      </MenuSection>
    </MenuButton>
  );
}

/** Why nothing is listed, and what would change that. */
function Nothing({ asked: { scope, words, made }, hasMore }: { asked: CodingsAsked; hasMore: boolean }): ReactNode {
  const { t } = useTranslation('coding');
  const { t: workbench } = useTranslation('workbench');
  const project = useProject();
  const sourceId = useSessionState((state) => state.sourceId);
  const why = (): string => {
    if (hasMore) return t('noCodingsFound', { words: words.trim() });
    if (scope.kind !== 'source' && !project.areCodingsComplete) return t('codingsComing');
    if (made) return t('noCodingsMade');
    if (scope.kind === 'code') return t('noCodingsOfCode', { name: project.codes.get(scope.codeId)?.name ?? '' });
    if (scope.kind === 'everything') return t('noCodings');
    return sourceId === null ? workbench('openSource') : t('noCodings');
  };
  return (
    <p className="inspector-nothing" role="status">
      {why()}
    </p>
  );
}

function scopeOf(id: string): CodingsScope {
  return id === THIS_SOURCE || id === EVERYTHING ? { kind: id } : { kind: 'code', codeId: id as CodeId };
}
