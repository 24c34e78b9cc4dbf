import { useEffect, useRef } from 'react';
import { isModPressed } from '#ui/shortcut-text.ts';

export type WorkbenchKey =
  | 'undo'
  | 'redo'
  | 'palette'
  | 'addSources'
  | 'addFolder'
  | 'exportCodings'
  | 'exportCodebook'
  | 'settings'
  | 'close'
  | 'left'
  | 'right'
  | 'newCode'
  | 'larger'
  | 'smaller'
  | 'normalSize'
  | 'nextPane'
  | 'previousPane'
  | 'fullTint'
  | 'find';

/** What keeps the keys to itself while it is open. A toast has the role of an alert dialogue, too, but asks nothing. */
const QUESTIONS = '[role=dialog][data-rac], [role=alertdialog]:not(.ui-toast), .palette';

/** Keys that work wherever the focus is in the window, but not behind a dialog, and not against a field's own undo. */
export function useWorkbenchKeys(act: (key: WorkbenchKey) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector(QUESTIONS)) return;
      const key = keyOf(event);
      if (!key || (isTyping(event.target) && (key === 'undo' || key === 'redo'))) return;
      event.preventDefault();
      latest.current(key);
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function keyOf(event: KeyboardEvent): WorkbenchKey | null {
  if (event.key === 'F6') return event.shiftKey ? 'previousPane' : 'nextPane';
  if (!isModPressed(event) || event.altKey) return null;
  const letter = event.key.toLowerCase();
  if (event.shiftKey) return shifted[letter] ?? null;
  return plain[letter] ?? null;
}

const plain: Readonly<Record<string, WorkbenchKey>> = {
  z: 'undo',
  y: 'redo',
  k: 'palette',
  f: 'find',
  i: 'addSources',
  e: 'exportCodings',
  ',': 'settings',
  w: 'close',
  b: 'left',
  '.': 'right',
  '=': 'larger',
  '+': 'larger',
  '-': 'smaller',
  '0': 'normalSize',
};

const shifted: Readonly<Record<string, WorkbenchKey>> = {
  z: 'redo',
  i: 'addFolder',
  e: 'exportCodebook',
  n: 'newCode',
  f: 'fullTint',
  // On many layouts plus is a shifted key.
  '+': 'larger',
};

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
