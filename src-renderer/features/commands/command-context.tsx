import { createContext, use, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useSettings } from '#features/settings/index.ts';
import { ANSWERED } from '#ui/use-once.ts';
import { CommandCenter } from './command-center.ts';
import type { CommandId } from './command-list.ts';

const CommandContext = createContext<CommandCenter | null>(null);

/** What keeps the keys to itself while it is open. A toast has the role of an alert dialogue, too, but asks nothing. */
const QUESTIONS = '[role=dialog][data-rac], [role=alertdialog]:not(.ui-toast), .palette';
/** Says of a list that Alt and an arrow move its rows: in there they are no commands. */
const OWN_ALT_ARROWS = '[data-alt-arrows]';
const LEAVING = `[data-exiting], [${ANSWERED}]`;
/** A field's own undo comes before ours. */
const OF_FIELDS = new Set<CommandId>(['undo', 'redo']);

/** One for a window: listens to its keys as long as it is there. */
export function CommandProvider({ children }: { children: ReactNode }): ReactNode {
  const { settings, description } = useSettings();
  const center = useMemo(() => new CommandCenter(description.platform === 'darwin'), [description.platform]);
  useEffect(() => center.chooseKeys(settings.shortcuts), [center, settings.shortcuts]);
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isAsking()) return;
      const id = center.commandFor(event, 'window');
      if (!id || (isTyping(event.target) && (OF_FIELDS.has(id) || isWriting(event, center.isMac)))) return;
      // Ours, whether it can be done now or not: the browser must not do something else instead.
      event.preventDefault();
      event.stopImmediatePropagation();
      whenGone(() => center.run(id));
    };
    const ahead = (event: KeyboardEvent): void => {
      const isTaken = event.target instanceof Element && event.target.closest(OWN_ALT_ARROWS) !== null;
      if (event.altKey && event.key.startsWith('Arrow') && !isTaken) listener(event);
    };
    window.addEventListener('keydown', listener);
    // Lists and trees go by arrows whether Alt is held or not, and would keep those that are commands.
    window.addEventListener('keydown', ahead, { capture: true });
    return () => {
      window.removeEventListener('keydown', listener);
      window.removeEventListener('keydown', ahead, { capture: true });
    };
  }, [center]);
  return <CommandContext value={center}>{children}</CommandContext>;
}

export function useCommandCenter(): CommandCenter {
  const center = use(CommandContext);
  if (!center) throw new Error('useCommandCenter needs a CommandProvider around it');
  return center;
}

/** Says what a command does while this component is there. The latest `run` counts; it need not be memoised. */
export function useCommand(id: CommandId, run: () => void, isEnabled = true): void {
  const center = useCommandCenter();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => center.register(id, { run: () => latest.current(), isEnabled }), [center, id, isEnabled]);
}

/** Whether a dialog or palette is there that is not about to go. */
export function isAsking(): boolean {
  return [...document.querySelectorAll(QUESTIONS)].some((question) => !question.closest(LEAVING));
}

/** What leaves keeps the focus to itself until it is gone, a frame or two, or until it has been written: a command of this moment waits so long. */
function whenGone(run: () => void): void {
  if (isAsking()) return;
  if (document.querySelector(QUESTIONS)) requestAnimationFrame(() => whenGone(run));
  else run();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** On a Mac Option writes signs (å, ~, @): in a field they are wanted. */
function isWriting({ altKey, ctrlKey, metaKey, key }: KeyboardEvent, isMac: boolean): boolean {
  return isMac && altKey && !ctrlKey && !metaKey && key.length === 1;
}
