import { useVirtualizer } from '@tanstack/react-virtual';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Source, SourceId } from '#domain/project/records.ts';
import type { OpenWhere } from '#features/desk/index.ts';
import { useKeyOf } from '#features/commands/index.ts';
import { useProject, useProjectListener, useProjectValue } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { ContextMenu, pointOf, type Point } from '#ui/ContextMenu.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import { isModPressed } from '#ui/shortcut-text.ts';
import { StatusRing } from '#ui/StatusRing.tsx';
import './corpus.css';
import { compareText } from '#domain/project/compare-text.ts';

export interface SourceListProps {
  readonly openId: SourceId | null;
  /** In place of what lies open, in a tab of its own, or beside. */
  readonly onOpen: (id: SourceId, where: OpenWhere) => void;
  readonly onAdd: () => void;
  readonly onRename: (source: Source) => void;
  readonly onRemove: (source: Source) => void;
  readonly onWriteMemo: (source: Source) => void;
}

const ROW_HEIGHT = 40;

/** The corpus: what is there, how far it is coded, what is open. */
export function SourceList({ openId, onOpen, onAdd, onRename, onRemove, onWriteMemo }: SourceListProps): ReactNode {
  const { t } = useTranslation('corpus');
  const project = useProject();
  const [version, setVersion] = useState(0);
  useProjectListener((change) => {
    if (change?.sources) setVersion((before) => before + 1);
  });
  const sources = useMemo(
    () => inOrder(project.sources.values()),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the map changes in place; `version` tells when
    [project, version],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [menu, setMenu] = useState<{ source: Source; at: Point } | null>(null);
  const current = Math.min(at, Math.max(0, sources.length - 1));
  const rows = useVirtualizer({
    count: sources.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const openIndex = sources.findIndex(({ id }) => id === openId);
  useEffect(() => {
    if (openIndex < 0) return;
    setAt(openIndex);
    rows.scrollToIndex(openIndex, { align: 'auto' });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- follow what is opened, not every render of the list
  }, [openIndex]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -sources.length, End: sources.length }[
      event.key
    ];
    const source = sources[current];
    if (step !== undefined) {
      const next = Math.max(0, Math.min(sources.length - 1, current + step));
      setAt(next);
      rows.scrollToIndex(next, { align: 'auto' });
    } else if (!source) return;
    else if (event.key === 'Enter' || event.key === ' ') onOpen(source.id, whereOf(event));
    else if (event.key === 'F2') onRename(source);
    else if (event.key === 'Delete') onRemove(source);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) jumpTo(event.key);
    else return;
    event.preventDefault();
  };
  /** The next source after this one whose name begins with a letter. */
  const jumpTo = (letter: string): void => {
    const rotated = [...sources.keys()].map((offset) => (current + 1 + offset) % sources.length);
    const next = rotated.find((index) => sources[index]?.name.toLowerCase().startsWith(letter.toLowerCase()));
    if (next === undefined) return;
    setAt(next);
    rows.scrollToIndex(next, { align: 'auto' });
  };

  return (
    <section className="panel source-panel" aria-labelledby="sources-heading">
      <header className="panel-header">
        <h2 id="sources-heading">{t('title')}</h2>
        <span className="count">{formatNumber(sources.length)}</span>
        <span className="space" />
        <IconButton
          icon={Plus}
          size="small"
          label={t('add')}
          shortcut={useKeyOf('addSources')}
          onPress={onAdd}
          isDisabled={project.isReadOnly}
        />
      </header>
      {sources.length === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          actions={
            <Button look="solid" onPress={onAdd}>
              {t('add')}
            </Button>
          }
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        <div
          className="source-rows"
          ref={scroller}
          role="listbox"
          tabIndex={0}
          aria-labelledby="sources-heading"
          aria-activedescendant={`source-row-${current}`}
          onKeyDown={onKeyDown}
          onContextMenu={(event) => {
            // Asked for by key, the menu belongs to the current row.
            const source = sources[current];
            if (event.target !== event.currentTarget || !source) return;
            event.preventDefault();
            setMenu({ source, at: pointOf(event) });
          }}
        >
          <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
            {rows.getVirtualItems().map(({ index, start }) => {
              const source = sources[index];
              return (
                source && (
                  <SourceRow
                    key={source.id}
                    id={`source-row-${index}`}
                    source={source}
                    top={start}
                    position={{ index, count: sources.length }}
                    isCurrent={index === current}
                    isOpen={source.id === openId}
                    onPress={(where) => {
                      setAt(index);
                      onOpen(source.id, where);
                    }}
                    onMenu={(point) => {
                      setAt(index);
                      setMenu({ source, at: point });
                    }}
                  />
                )
              );
            })}
          </div>
        </div>
      )}
      <ContextMenu
        at={menu?.at ?? null}
        label={t('menuLabel', { name: menu?.source.name ?? '' })}
        onClose={() => setMenu(null)}
      >
        <MenuItem shortcut="Enter" onAction={() => menu && onOpen(menu.source.id, 'here')}>
          {t('open')}
        </MenuItem>
        <MenuItem shortcut="Mod+Enter" onAction={() => menu && onOpen(menu.source.id, 'newTab')}>
          {t('openInTab')}
        </MenuItem>
        <MenuItem shortcut="Shift+Enter" onAction={() => menu && onOpen(menu.source.id, 'beside')}>
          {t('openBeside')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem shortcut="F2" onAction={() => menu && onRename(menu.source)}>
          {t('rename')}
        </MenuItem>
        <MenuItem isDisabled={project.isReadOnly} onAction={() => menu && onWriteMemo(menu.source)}>
          {t('memo')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem isDangerous shortcut="Delete" onAction={() => menu && onRemove(menu.source)}>
          {t('remove')}
        </MenuItem>
      </ContextMenu>
    </section>
  );
}

interface SourceRowProps {
  readonly id: string;
  readonly source: Source;
  readonly top: number;
  readonly position: { readonly index: number; readonly count: number };
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly onPress: (where: OpenWhere) => void;
  readonly onMenu: (at: Point) => void;
}

function SourceRow({ id, source, top, position, isCurrent, isOpen, onPress, onMenu }: SourceRowProps): ReactNode {
  const { t } = useTranslation('corpus');
  const project = useProject();
  const codings = useProjectValue(({ areCodingsComplete, counts }) =>
    areCodingsComplete ? counts.ofSource(source.id) : null,
  );
  const hasWarnings = source.warnings.length > 0;
  return (
    <div
      id={id}
      className="source-row"
      role="option"
      aria-selected={isCurrent}
      aria-current={isOpen}
      aria-posinset={position.index + 1}
      aria-setsize={position.count}
      data-open={isOpen || undefined}
      style={{ transform: `translateY(${top}px)` }}
      title={source.path}
      // Until the button is up again the text has been read, or nearly.
      onPointerDown={(event) => event.button !== 2 && !isOpen && project.readAhead(source.id)}
      onClick={(event) => onPress(whereOf(event))}
      onAuxClick={(event) => event.button === 1 && onPress('newTab')}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <StatusRing share={codings ? 1 : 0} />
      <span className="source-name">{source.name}</span>
      <span className="count">
        {codings === null ? '' : codings === 0 ? <i className="none" aria-label="0" /> : formatNumber(codings)}
      </span>
      <span className="source-facts">
        {t('words', { count: source.words })}
        {hasWarnings && ` · ${t('hasWarnings', { count: source.warnings.length })}`}
      </span>
    </div>
  );
}

/** By path: the order in which the folder shows them. */
export function inOrder(sources: Iterable<Source>): Source[] {
  const collator = new Intl.Collator(undefined, { numeric: true });
  return [...sources].sort((a, b) => collator.compare(a.path, b.path) || compareText(a.id, b.id));
}

/** As in a browser: Ctrl (on a Mac Command) opens a tab. Shift opens beside. */
function whereOf(event: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>): OpenWhere {
  if (isModPressed(event)) return 'newTab';
  return event.shiftKey ? 'beside' : 'here';
}
