import { useEffect, useRef } from 'react';
import { useCommand } from '#features/commands/index.ts';
import { useDesk } from '#features/desk/index.ts';
import { useSearch, useSearchState } from '#features/search/index.ts';
import type { SidePanelId } from './SidePanels.tsx';

/** The right side: which panel it shows, and whether it stands beside the page or would cover it. */
export interface RightSide {
  readonly shown: SidePanelId;
  readonly isBeside: boolean;
  readonly show: (id: SidePanelId) => void;
}

export interface Finding {
  readonly isOpen: boolean;
  readonly isListed: boolean;
  /** Shows the list of places, or the panel from before. */
  readonly list: (isWanted: boolean) => void;
  /** To be told when someone chooses a panel: what is chosen while finding is remembered. */
  readonly turnedTo: (id: SidePanelId) => void;
}

/**
 * Searching from anywhere in the window. While the search bar is open its places are listed beside the page, unless someone
 * has turned to another panel; afterwards the panel from before comes back.
 */
export function useFinding({ shown, isBeside, show }: RightSide): Finding {
  const search = useSearch();
  const desk = useDesk();
  const isOpen = useSearchState((state) => state.isOpen);
  const before = useRef<SidePanelId>('passage');

  const list = (isWanted: boolean): void => {
    if (isWanted) {
      if (shown !== 'found') before.current = shown;
      show('found');
    } else if (shown === 'found') show(before.current);
  };
  const open = (): void => {
    desk.wantText();
    // Escape stays where the search has come to; "back" returns to where it began.
    if (!isOpen) desk.leave();
    search.open();
    // Asked for again, the field that is there takes the focus.
    const field = document.querySelector<HTMLInputElement>('.find-bar input');
    field?.focus();
    field?.select();
    if (!isOpen && isBeside && search.snapshot().isListWanted) list(true);
  };
  const step = (direction: 1 | -1): void => {
    if (search.snapshot().query === '') open();
    else void search.step(direction);
  };
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen && shown === 'found') show(before.current);
    wasOpen.current = isOpen;
  }, [isOpen, shown, show]);

  useCommand('find', open);
  useCommand('findNext', () => step(1));
  useCommand('findPrevious', () => step(-1));
  useCommand('showFound', () => list(true));
  const turnedTo = (id: SidePanelId): void => {
    if (isOpen) search.wantList(id === 'found');
  };
  return {
    isOpen,
    isListed: shown === 'found' && isBeside,
    list: (isWanted) => {
      list(isWanted);
      search.wantList(isWanted);
    },
    turnedTo,
  };
}
