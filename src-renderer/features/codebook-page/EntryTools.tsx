import { Ellipsis, History } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Code } from '#domain/project/records.ts';
import { editCode } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuButton, MenuItem, MenuSection, MenuSeparator } from '#ui/Menu.tsx';
import type { EntryActions } from './EntryView.tsx';
import { writtenIn, type PageField } from './page-fields.ts';

/** In the order in which a codebook is written. */
const offered = ['definition', 'include', 'exclude', 'example', 'borderline', 'memo', 'summary', 'aliases'] as const;
/** So many are offered in words, the rest in the menu. */
const IN_WORDS = 3;

export interface EntryToolsProps {
  readonly code: Code;
  readonly opened: ReadonlyMap<PageField, number | undefined>;
  readonly onOpen: (field: PageField) => void;
  readonly actions: EntryActions;
  readonly hasCodings: boolean;
}

/** What can be added to the code at hand. It stands in the room between two codes, so that nothing moves when it comes. */
export function EntryTools({ code, opened, onOpen, actions, hasCodings }: EntryToolsProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebookPage');
  const missing = offered.filter((field) => !opened.has(field) && writtenIn(code, field) === '');
  const history = (
    <IconButton
      icon={History}
      size="small"
      label={t('historyOf', { name: code.name })}
      onPress={() => actions.onHistory(code)}
    />
  );
  if (project.isReadOnly) return <div className="codebook-tools">{history}</div>;
  return (
    <div className="codebook-tools">
      {missing.slice(0, IN_WORDS).map((field) => (
        <button key={field} type="button" className="codebook-offer" onClick={() => onOpen(field)}>
          {t(`add.${field}`)}
        </button>
      ))}
      <MenuButton
        label={t('moreOf', { name: code.name })}
        button={<IconButton icon={Ellipsis} size="small" label={t('moreOf', { name: code.name })} />}
      >
        {missing.slice(IN_WORDS).map((field) => (
          <MenuItem key={field} onAction={() => onOpen(field)}>
            {t(`add.${field}`)}
          </MenuItem>
        ))}
        <MenuItem isDisabled={!hasCodings} onAction={() => actions.onChooseExample(code)}>
          {t('chooseExample')}
        </MenuItem>
        <MenuItem onAction={() => onOpen('shortcut')}>{code.shortcut === '' ? t('addKey') : t('changeKey')}</MenuItem>
        <MenuSeparator />
        <MenuSection
          checked={{
            ids: code.isCodable ? ['isCodable'] : [],
            isMultiple: true,
            onChange: (ids) => void editCode(project, code.id, { isCodable: ids.length > 0 }),
          }}
        >
          <MenuItem id="isCodable">{t('isCodable')}</MenuItem>
        </MenuSection>
      </MenuButton>
      {history}
    </div>
  );
}
