import { X } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { SourceId } from '#domain/project/records.ts';
import { useProjectValue } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { pointOf, type Point } from '#ui/ContextMenu.tsx';
import { Icon } from '#ui/Icon.tsx';
import { StatusRing } from '#ui/StatusRing.tsx';
import { useDesk, useDeskState } from './desk-context.tsx';
import type { DeskSide, DeskTab } from './desk-state.ts';
import { TabMenu } from './TabMenu.tsx';
import { droppedTab, holdTab, isTabHeld } from './tab-drag.ts';
import './desk-tabs.css';

export interface DeskTabsProps {
  readonly side: DeskSide;
  /** Id of the element that shows the text in front. */
  readonly panelId: string;
}

/**
 * The texts open on one side. Only one tab can be reached by Tab; arrows go along the row without opening anything, since
 * opening a text takes the focus into it.
 */
export function DeskTabs({ side, panelId }: DeskTabsProps): ReactNode {
  const desk = useDesk();
  const { t } = useTranslation('desk');
  const sides = useDeskState((state) => state.sides);
  const row = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<SourceId | null>(null);
  const [menu, setMenu] = useState<{ tab: DeskTab; at: Point } | null>(null);
  const { tabs, activeId } = side;
  const current = tabs.some(({ sourceId }) => sourceId === reached) ? reached : activeId;
  const at = tabs.findIndex(({ sourceId }) => sourceId === current);

  const reach = (index: number): void => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (!tab) return;
    setReached(tab.sourceId);
    row.current?.querySelector<HTMLElement>(`[data-source="${tab.sourceId}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const tab = tabs[at];
    if (!tab || event.altKey || event.metaKey) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined && event.ctrlKey && event.shiftKey) desk.tabs.reorder(side.id, tab.sourceId, at + step);
    else if (event.ctrlKey) return;
    else if (step !== undefined) reach(at + step);
    else if (event.key === 'Home') reach(0);
    else if (event.key === 'End') reach(tabs.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') desk.tabs.activate(side.id, tab.sourceId);
    else if (event.key === 'Delete') desk.tabs.close(side.id, tab.sourceId);
    else return;
    event.preventDefault();
  };
  const number = sides.findIndex(({ id }) => id === side.id) + 1;

  return (
    <div className="desk-tabs-frame">
      <div
        ref={row}
        className="desk-tabs"
        role="tablist"
        aria-label={sides.length > 1 ? t('tabsOfSide', { number }) : t('tabs')}
        aria-describedby={`${panelId}-keys`}
        onKeyDown={onKeyDown}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setReached(null)}
        onWheel={({ currentTarget, deltaX, deltaY }) => {
          if (deltaX === 0) currentTarget.scrollLeft += deltaY;
        }}
        onDragOver={(event) => isTabHeld(event) && event.preventDefault()}
        onDrop={(event) => drop(event, tabs.length)}
      >
        {tabs.map((tab, index) => (
          <Tab
            key={tab.sourceId}
            tab={tab}
            panelId={panelId}
            isActive={tab.sourceId === activeId}
            isReached={tab.sourceId === current}
            isAlone={tabs.length === 1}
            onChoose={() => desk.tabs.activate(side.id, tab.sourceId)}
            onClose={() => desk.tabs.close(side.id, tab.sourceId)}
            onKeep={() => desk.tabs.keep(side.id, tab.sourceId, true)}
            onMenu={(point) => setMenu({ tab, at: point })}
            onHold={(event) => holdTab(event, { sideId: side.id, sourceId: tab.sourceId })}
            onDropBeside={(event, isBehind) => drop(event, isBehind ? index + 1 : index)}
          />
        ))}
      </div>
      <p id={`${panelId}-keys`} hidden>
        {t('keys')}
      </p>
      <TabMenu side={side} tab={menu?.tab ?? null} at={menu?.at ?? null} onClose={() => setMenu(null)} />
    </div>
  );

  function drop(event: DragEvent, to: number): void {
    const held = droppedTab(event);
    if (!held) return;
    event.preventDefault();
    event.stopPropagation();
    if (held.sideId !== side.id) desk.tabs.move(held.sideId, held.sourceId, to);
    else {
      // Taken out of the row, it leaves a gap before what stands behind it.
      const from = tabs.findIndex(({ sourceId }) => sourceId === held.sourceId);
      desk.tabs.reorder(side.id, held.sourceId, from < to ? to - 1 : to);
    }
  }
}

interface TabProps {
  readonly tab: DeskTab;
  readonly panelId: string;
  readonly isActive: boolean;
  readonly isReached: boolean;
  /** The only one on its side, where nothing gives way to anything else. */
  readonly isAlone: boolean;
  readonly onChoose: () => void;
  readonly onClose: () => void;
  readonly onKeep: () => void;
  readonly onMenu: (at: Point) => void;
  readonly onHold: (event: DragEvent) => void;
  readonly onDropBeside: (event: DragEvent, isBehind: boolean) => void;
}

function Tab(props: TabProps): ReactNode {
  const { tab, panelId, isActive, isReached, isAlone } = props;
  const { t } = useTranslation('desk');
  const source = useProjectValue(({ sources }) => sources.get(tab.sourceId));
  const isCoded = useProjectValue(({ counts }) => counts.ofSource(tab.sourceId) > 0);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = element;
    if (!isActive || !current?.parentElement) return undefined;
    // In view also when the row gets narrower.
    const observer = new ResizeObserver(() => current.scrollIntoView({ inline: 'nearest', block: 'nearest' }));
    observer.observe(current.parentElement);
    return () => observer.disconnect();
  }, [isActive]);
  const [edge, setEdge] = useState<'before' | 'behind' | null>(null);
  const name = source?.name ?? '';
  const path = source?.path ?? '';
  const isPassing = !tab.isKept && !isAlone;
  const isBehind = ({ clientX, currentTarget }: DragEvent): boolean => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return clientX > left + width / 2;
  };
  return (
    <div
      ref={element}
      id={isActive ? `${panelId}-tab` : undefined}
      role="tab"
      className="desk-tab"
      aria-selected={isActive}
      aria-controls={isActive ? panelId : undefined}
      aria-keyshortcuts="Delete"
      tabIndex={isReached ? 0 : -1}
      data-source={tab.sourceId}
      data-passing={isPassing || undefined}
      data-edge={edge ?? undefined}
      title={isPassing ? t('passing', { path }) : path}
      draggable
      onDragStart={props.onHold}
      onDragOver={(event) => {
        if (!isTabHeld(event)) return;
        event.preventDefault();
        setEdge(isBehind(event) ? 'behind' : 'before');
      }}
      onDragLeave={() => setEdge(null)}
      onDrop={(event) => {
        setEdge(null);
        props.onDropBeside(event, isBehind(event));
      }}
      onClick={props.onChoose}
      onDoubleClick={props.onKeep}
      onMouseDown={(event) => {
        // The middle button would begin to scroll.
        if (event.button === 1) event.preventDefault();
      }}
      onAuxClick={(event) => event.button === 1 && props.onClose()}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu(pointOf(event));
      }}
    >
      <StatusRing share={isCoded ? 1 : 0} />
      <span className="desk-tab-name">{name}</span>
      {/* For the pointer; by key it is Delete, since a tab cannot hold a button. */}
      <span
        className="desk-tab-close"
        aria-hidden
        title={t('close', { name })}
        onClick={(event) => {
          event.stopPropagation();
          props.onClose();
        }}
      >
        <Icon of={X} size={12} />
      </span>
    </div>
  );
}
