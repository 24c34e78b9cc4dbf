import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './FindList.css';

const PAGE = 8;

/** Where the arrow and page keys lead in a list of so many rows, from the row at hand; null for any other key. */
export function rowAfterKey({ key }: KeyboardEvent, at: number, count: number): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[key];
  return step === undefined ? null : Math.max(0, Math.min(count - 1, at + step));
}

export function findRowId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

export interface FindFieldProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly listId: string;
  /** Index of the row at hand; null in an empty list. */
  readonly current: number | null;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** What choosing does, in a word or two. */
  readonly hint?: string;
}

/** The field of a list in which one finds by typing. It keeps the keyboard, and says which row is at hand (ARIA's combobox). */
export function FindField(props: FindFieldProps): ReactNode {
  const { icon, label, listId, current, query, onQuery, onKeyDown, hint } = props;
  return (
    <div className="ui-find-query">
      <Icon of={icon} />
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because someone asked to type here
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-label={label}
        aria-activedescendant={current === null ? undefined : findRowId(listId, current)}
        placeholder={label}
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {hint !== undefined && <span className="ui-find-hint">{hint}</span>}
    </div>
  );
}

export function FindRows({ id, label, children }: { id: string; label: string; children: ReactNode }): ReactNode {
  return (
    <div className="ui-find-rows" role="listbox" id={id} aria-label={label}>
      {children}
    </div>
  );
}

export interface FindRowProps {
  readonly id: string;
  readonly isCurrent: boolean;
  /** It is said in the list, and cannot be chosen. */
  readonly isRefused?: boolean;
  readonly onPoint: () => void;
  readonly onPick: (event: MouseEvent) => void;
  readonly children: ReactNode;
}

/** In it `ui-find-name` is what was looked for, `ui-find-detail` where it belongs. The row at hand is always in view. */
export function FindRow({ id, isCurrent, isRefused, onPoint, onPick, children }: FindRowProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={isCurrent}
      aria-disabled={isRefused}
      className="ui-find-row"
      onPointerMove={(event) => isMoved(event) && onPoint()}
      onClick={onPick}
    >
      {children}
    </div>
  );
}

/** Not on enter, and not on the move that Chromium makes up when a list moves under a resting pointer: it chooses nothing. */
function isMoved({ movementX, movementY }: PointerEvent): boolean {
  return movementX !== 0 || movementY !== 0;
}
