import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useDesk, useDeskState, type DeskSide } from '#features/desk/index.ts';
import { useProjectValue } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';
import type { ReaderKeyActions } from './reader-keys.ts';
import { ReadingPane } from './ReadingPane.tsx';

/** The texts that lie open: one, or two beside each other; above one another where there is no room. */
export function DeskSides({ actions }: { actions: ReaderKeyActions }): ReactNode {
  const { t } = useTranslation('workbench');
  const sides = useDeskState((state) => state.sides);
  const hasSources = useProjectValue(({ sources }) => sources.size > 0);
  if (sides.length === 0) return <p className="centre-empty">{hasSources ? t('openSource') : ''}</p>;
  return (
    // One text is in a group as well, so that it stays as it is when another comes to lie beside it.
    <Group orientation="horizontal" className="desk-sides">
      {sides.map((side, index) => (
        <Fragment key={side.id}>
          {index > 0 && <Separator className="panel-separator" aria-label={t('sideSizes')} />}
          <Panel id={`side-${side.id}`} minSize={200}>
            <DeskSidePane side={side} actions={actions} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}

function DeskSidePane({ side, actions }: { side: DeskSide; actions: ReaderKeyActions }): ReactNode {
  const desk = useDesk();
  const { t } = useTranslation('workbench');
  const source = useProjectValue(({ sources }) => sources.get(side.activeId));
  const isFocused = useDeskState((state) => state.focusedId === side.id);
  const takeFocus = (): void => desk.focusSide(side.id);
  return (
    <div
      className="desk-side"
      data-side={side.id}
      data-focused={isFocused || undefined}
      onFocusCapture={takeFocus}
      onPointerDownCapture={takeFocus}
    >
      {source && (
        <ReadingPane
          key={source.id}
          source={source}
          actions={actions}
          onView={(view) => desk.opened(side.id, view)}
          onGone={(view) => desk.gone(side.id, view)}
          onFailure={() => {
            desk.gone(side.id, null);
            showToast({ message: t('openFailed', { name: source.name }) });
          }}
        />
      )}
    </div>
  );
}
