import { useId, useMemo, useState, type AriaAttributes, type KeyboardEvent, type RefObject } from 'react';
import { mentionNamesOf } from '#domain/codebook/mentions/code-mentions.ts';
import type { Code } from '#domain/project/records.ts';
import { findCodes, matchCodes, useCodeTree } from '#features/codebook/index.ts';
import { useSession } from '#features/coding/index.ts';
import { useProject } from '#features/project/index.ts';
import { mentionQueryAt } from './mention-query.ts';

const SHOWN = 8;

/** The codes that could be meant by what was begun after an `@`. */
export interface OpenChoice {
  readonly listId: string;
  /** Where the `@` is, in UTF-16 units. */
  readonly start: number;
  readonly codes: readonly Code[];
  /** Index of the one that Enter takes. */
  readonly current: number;
  readonly onPoint: (index: number) => void;
  readonly onTake: (code: Code) => void;
}

export interface MentionChoice {
  readonly open: OpenChoice | null;
  readonly ariaProps: AriaAttributes;
  /** To be told whenever the caret has moved. */
  readonly onCaret: (area: HTMLTextAreaElement) => void;
  /** True when the key was meant for the list. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
}

/**
 * Completes the names of codes after `@` in a field of several lines.
 * @param text what is in the field; null where no codes are named
 */
export function useMentionChoice(area: RefObject<HTMLTextAreaElement | null>, text: string | null): MentionChoice {
  const tree = useCodeTree();
  const project = useProject();
  const session = useSession();
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  /** The `@` that is to stay a letter, or after which a code has been taken. */
  const [settled, setSettled] = useState<number | null>(null);
  const asked = text !== null && caret !== null ? mentionQueryAt(text, caret, tree) : null;
  const query = asked && asked.start !== settled ? asked.query : null;
  const codes = useMemo(() => {
    if (query === null) return [];
    // Groups can be named too; they come when one begins to write their name.
    const find = query === '' ? findCodes : matchCodes;
    const found = find(tree, query, session.snapshot().recent, (id) => project.counts.ofCode(id));
    // Words that follow an @ and are no name are found in definitions, too: with a space in them only names count.
    const meant = query.includes(' ') ? found.filter(({ marks }) => marks.length > 0) : found;
    return meant.slice(0, SHOWN).map(({ code }) => code);
  }, [query, tree, session, project]);

  const onCaret = (element: HTMLTextAreaElement): void => {
    const now = element.selectionStart === element.selectionEnd ? element.selectionStart : null;
    if (now === caret) return;
    setCaret(now);
    setAt(0);
    const begun = now === null ? null : mentionQueryAt(element.value, now, tree);
    if (begun?.start !== settled) setSettled(null);
  };
  if (asked === null || query === null || codes.length === 0) {
    return { open: null, ariaProps: {}, onCaret, onKeyDown: () => false };
  }
  const { start } = asked;
  const current = Math.min(at, codes.length - 1);
  const onTake = (code: Code): void => {
    const element = area.current;
    if (!element || caret === null) return;
    const name = mentionNamesOf(tree).write(code.id, element.value.slice(caret)) ?? `@${code.name}`;
    setSettled(start);
    element.focus({ preventScroll: true });
    element.setRangeText(name, start, caret, 'end');
    // For the field it is typing.
    element.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
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
    open: { listId, start, codes, current, onPoint: setAt, onTake },
    ariaProps: {
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-activedescendant': `${listId}-${current}`,
    },
    onCaret,
    onKeyDown,
  };
}
