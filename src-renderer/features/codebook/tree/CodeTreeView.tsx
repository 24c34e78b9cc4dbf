import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { CodeLine } from '#domain/codebook/code-lines.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { pointOf, type Point } from '#ui/ContextMenu.tsx';
import { panelOf, usePanelView } from '../panel-state.ts';
import { CodeRow, type RowActions } from './CodeRow.tsx';
import { branchKey, lineAfter, selectTo, toggled, TypedName } from './tree-keys.ts';
import { DropHint } from './DropHint.tsx';
import { useSteady } from './use-steady.ts';
import { useTreeDrag } from './use-tree-drag.ts';
import { useTreeRows } from './use-tree-rows.ts';

export interface CodeTreeViewProps {
  readonly tree: CodeTree;
  readonly lines: readonly CodeLine[];
  /** What the filter found; null where nothing is filtered. */
  readonly found: ReadonlySet<CodeId> | null;
  readonly onActivate: (code: Code, by: 'click' | 'key') => void;
  readonly onHold: (codeId: CodeId) => void;
  readonly onMenu: (code: Code, at: Point) => void;
  /** Keys that do something with codes; answers whether it was one. */
  readonly onKey: (event: KeyboardEvent, code: Code) => boolean;
  readonly onMove: (ids: readonly CodeId[], parentId: CodeId | null, beforeId: CodeId | null) => void;
  readonly onMerge: (ids: readonly CodeId[], survivorId: CodeId) => void;
}

/**
 * The codes as a tree of which only the rows in view exist. Selecting, walking and opening go as in every file list; a code is
 * given by a click or Enter.
 */
export function CodeTreeView(props: CodeTreeViewProps): ReactNode {
  const { tree, lines, found } = props;
  const project = useProject();
  const panel = panelOf(project);
  const view = usePanelView();
  const { t } = useTranslation('codebook');
  const hint = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef(new TypedName());
  const isInside = useRef(false);
  const lastAt = useRef(0);
  const focusedAt = lines.findIndex(({ code }) => code.id === view.focused);
  // Of a code that has gone the next one takes the place.
  const at = focusedAt >= 0 ? focusedAt : Math.min(lastAt.current, lines.length - 1);
  useLayoutEffect(() => {
    lastAt.current = Math.max(0, at);
  }, [at]);
  const { rows, height, reveal } = useTreeRows(lines, at, scroller);
  const current = lines[at];

  useLayoutEffect(() => {
    const active = document.activeElement;
    const isLost = active === null || active === document.body;
    if (!current || !isInside.current || !(isLost || scroller.current?.contains(active))) return;
    const row = document.getElementById(`code-row-${current.code.id}`);
    if (row && row !== active) row.focus({ preventScroll: true });
  });

  useEffect(() => {
    // Moved, or gone to from elsewhere, the codebook's page for instance: it comes into view.
    if (focusedAt >= 0) reveal(focusedAt);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what else changes in the tree must not scroll it
  }, [focusedAt, view.focused]);

  const goTo = (line: number, how: Parameters<typeof selectTo>[3]): void => {
    panel.change(selectTo(lines, panel.snapshot(), line, how));
    reveal(line);
    const code = lines[line]?.code;
    if (code) props.onHold(code.id);
  };
  const indexOf = (code: Code): number => lines.findIndex((line) => line.code.id === code.id);
  const actOn = (code: Code): readonly CodeId[] => (view.selected.has(code.id) ? [...view.selected] : [code.id]);
  const drag = useTreeDrag({
    tree,
    isOrdered: view.order === 'codebook',
    isExpanded: (code) => lines[indexOf(code)]?.isExpanded ?? false,
    isReadOnly: project.isReadOnly,
    goingWith: actOn,
    onMove: props.onMove,
    onMerge: props.onMerge,
    onPassage: (code) => props.onActivate(code, 'click'),
    onOpen: (id) => {
      if (panel.snapshot().collapsed.has(id)) panel.change({ collapsed: toggled(panel.snapshot().collapsed, id) });
    },
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!current || (event.target as Element).getAttribute('role') !== 'row') return;
    if (!(treeKey(event) || props.onKey(event, current.code))) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const treeKey = (event: KeyboardEvent): boolean => {
    const { key, altKey, shiftKey } = event;
    const isMod = event.ctrlKey || event.metaKey;
    if (altKey || !current) return false;
    const line = lineAfter(key, lines, at);
    if (line !== null) {
      goTo(line, shiftKey ? 'range' : isMod ? 'focusOnly' : 'alone');
      return true;
    }
    if (isMod && key.toLowerCase() === 'a' && !shiftKey) {
      panel.change({ selected: new Set(lines.map(({ code }) => code.id)) });
      return true;
    }
    if (isMod && key === ' ') {
      goTo(at, 'toggle');
      return true;
    }
    if (isMod || shiftKey) return false;
    if (key === 'Enter' || key === ' ') {
      props.onActivate(current.code, 'key');
      return true;
    }
    const branch = branchKey(key, lines, at, view.collapsed);
    if (branch && 'line' in branch) goTo(branch.line, 'alone');
    else if (branch) panel.change(branch);
    else {
      const named = typed.current.find(event, lines, at);
      if (named === null) return false;
      goTo(named, 'alone');
    }
    return true;
  };
  const onPress = (event: MouseEvent, code: Code): void => {
    const how = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone';
    goTo(indexOf(code), how);
    if (how === 'alone') props.onActivate(code, 'click');
  };
  const onMenu = (event: MouseEvent, code: Code): void => {
    event.preventDefault();
    if (!view.selected.has(code.id)) goTo(indexOf(code), 'alone');
    props.onMenu(code, pointOf(event));
  };
  const onToggle = (code: Code): void =>
    panel.change({ collapsed: toggled(view.collapsed, code.id), focused: code.id });
  const onFocus = (code: Code): void => {
    if (panel.snapshot().focused !== code.id) panel.change({ focused: code.id });
  };

  const actions = useSteady<RowActions>({
    press: onPress,
    toggle: onToggle,
    menu: onMenu,
    focus: onFocus,
    ...drag.actions,
  });

  return (
    <>
      <p id={hint} className="visually-hidden">
        {project.isReadOnly ? '' : t('treeHint')}
      </p>
      <div
        className="code-tree-frame"
        ref={scroller}
        data-alt-arrows
        onFocus={() => {
          isInside.current = true;
        }}
        onBlur={(event) => {
          isInside.current = event.currentTarget.contains(event.relatedTarget);
        }}
        onKeyDown={onKeyDown}
      >
        <div
          role="treegrid"
          aria-label={t('treeLabel')}
          aria-describedby={hint}
          aria-multiselectable
          className="code-tree"
          data-marks-at-top={tree.roots.some(({ isCodable }) => isCodable) || undefined}
          style={{ height }}
        >
          {rows.map((row) => {
            const line = lines[row.index];
            return (
              line && (
                <CodeRow
                  key={line.code.id}
                  line={line}
                  top={row.top}
                  height={row.height}
                  stopsAt={row.stopsAt}
                  stopped={row.stopped}
                  isSelected={view.selected.has(line.code.id)}
                  isCurrent={row.index === at}
                  isFound={found?.has(line.code.id) ?? true}
                  isCountingBelow={view.isCountingBelow}
                  drop={drag.over?.id === line.code.id ? drag.over.place : null}
                  actions={actions}
                />
              )
            );
          })}
        </div>
      </div>
      {drag.isDragging && <DropHint tree={tree} over={drag.over} isOrdered={view.order === 'codebook'} />}
    </>
  );
}
