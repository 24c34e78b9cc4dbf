import { ArrowDown, ArrowUp, TextSearch } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Source } from '#domain/project/records.ts';
import { FilterMenus, useSessionState } from '#features/coding/index.ts';
import { CommandButton, useCommandCenter, useKeyOf } from '#features/commands/index.ts';
import { BackAndForward, SplitButton } from '#features/desk/index.ts';
import type { ReaderView } from '#features/reader/index.ts';
import { useSearch, useSearchState } from '#features/search/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { PageSettings } from './PageSettings.tsx';

/** What stands above a text: where one is in it, and how it is shown. */
export function DocumentBar({ source, view }: { source: Source; view: ReaderView | null }): ReactNode {
  const { t } = useTranslation('workbench');
  return (
    <div className="document-bar">
      <BackAndForward />
      <span className="document-name" title={source.path}>
        {source.name}
      </span>
      {view && <ParagraphCounter view={view} />}
      <span className="space" />
      <FilterMenus />
      <CommandButton command="selectPreviousCoding" icon={ArrowUp} size="small" label={t('previousCoding')} />
      <CommandButton command="selectNextCoding" icon={ArrowDown} size="small" label={t('nextCoding')} />
      <FindButton />
      <PageSettings />
      <SplitButton />
    </div>
  );
}

function FindButton(): ReactNode {
  const { t } = useTranslation('workbench');
  const search = useSearch();
  const commands = useCommandCenter();
  const isFinding = useSearchState((state) => state.isOpen);
  return (
    <IconButton
      icon={TextSearch}
      size="small"
      label={t('find')}
      shortcut={useKeyOf('find')}
      isOn={isFinding}
      onPress={() => (isFinding ? search.close() : commands.run('find'))}
    />
  );
}

function ParagraphCounter({ view }: { view: ReaderView }): ReactNode {
  const { t } = useTranslation('workbench');
  // Of two texts the one that is not at hand keeps its place, so the session need not speak of it.
  const caret = useSessionState(() => view.caret.state.focus);
  return (
    <span className="document-place">
      {t('paragraphOf', {
        number: formatNumber(view.doc.numberAt(caret)),
        total: formatNumber(view.doc.numberedCount),
      })}
    </span>
  );
}
