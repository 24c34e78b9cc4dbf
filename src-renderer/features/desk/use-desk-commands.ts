import { useEffect } from 'react';
import { useCommand } from '#features/commands/index.ts';
import { inOrder } from '#features/corpus/index.ts';
import { useProject } from '#features/project/index.ts';
import { useDesk, useDeskState } from './desk-context.tsx';
import { focusedSide } from './desk-state.ts';

/** What can be done with the texts that lie open, from anywhere in the window. */
export function useDeskCommands(): void {
  const project = useProject();
  const desk = useDesk();
  const sides = useDeskState((state) => state.sides.length);
  const tabs = useDeskState((state) => focusedSide(state)?.tabs.length ?? 0);
  const canGoBack = useDeskState(
    () => desk.hasDetour || desk.places.back.some(({ sourceId }) => project.sources.has(sourceId)),
  );
  const canGoForward = useDeskState(() => desk.places.forward.some(({ sourceId }) => project.sources.has(sourceId)));
  const stepSource = (step: 1 | -1): void => {
    const sources = inOrder(project.sources.values());
    const at = sources.findIndex(({ id }) => id === desk.sourceId);
    const next = at < 0 ? sources[0] : sources[at + step];
    if (next) desk.openSource(next.id);
  };
  const close = (): void => {
    const { sourceId } = desk;
    if (sourceId) desk.tabs.close(desk.snapshot().focusedId, sourceId);
  };

  useCommand('nextTab', () => desk.tabs.step(1), tabs > 1);
  useCommand('previousTab', () => desk.tabs.step(-1), tabs > 1);
  useCommand('closeTab', close, tabs > 0);
  useCommand('splitView', () => desk.split(), sides === 1);
  useCommand('closeSplit', () => desk.closeSplit(), sides === 2);
  useCommand('otherSide', () => desk.otherSide(), sides === 2);
  useCommand('back', () => void desk.step(-1), canGoBack);
  useCommand('forward', () => void desk.step(1), canGoForward);
  useEffect(() => {
    // The two buttons at the side of a mouse.
    const listener = (event: MouseEvent): void => {
      if (event.button !== 3 && event.button !== 4) return;
      event.preventDefault();
      void desk.step(event.button === 3 ? -1 : 1);
    };
    window.addEventListener('mouseup', listener);
    return () => window.removeEventListener('mouseup', listener);
  }, [desk]);
  useCommand('nextSource', () => stepSource(1));
  useCommand('previousSource', () => stepSource(-1));
}
