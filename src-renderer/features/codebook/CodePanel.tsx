import { ChevronRight, GripVertical, Plus } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import {
  Button as AriaButton,
  Collection,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  type Key,
} from 'react-aria-components';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { useKeyOf } from '#features/commands/index.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { CODE_DRAG_TYPE, PASSAGE_DRAG_TYPE } from '#features/reader/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { Button } from '#ui/Button.tsx';
import { CodeMark } from '#ui/CodeMark.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Icon } from '#ui/Icon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { showToast } from '#ui/Toast.tsx';
import { markOf } from './code-color.ts';
import { CodeMenu } from './CodeMenu.tsx';
import { moveCodeTo, nudgeCode, type Direction } from './commands/move-code.ts';
import type { Refusal } from './commands/save-code.ts';
import { useCodeTree } from './tree-of-project.ts';
import './codebook.css';

export interface CodePanelProps {
  /** A code was pressed or entered: with text selected it is given to the selection. */
  readonly onActivate: (code: Code) => void;
  /** The code the keyboard is on, or that was clicked. */
  readonly onHold: (codeId: CodeId) => void;
  readonly onNew: (parentId: CodeId | null) => void;
  readonly onEdit: (code: Code) => void;
  readonly onDelete: (code: Code) => void;
  readonly onList: (code: Code) => void;
  readonly onWriteMemo: (code: Code) => void;
}

/** The codebook beside the text: find, give, order. */
export function CodePanel(props: CodePanelProps): ReactNode {
  const tree = useCodeTree();
  const project = useProject();
  const { t } = useTranslation('codebook');
  const [collapsed, setCollapsed] = useState<ReadonlySet<Key>>(new Set());
  const [menu, setMenu] = useState<{ code: Code; x: number; y: number } | null>(null);
  const panel = useRef<HTMLElement>(null);
  // The tree may lag a frame behind while the reader paints: coding comes first.
  const shown = useDeferredValue(tree);
  const expanded = useMemo(
    () =>
      new Set<Key>(
        shown.rows
          .filter(({ code }) => shown.childrenOf(code.id).length > 0 && !collapsed.has(code.id))
          .map(({ code }) => code.id),
      ),
    [shown, collapsed],
  );
  const { dragAndDropHooks } = useCodeDrag(project, shown, props.onActivate);

  const onKeyDown = (event: KeyboardEvent): void => {
    const code = focusedCode(event, shown);
    if (!code) return;
    const direction = event.altKey ? directions[event.key] : undefined;
    if (direction) void nudgeCode(project, code.id, direction).then(say);
    else if (event.key === 'F2') props.onEdit(code);
    else if (event.key === 'Delete' || event.key === 'Backspace') props.onDelete(code);
    else if (event.key === 'Insert') props.onNew(code.parentId);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className="panel code-panel" aria-labelledby="codes-heading" ref={panel}>
      <header className="panel-header">
        <h2 id="codes-heading">{t('title')}</h2>
        <span className="count">{formatNumber(tree.rows.length)}</span>
        <span className="space" />
        <IconButton
          icon={Plus}
          size="small"
          label={t('newCode')}
          shortcut={useKeyOf('newCode')}
          onPress={() => props.onNew(null)}
        />
      </header>
      {tree.rows.length === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          strokes={1}
          actions={<Button onPress={() => props.onNew(null)}>{t('newCode')}</Button>}
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        <div className="code-tree-frame" data-alt-arrows onKeyDownCapture={onKeyDown}>
          <Tree
            aria-label={t('treeLabel')}
            className="code-tree"
            selectionMode="none"
            items={shown.roots}
            // Rows are kept by their record, which does not change when other codes come to stand beneath it.
            dependencies={[shown]}
            expandedKeys={expanded}
            onExpandedChange={(keys) => setCollapsed(collapsedAfter(shown, new Set(keys)))}
            onAction={(key) => {
              const code = shown.get(key as CodeId);
              if (code) props.onActivate(code);
            }}
            dragAndDropHooks={dragAndDropHooks}
          >
            {(code) => <CodeRow code={code} tree={shown} {...props} onMenu={(at) => setMenu({ code, ...at })} />}
          </Tree>
        </div>
      )}
      <CodeMenu
        menu={menu}
        onClose={() => setMenu(null)}
        {...props}
        onMove={(code, direction) => void nudgeCode(project, code.id, direction).then(say)}
      />
    </section>
  );
}

interface CodeRowProps extends Pick<CodePanelProps, 'onHold'> {
  readonly code: Code;
  readonly tree: CodeTree;
  readonly onMenu: (at: { x: number; y: number }) => void;
}

function CodeRow({ code, tree, onHold, onMenu }: CodeRowProps): ReactNode {
  const { t } = useTranslation('codebook');
  const children = tree.childrenOf(code.id);
  return (
    <TreeItem
      id={code.id}
      textValue={code.name}
      className={code.isCodable ? 'code-row' : 'code-row group'}
      onPress={() => onHold(code.id)}
    >
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div
            className="code-row-content"
            style={{ paddingInlineStart: `${(level - 1) * 14}px` }}
            data-code-id={code.id}
            title={code.definition ? `${tree.pathOf(code.id)}\n${code.definition}` : tree.pathOf(code.id)}
            onContextMenu={(event) => {
              event.preventDefault();
              onMenu({ x: event.clientX, y: event.clientY });
            }}
          >
            <AriaButton slot="drag" className="code-drag" aria-label={t('drag', { name: code.name })}>
              <Icon of={GripVertical} size={12} />
            </AriaButton>
            {hasChildItems ? (
              <AriaButton slot="chevron" className="code-chevron">
                <Icon of={ChevronRight} size={14} />
              </AriaButton>
            ) : (
              level === 1 && <span className="code-chevron" />
            )}
            {code.isCodable && <CodeMark {...markOf(code)} />}
            <span className="code-name">{code.name}</span>
            {code.shortcut !== '' && <Kbd keys={code.shortcut} />}
            <CodeCount code={code} tree={tree} />
          </div>
        )}
      </TreeItemContent>
      {children.length > 0 && (
        <Collection items={children} dependencies={[tree]}>
          {(child) => <CodeRow code={child} tree={tree} onHold={onHold} onMenu={onMenu} />}
        </Collection>
      )}
    </TreeItem>
  );
}

/** Alone it follows the counts, so that coding a passage renders a number and not the tree. */
function CodeCount({ code, tree }: { code: Code; tree: CodeTree }): ReactNode {
  const count = useProjectValue((project) => (project.areCodingsComplete ? countWithin(project, code, tree) : null));
  return <span className="count">{count === null ? '' : formatNumber(count)}</span>;
}

function countWithin(project: OpenProject, code: Code, tree: CodeTree): number {
  let sum = project.counts.ofCode(code.id);
  for (const descendant of tree.descendantsOf(code.id)) sum += project.counts.ofCode(descendant.id);
  return sum;
}

function useCodeDrag(
  project: OpenProject,
  tree: CodeTree,
  onPassage: (code: Code) => void,
): ReturnType<typeof useDragAndDrop> {
  return useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [CODE_DRAG_TYPE]: String(key),
        'text/plain': tree.get(key as CodeId)?.name ?? '',
      })),
    acceptedDragTypes: [CODE_DRAG_TYPE, PASSAGE_DRAG_TYPE],
    // The selection, dragged out of the text, is given the code it is dropped on.
    onItemDrop: ({ target, isInternal }) => {
      const code = isInternal ? undefined : tree.get(target.key as CodeId);
      if (code) onPassage(code);
    },
    onMove: ({ keys, target }) => {
      const id = [...keys][0] as CodeId | undefined;
      if (!id || target.type !== 'item') return;
      const targetId = target.key as CodeId;
      if (target.dropPosition === 'on') {
        void moveCodeTo(project, id, targetId, null).then(say);
        return;
      }
      const parentId = tree.parentOf(targetId);
      const siblings = tree.childrenOf(parentId).filter((code) => code.id !== id);
      const at = siblings.findIndex((code) => code.id === targetId);
      const beforeId = target.dropPosition === 'before' ? targetId : (siblings[at + 1]?.id ?? null);
      void moveCodeTo(project, id, parentId, beforeId).then(say);
    },
  });
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

function say(refusal: Refusal): void {
  if (refusal) showToast({ message: problemText(refusal) });
}

function focusedCode(event: KeyboardEvent, tree: CodeTree): Code | undefined {
  const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
  const id = row?.getAttribute('data-key');
  return id ? tree.get(id as CodeId) : undefined;
}

function collapsedAfter(tree: CodeTree, expanded: ReadonlySet<Key>): Set<Key> {
  return new Set(
    tree.rows
      .filter(({ code }) => tree.childrenOf(code.id).length > 0 && !expanded.has(code.id))
      .map(({ code }) => code.id),
  );
}
