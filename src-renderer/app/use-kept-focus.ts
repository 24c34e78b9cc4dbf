import { useEffect, useEffectEvent, useRef } from 'react';
import { useDesk } from '#features/desk/index.ts';
import { afterDialog } from '#ui/after-dialog.ts';
import { keepKeysInOrder } from './keys-in-between.ts';
import { focusCodebook, isCodebookShown } from './use-centre.ts';
import type { SidePanelId } from './SidePanels.tsx';

/** What of the workbench is to be seen. */
export interface Shown {
  readonly panel: SidePanelId;
  readonly isLeftOpen: boolean;
  readonly isRightOpen: boolean;
}

/** A dialog that goes gives the focus back within two frames, if what had it before is still there. */
const AFTER_DIALOG_MS = 100;

/**
 * The focus is never nowhere, and Escape leads back to what stands in the middle, the text or the codebook. Where a panel that had
 * the focus makes room for another, the other's tab takes it; where a side is closed, or what had it goes otherwise, the middle.
 */
export function useKeptFocus(shown: Shown): void {
  const desk = useDesk();
  const before = useRef(shown);
  const keep = useEffectEvent((isTurned: boolean) => {
    const { activeElement } = document;
    const isOnTab = activeElement?.matches('.right-side [role=tab]') ?? false;
    if (activeElement !== document.body && !isOnTab) return;
    const tab = document.querySelector<HTMLElement>('.right-side [role=tab][aria-selected=true]');
    if (isTurned && tab) tab.focus();
    else if (!isOnTab) focusCentre(desk);
  });
  const { panel, isLeftOpen, isRightOpen } = shown;
  useEffect(() => {
    const now = { panel, isLeftOpen, isRightOpen };
    const isTurned = before.current.panel !== panel;
    before.current = now;
    // The panels go a render after their tab was turned to.
    const frame = requestAnimationFrame(() => keep(isTurned));
    return () => cancelAnimationFrame(frame);
  }, [panel, isLeftOpen, isRightOpen]);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let isPressed = false;
    let timer = 0;
    const keepLater = (event: FocusEvent): void => {
      // What is pressed takes the focus away on purpose, to copy a definition for instance.
      if (event.relatedTarget || isPressed) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        // In frames, too: on a busy machine the dialog's own frames come later than any time one could wait. Seen twice: a
        // menu that was opened and closed meanwhile has yet to give the focus back, too.
        afterDialog(() => {
          if (isNowhere()) afterDialog(() => isNowhere() && focusCentre(desk));
        });
      }, AFTER_DIALOG_MS);
    };
    document.addEventListener('focusout', keepLater, { signal });
    document.addEventListener('pointerdown', () => (isPressed = true), { signal, capture: true });
    window.addEventListener('pointerup', () => (isPressed = false), { signal, capture: true });
    window.addEventListener('pointercancel', () => (isPressed = false), { signal, capture: true });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [desk]);

  useEffect(() => keepKeysInOrder(() => focusCentre(desk)), [desk]);

  useEffect(() => {
    // Listened to last: a menu, a field or a list that has a use for Escape keeps it to itself.
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return;
      if (event.target.closest('[data-pane=left], [data-pane=right], [role=separator]')) focusCentre(desk);
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [desk]);
}

function isNowhere(): boolean {
  return document.hasFocus() && document.activeElement === document.body;
}

function focusCentre(desk: ReturnType<typeof useDesk>): void {
  if (isCodebookShown()) focusCodebook();
  else desk.focusText();
}
