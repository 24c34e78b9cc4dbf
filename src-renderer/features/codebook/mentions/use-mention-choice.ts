import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { mentionNamesOf } from '#domain/codebook/mentions/code-mentions.ts';
import type { Code } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import { findCodes, matchCodes } from '../chooser/find-codes.ts';
import { recentCodes } from '../recent-codes.ts';
import { useCodeTree } from '../tree-of-project.ts';
import { mentionQueryAt } from './mention-query.ts';

const SHOWN = 8;

/** The codes that could be meant by what was begun after an `@`. */
export interface OpenChoice {
  readonly listId: string;
  readonly area: HTMLTextAreaElement;
  /** Where the `@` is, in UTF-16 units. */
  readonly start: number;
  readonly codes: readonly Code[];
  /** Index of the one that Enter takes. */
  readonly current: number;
  readonly onPoint: (index: number) => void;
  readonly onTake: (code: Code) => void;
}

export interface MentionChoice {
  /** For `MentionList`; null where no name is being written. */
  readonly open: OpenChoice | null;
  /** For the field. */
  readonly ariaProps: {
    readonly 'aria-autocomplete'?: 'list';
    readonly 'aria-controls'?: string;
    readonly 'aria-activedescendant'?: string;
  };
  /** To be told of what is typed: names are offered to one who writes, not to one who goes through a text. */
  readonly onTyped: (area: HTMLTextAreaElement) => void;
  /** To be told whenever the caret has moved. */
  readonly onCaret: (area: HTMLTextAreaElement) => void;
  readonly onLeave: () => void;
  /** True when the key was meant for the list. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

interface Caret {
  readonly area: HTMLTextAreaElement;
  /** In UTF-16 units. */
  readonly at: number;
}

/**
 * Completes the names of codes after `@` in a field of several lines.
 * @param text what is in the field; null where no codes are named
 */
export function useMentionChoice(text: string | null): MentionChoice {
  const tree = useCodeTree();
  const project = useProject();
  const listId = useId();
  const [caret, setCaret] = useState<Caret | null>(null);
  const [at, setAt] = useState(0);
  /** The `@` that is to stay a letter, or after which a code has been taken. */
  const [settled, setSettled] = useState<number | null>(null);
  const asked = text !== null && caret !== null ? mentionQueryAt(text, caret.at, tree) : null;
  const query = asked && asked.start !== settled ? asked.query : null;
  const codes = useMemo(() => {
    if (query === null) return [];
    // Groups can be named too; they come when one begins to write their name.
    const find = query === '' ? findCodes : matchCodes;
    const found = find(tree, query, recentCodes(project), (id) => project.counts.ofCode(id));
    // Words that follow an @ and are no name are found in definitions, too: with a space in them only names count.
    const meant = query.includes(' ') ? found.filter(({ marks }) => marks.length > 0) : found;
    return meant.slice(0, SHOWN).map(({ code }) => code);
  }, [query, tree, project]);

  const follow = (area: HTMLTextAreaElement, isTyping: boolean): void => {
    const now = area.selectionStart === area.selectionEnd ? area.selectionStart : null;
    if (now === (caret?.at ?? null)) return;
    const begun = now === null ? null : mentionQueryAt(area.value, now, tree);
    const isFollowed = isTyping || (begun !== null && begun.start === asked?.start);
    setCaret(now !== null && isFollowed ? { area, at: now } : null);
    setAt(0);
    setSettled((before) => (begun?.start === before ? before : null));
  };
  const events = {
    onTyped: (area: HTMLTextAreaElement) => follow(area, true),
    onCaret: (area: HTMLTextAreaElement) => follow(area, false),
    onLeave: () => setCaret(null),
  };
  if (caret === null || asked === null || query === null || codes.length === 0) {
    return { open: null, ariaProps: {}, ...events, onKeyDown: () => false };
  }
  const { area } = caret;
  const { start } = asked;
  const current = Math.min(at, codes.length - 1);
  const onTake = (code: Code): void => {
    const name = mentionNamesOf(tree).write(code.id, area.value.slice(caret.at)) ?? `@${code.name}`;
    setSettled(start);
    area.focus({ preventScroll: true });
    area.setRangeText(name, start, caret.at, 'end');
    // For the field it is typing.
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const code = codes[current];
    if (step !== undefined) setAt((current + step + codes.length) % codes.length);
    else if (event.key === 'Escape') setSettled(start);
    else if ((event.key === 'Enter' || event.key === 'Tab') && code) onTake(code);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    open: { listId, area, start, codes, current, onPoint: setAt, onTake },
    ariaProps: {
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-activedescendant': `${listId}-${current}`,
    },
    ...events,
    onKeyDown,
  };
}
