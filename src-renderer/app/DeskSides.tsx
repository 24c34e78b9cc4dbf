import { Fragment, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { DeskTabs, focusedSide, useDesk, useDeskState, type DeskSide } from '#features/desk/index.ts';
import { useProjectValue } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';
import { useArrangement } from './arrangement-context.tsx';
import { CodingsSpoken } from './CodingsSpoken.tsx';
import type { ReaderKeyActions } from './reader-keys.ts';
import { ReadingPane } from './ReadingPane.tsx';

/** Two texts stand beside each other from this width on, in pixels: 45 letters a line and the stripes. Below they lie above one another. */
const BESIDE_FROM = 960;

/** The texts that lie open: one, or two beside each other; above one another where there is no room. */
export function DeskSides({ actions }: { actions: ReaderKeyActions }): ReactNode {
  const { t } = useTranslation('workbench');
  const sides = useDeskState((state) => state.sides);
  const hasSources = useProjectValue(({ sources }) => sources.size > 0);
  const frame = useRef<HTMLDivElement>(null);
  const isWide = useIsWide(frame);
  const arrangement = useArrangement();
  const firstShare = sides.length === 1 ? 100 : arrangement.value.firstTextShare;
  useWindowTitle();
  // A row for one text would say what stands below it already. Beside a row the other side has one too, so that both texts begin at the same height.
  const isAnyRow = sides.some(({ tabs }) => tabs.length > 1);
  return (
    <div className="desk" ref={frame}>
      {sides.length === 0 && <p className="centre-empty">{hasSources ? t('openSource') : ''}</p>}
      {sides.length > 0 && (
        // One text is in a group as well, so that it stays as it is when another comes to lie beside it.
        <Group
          orientation={isWide ? 'horizontal' : 'vertical'}
          onLayoutChanged={(layout, { isUserInteraction }) => {
            const firstTextShare = layout[`side-${sides[0]?.id}`];
            if (isUserInteraction && firstTextShare !== undefined) arrangement.change({ firstTextShare });
          }}
        >
          {sides.map((side, index) => (
            <Fragment key={side.id}>
              {index > 0 && (
                <Separator
                  className={isWide ? 'panel-separator' : 'panel-separator horizontal'}
                  aria-label={t('sideSizes')}
                />
              )}
              <Panel
                id={`side-${side.id}`}
                minSize={isWide ? 320 : 140}
                defaultSize={`${index === 0 ? firstShare : 100 - firstShare}%`}
              >
                <DeskSidePane side={side} hasTabs={isWide ? isAnyRow : side.tabs.length > 1} actions={actions} />
              </Panel>
            </Fragment>
          ))}
        </Group>
      )}
      <CodingsSpoken />
    </div>
  );
}

interface DeskSidePaneProps {
  readonly side: DeskSide;
  readonly hasTabs: boolean;
  readonly actions: ReaderKeyActions;
}

function DeskSidePane({ side, hasTabs, actions }: DeskSidePaneProps): ReactNode {
  const desk = useDesk();
  const { t } = useTranslation('workbench');
  const source = useProjectValue(({ sources }) => sources.get(side.activeId));
  const isFocused = useDeskState((state) => state.focusedId === side.id);
  const panelId = `desk-panel-${side.id}`;
  const takeFocus = (): void => desk.focusSide(side.id);
  return (
    <div
      className="desk-side"
      data-side={side.id}
      data-focused={isFocused || undefined}
      data-resting={!isFocused || undefined}
      onFocusCapture={takeFocus}
      onPointerDownCapture={takeFocus}
    >
      {hasTabs && <DeskTabs side={side} panelId={panelId} />}
      <div
        id={panelId}
        className="desk-text"
        {...(hasTabs && { role: 'tabpanel', 'aria-labelledby': `${panelId}-tab` })}
      >
        {source && (
          <ReadingPane
            key={source.id}
            source={source}
            actions={actions}
            placeKeys={placeKeys(side.id, source.id)}
            onView={(view) => desk.opened(side.id, view)}
            onGone={(view) => desk.gone(side.id, view)}
            onFailure={() => {
              desk.gone(side.id, null);
              showToast({ message: t('openFailed', { name: source.name }) });
            }}
          />
        )}
      </div>
    </div>
  );
}

/** Each side has its own place in a text; opened on the other for the first time it opens where it is on this one. */
function placeKeys(sideId: DeskSide['id'], sourceId: string): readonly string[] {
  const keys = [`place:${sourceId}`, `place:${sourceId}:b`];
  return sideId === 'a' ? keys : keys.toReversed();
}

/** The window's name says what is read, where windows are listed and to those who listen. */
function useWindowTitle(): void {
  const { t } = useTranslation('workbench');
  const sourceId = useDeskState((state) => focusedSide(state)?.activeId);
  const name = useProjectValue(({ project }) => project.name);
  const source = useProjectValue(({ sources }) => (sourceId ? sources.get(sourceId)?.name : undefined));
  useEffect(() => {
    document.title = source === undefined ? t('windowTitle', { name }) : t('windowTitleReading', { name, source });
  }, [t, name, source]);
}

function useIsWide(frame: RefObject<HTMLDivElement | null>): boolean {
  const [isWide, setIsWide] = useState(true);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setIsWide(element.clientWidth >= BESIDE_FROM));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return isWide;
}
