import { ListFilter, Plus, SlidersHorizontal, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { findMatching, linesOf, withAncestors } from '#domain/codebook/code-lines.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { useCommandCenter, useKeyOf } from '#features/commands/index.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import type { Point } from '#ui/ContextMenu.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuButton } from '#ui/Menu.tsx';
import { TextField } from '#ui/TextField.tsx';
import { showToast } from '#ui/Toast.tsx';
import { CodeMenu } from './CodeMenu.tsx';
import { countCodes } from './codebook-subtitle.ts';
import { deleteCodes } from './commands/delete-codes.ts';
import { moveCodesTo, nudgeCodes } from './commands/move-code.ts';
import type { Direction } from './commands/moved-words.ts';
import type { Refusal } from './commands/save-code.ts';
import { codingsIn } from './count-within.ts';
import { PanelMenu } from './PanelMenu.tsx';
import { panelOf, usePanelView } from './panel-state.ts';
import { askAboutCodes } from './questions.ts';
import { CodeTreeView } from './tree/CodeTreeView.tsx';
import { treeOf, useCodeTreeAtOnce } from './tree-of-project.ts';
import './codebook.css';

export interface CodePanelProps {
  /** A code was pressed or entered: with text selected it is given to the selection. */
  readonly onActivate: (code: Code, by: 'click' | 'key') => void;
  /** The code the keyboard is on, or that was clicked. */
  readonly onHold: (codeId: CodeId) => void;
  readonly onNew: (parentId: CodeId | null) => void;
  readonly onEdit: (code: Code) => void;
  readonly onList: (code: Code) => void;
  readonly onWriteMemo: (code: Code) => void;
  /** Only the codings of these codes are to be seen in the text. */
  readonly onShowOnly: (ids: readonly CodeId[]) => void;
  readonly onHistory: (code: Code) => void;
}

/** The codebook beside the text: find, give, order. */
export function CodePanel(props: CodePanelProps): ReactNode {
  const tree = useCodeTreeAtOnce();
  const project = useProject();
  const center = useCommandCenter();
  const panel = panelOf(project);
  const view = usePanelView();
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  const [menu, setMenu] = useState<({ readonly code: Code } & Point) | null>(null);
  const set = useProjectValue(({ codeSets }) => (view.setId ? codeSets.get(view.setId) : undefined));
  const query = view.query?.trim() ?? '';
  const found = useMemo(() => {
    const inSet = set ? new Set(set.codeIds.filter((id) => tree.has(id))) : null;
    if (query === '') return inSet;
    const matching = findMatching(tree, query);
    return inSet ? new Set([...matching].filter((id) => inSet.has(id))) : matching;
  }, [tree, query, set]);
  const counted = useProjectValue(({ counts }) => (view.order === 'codings' ? counts.total : 0));
  const lines = useMemo(() => {
    const countOf = (id: CodeId): number => {
      const code = tree.get(id);
      if (!code || counted === 0) return 0;
      return view.isCountingBelow ? codingsIn(project, code, tree) : project.counts.ofCode(id);
    };
    const shown = found && withAncestors(tree, found);
    // What is found is shown, however it is collapsed otherwise.
    const collapsed = found ? new Set<CodeId>() : view.collapsed;
    return linesOf(tree, { collapsed, shown, order: view.order, countOf });
  }, [project, tree, found, view.collapsed, view.order, view.isCountingBelow, counted]);

  const nudge = (ids: readonly CodeId[], direction: Direction): void => {
    // Sorted otherwise, what stands above on the screen is another code than the one meant.
    if (view.order !== 'codebook' && direction !== 'out') showToast({ message: t('sortedNow') });
    else void nudgeCodes(project, ids, direction).then(after(ids));
  };
  const after =
    (ids: readonly CodeId[]) =>
    (refusal: Refusal): void => {
      if (refusal) showToast({ message: problemText(refusal) });
      else panel.openAbove(treeOf(project), ids);
    };
  const onKey = (event: KeyboardEvent, code: Code): boolean => {
    const ids = view.selected.has(code.id) ? [...view.selected] : [code.id];
    const direction = event.altKey ? directions[event.key] : undefined;
    const isOnlyShift = event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (direction) nudge(ids, direction);
    else if (isOnlyShift && event.key === 'Enter') props.onNew(code.id);
    else if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    else if (event.key === 'F2') props.onEdit(code);
    else if (event.key === 'Delete' || event.key === 'Backspace') void deleteCodes(project, ids).catch(() => undefined);
    else if (event.key === 'Escape' && view.selected.size > 1) panel.select(code.id);
    else if (event.key === 'Escape' && view.query !== null) panel.change({ query: null });
    else return false;
    return true;
  };

  return (
    <section className="panel code-panel" aria-labelledby="codes-heading">
      <header className="panel-header">
        <h2 id="codes-heading">{t('title')}</h2>
        <span className="count">{formatNumber(countCodes(tree))}</span>
        <span className="space" />
        <IconButton
          icon={ListFilter}
          size="small"
          label={t('filter')}
          shortcut={useKeyOf('filterCodes')}
          isOn={view.query !== null}
          onPress={() => (view.query === null ? panel.openFilter() : panel.change({ query: null }))}
        />
        <MenuButton
          label={t('viewOptions')}
          button={<IconButton icon={SlidersHorizontal} size="small" label={t('viewOptions')} />}
          placement="bottom end"
        >
          <PanelMenu tree={tree} onShowOnly={props.onShowOnly} />
        </MenuButton>
        <IconButton
          icon={Plus}
          size="small"
          label={t('newCode')}
          shortcut={useKeyOf('newCode')}
          onPress={() => props.onNew(null)}
        />
      </header>
      {view.query !== null && <FilterField found={found?.size ?? tree.rows.length} />}
      {set && (
        <p className="code-set-shown">
          <span className="truncated">{t('onlySet', { name: set.name })}</span>
          <IconButton icon={X} size="small" label={t('allCodesAgain')} onPress={() => panel.change({ setId: null })} />
        </p>
      )}
      {tree.rows.length === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          strokes={1}
          actions={
            <>
              <Button onPress={() => props.onNew(null)}>{t('newCode')}</Button>
              <Button onPress={() => center.run('startingPoints')}>{t('startingPoints')}</Button>
            </>
          }
        >
          {t('emptyText')}
        </EmptyState>
      ) : lines.length === 0 ? (
        <p className="code-nothing">{query === '' ? t('setEmpty') : t('nothingFound', { query })}</p>
      ) : (
        <CodeTreeView
          tree={tree}
          lines={lines}
          found={found}
          onActivate={props.onActivate}
          onHold={props.onHold}
          onMenu={(code, at) => setMenu({ code, ...at })}
          onKey={onKey}
          onMove={(ids, parentId, beforeId) => void moveCodesTo(project, ids, parentId, beforeId).then(after(ids))}
          onMerge={(ids, survivorId) =>
            askAboutCodes({ kind: 'merge', ids: ids.filter((id) => id !== survivorId), survivorId })
          }
        />
      )}
      {view.selected.size > 1 && <p className="code-marked">{common('codesMarked', { count: view.selected.size })}</p>}
      <CodeMenu menu={menu} onClose={() => setMenu(null)} {...props} onMove={nudge} />
    </section>
  );
}

/** Narrows the tree with every letter; the down arrow goes on into it, Escape puts all back. */
function FilterField({ found }: { found: number }): ReactNode {
  const panel = panelOf(useProject());
  const { query, asked } = usePanelView();
  const { t } = useTranslation('codebook');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  const intoTree = (): void => {
    const tree = input.current?.closest('.code-panel');
    // What was looked for, not what it only stands under.
    const row = tree?.querySelector<HTMLElement>('.code-tree [role=row]:not([data-passed])');
    (row ?? tree?.querySelector<HTMLElement>('.code-tree [role=row]'))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') panel.change({ query: null });
    else if (event.key === 'ArrowDown') intoTree();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="code-filter" onKeyDownCapture={onKeyDown}>
      <TextField
        label={t('filterLabel')}
        isLabelHidden
        placeholder={t('filterLabel')}
        value={query ?? ''}
        onChange={(typed) => panel.change({ query: typed })}
        onEnter={intoTree}
        inputRef={input}
        after={<span className="count">{(query ?? '').trim() !== '' && formatNumber(found)}</span>}
      />
      <span className="visually-hidden" role="status">
        {(query ?? '').trim() !== '' && t('found', { count: found })}
      </span>
    </div>
  );
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};
