import { useVirtualizer } from '@tanstack/react-virtual';
import { ListFilter, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { listMemos, textOf, type MemoFilter } from '#domain/memos/memo-list.ts';
import { codersInOrder } from '#domain/project/coders-in-order.ts';
import { memoTypes, type Memo, type MemoSubject } from '#domain/project/records.ts';
import { useCodeTree } from '#features/codebook/index.ts';
import { useSessionState } from '#features/coding/index.ts';
import { CommandButton } from '#features/commands/index.ts';
import { inOrder } from '#features/corpus/index.ts';
import { useProject } from '#features/project/index.ts';
import { formatMoment, formatNumber, useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuButton, MenuItem, MenuSection, MenuSeparator } from '#ui/Menu.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useMemoDesk, useMemoDeskState, useMemoVersion } from './memo-desk-context.tsx';
import { clip, subjectName } from './thing-names.ts';
import type { MemoActions } from './use-memo-actions.ts';

const ROW_HEIGHT = 80;
const KINDS = ['passage', 'coding', 'code', 'source', 'project'] as const satisfies readonly MemoSubject['kind'][];

/** All memos asked for. Only rows in view exist. */
export function MemoList({ actions }: { actions: MemoActions }): ReactNode {
  const { t } = useTranslation('memos');
  const desk = useMemoDesk();
  const project = useProject();
  const filter = useMemoDeskState((state) => state.filter);
  const memos = useListed(filter);
  const isNarrowed =
    filter.words.trim() !== '' || filter.types.length + filter.kinds.length + filter.authors.length > 0;
  return (
    <section className="panel memo-panel" aria-labelledby="memos-heading">
      <header className="panel-header">
        <h2 id="memos-heading">{t('memos')}</h2>
        <span className="count">{formatNumber(memos.length)}</span>
        <span className="space" />
        <FilterMenu filter={filter} />
        <CommandButton command="newMemo" icon={Plus} size="small" />
      </header>
      <div className="memo-search">
        <TextField
          label={t('find')}
          isLabelHidden
          placeholder={t('find')}
          value={filter.words}
          onChange={(words) => desk.narrow({ words })}
        />
        <Select
          label={t('of')}
          isLabelHidden
          options={[
            { id: 'source', label: t('ofSource') },
            { id: 'project', label: t('ofProject') },
          ]}
          value={filter.scope}
          onChange={(scope) => desk.narrow({ scope })}
        />
      </div>
      {memos.length > 0 ? (
        <Rows memos={memos} actions={actions} />
      ) : (
        <p className="inspector-nothing">
          {isNarrowed || (filter.scope === 'source' && project.memos.size > 0) ? t('noneFound') : t('none')}
        </p>
      )}
    </section>
  );
}

function useListed(filter: MemoFilter): Memo[] {
  const project = useProject();
  const tree = useCodeTree();
  const sourceId = useSessionState((state) => state.sourceId);
  const version = useMemoVersion();
  return useMemo(() => {
    const sources = new Map(inOrder(project.sources.values()).map(({ id }, index) => [id, index]));
    const codes = new Map(tree.rows.map(({ code }, index) => [code.id, index]));
    return listMemos(project.memos.values(), sourceId, filter, {
      codings: project.codings,
      rankOfSource: (id) => sources.get(id) ?? -1,
      rankOfCode: (id) => codes.get(id) ?? -1,
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the project's maps change in place; `version` tells when
  }, [project, tree, sourceId, filter, version]);
}

function FilterMenu({ filter }: { filter: MemoFilter }): ReactNode {
  const { t } = useTranslation('memos');
  const desk = useMemoDesk();
  const project = useProject();
  const isOn = filter.types.length + filter.kinds.length + filter.authors.length > 0;
  const wrote = new Set(Array.from(project.memos.values(), ({ createdBy }) => createdBy));
  const known = codersInOrder(project.coders.values()).map(({ id }) => id);
  const authors = [...new Set([...known, ...wrote])].filter((id) => wrote.has(id));
  return (
    <MenuButton
      label={t('filter')}
      placement="bottom end"
      button={<IconButton icon={ListFilter} size="small" label={isOn ? t('filterOn') : t('filter')} isOn={isOn} />}
    >
      <MenuSection
        title={t('type')}
        checked={{
          ids: filter.types,
          isMultiple: true,
          onChange: (ids) => desk.narrow({ types: memoTypes.filter((type) => ids.includes(type)) }),
        }}
      >
        {memoTypes.map((type) => (
          <MenuItem key={type} id={type}>
            {t(`types.${type}`)}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSeparator />
      <MenuSection
        title={t('about')}
        checked={{
          ids: filter.kinds,
          isMultiple: true,
          onChange: (ids) => desk.narrow({ kinds: KINDS.filter((kind) => ids.includes(kind)) }),
        }}
      >
        {KINDS.map((kind) => (
          <MenuItem key={kind} id={kind}>
            {t(`kinds.${kind}`)}
          </MenuItem>
        ))}
      </MenuSection>
      {authors.length > 1 && <MenuSeparator />}
      {authors.length > 1 && (
        <MenuSection
          title={t('author')}
          checked={{
            ids: filter.authors,
            isMultiple: true,
            onChange: (ids) => desk.narrow({ authors: authors.filter((id) => ids.includes(id)) }),
          }}
        >
          {authors.map((id) => (
            <MenuItem key={id} id={id}>
              {project.coders.get(id)?.name ?? t('unknownAuthor')}
            </MenuItem>
          ))}
        </MenuSection>
      )}
      <MenuSeparator />
      <MenuSection
        title={t('order')}
        checked={{
          ids: [filter.order],
          isMultiple: false,
          onChange: ([order]) => desk.narrow({ order: order === 'time' ? 'time' : 'place' }),
        }}
      >
        <MenuItem id="place">{t('byPlace')}</MenuItem>
        <MenuItem id="time">{t('byTime')}</MenuItem>
      </MenuSection>
    </MenuButton>
  );
}

function Rows({ memos, actions }: { memos: readonly Memo[]; actions: MemoActions }): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const current = Math.min(at, memos.length - 1);
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const rows = useVirtualizer({
    count: memos.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const { isListWanted, listTaken } = actions;
  useEffect(() => {
    if (!isListWanted) return;
    scroller.current?.focus();
    listTaken();
  }, [isListWanted, listTaken]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const { length } = memos;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -length, End: length }[event.key];
    const memo = memos[current];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== undefined) {
      const next = Math.max(0, Math.min(length - 1, current + step));
      setAt(next);
      rows.scrollToIndex(next, { align: 'auto' });
    } else if ((event.key === 'Enter' || event.key === ' ') && memo) void actions.goTo(memo);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="memo-rows"
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-labelledby="memos-heading"
      aria-activedescendant={`memo-row-${current}`}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
        {rows.getVirtualItems().map(({ index, start }) => {
          const memo = memos[index];
          return (
            memo && (
              <Row
                key={memo.id}
                id={`memo-row-${index}`}
                memo={memo}
                top={start}
                position={{ index, count: memos.length }}
                isCurrent={index === current}
                onPress={() => {
                  setAt(index);
                  void actions.goTo(memo);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly memo: Memo;
  readonly top: number;
  readonly position: { readonly index: number; readonly count: number };
  readonly isCurrent: boolean;
  readonly onPress: () => void;
}

function Row({ id, memo, top, position, isCurrent, onPress }: RowProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('memos');
  const title = memo.title.trim();
  const author = project.coders.get(memo.createdBy)?.name ?? t('unknownAuthor');
  const about = [
    ...(memo.type === 'note' ? [] : [t(`types.${memo.type}`)]),
    memo.subject.kind === 'project'
      ? t('kinds.project')
      : t('kindNamed', { kind: t(`kinds.${memo.subject.kind}`), name: subjectName(project, memo.subject) }),
  ].join(' · ');
  return (
    <div
      id={id}
      className="memo-row"
      role="option"
      aria-selected={isCurrent}
      aria-posinset={position.index + 1}
      aria-setsize={position.count}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onPress}
    >
      {title !== '' && (
        <span className="memo-row-title" dir="auto">
          {title}
        </span>
      )}
      <span className="memo-row-text serif" data-lines={title === '' ? 2 : 1} dir="auto">
        {clip(textOf(memo), 160) || t('untitled')}
      </span>
      <span className="memo-row-facts" title={about}>
        {about}
      </span>
      <span className="memo-row-by">{t('by', { author, time: formatMoment(memo.modifiedAt) })}</span>
    </div>
  );
}
