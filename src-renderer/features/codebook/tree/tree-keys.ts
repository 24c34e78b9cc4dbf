import type { KeyboardEvent } from 'react';
import type { CodeLine } from '#domain/codebook/code-lines.ts';
import type { CodeId } from '#domain/project/records.ts';
import type { PanelView } from '../panel-state.ts';

const PAGE = 10;
/** So long letters are taken as one beginning of a name. */
const TYPING_MS = 900;

/** The codes that are marked after the focus has come to a line. */
export function selectTo(
  lines: readonly CodeLine[],
  view: PanelView,
  to: number,
  how: 'alone' | 'range' | 'toggle' | 'focusOnly',
): Partial<PanelView> {
  const id = lines[to]?.code.id;
  if (!id) return {};
  if (how === 'focusOnly') return { focused: id };
  if (how === 'alone') return { focused: id, anchor: id, selected: new Set([id]) };
  if (how === 'toggle') {
    const selected = new Set(view.selected);
    if (!selected.delete(id)) selected.add(id);
    return { focused: id, anchor: id, selected };
  }
  const from = lines.findIndex(({ code }) => code.id === (view.anchor ?? view.focused));
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  const selected = new Set(lines.slice(first, last + 1).map(({ code }) => code.id));
  return { focused: id, anchor: lines[from]?.code.id ?? id, selected };
}

/** The line a key leads to; null for keys that lead nowhere. */
export function lineAfter(key: string, lines: readonly CodeLine[], at: number): number | null {
  const last = lines.length - 1;
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[key];
  if (step !== undefined) return Math.max(0, Math.min(last, at + step));
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}

/** Opens, closes, or goes to the parent or the first below, as in every tree. */
export function branchKey(
  key: string,
  lines: readonly CodeLine[],
  at: number,
  collapsed: ReadonlySet<CodeId>,
): { readonly collapsed: ReadonlySet<CodeId> } | { readonly line: number } | null {
  const line = lines[at];
  if (!line) return null;
  if (key === 'ArrowRight') {
    if (line.isExpanded) return { line: at + 1 };
    return line.hasChildren ? { collapsed: toggled(collapsed, line.code.id) } : null;
  }
  if (key !== 'ArrowLeft') return null;
  if (line.isExpanded) return { collapsed: toggled(collapsed, line.code.id) };
  return line.parent >= 0 ? { line: line.parent } : null;
}

export function toggled(ids: ReadonlySet<CodeId>, id: CodeId): ReadonlySet<CodeId> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Type to find: letters that follow one another quickly are the beginning of a name. */
export class TypedName {
  #typed = '';
  #at = 0;

  /** The line whose name begins so, from the present one on; null where there is none, or the key writes nothing. */
  find(
    { key, ctrlKey, metaKey, altKey, timeStamp }: KeyboardEvent,
    lines: readonly CodeLine[],
    at: number,
  ): number | null {
    if (!/^.$/u.test(key) || key === ' ' || ctrlKey || metaKey || altKey) return null;
    const isGoingOn = timeStamp - this.#at < TYPING_MS;
    this.#typed = (isGoingOn ? this.#typed : '') + key.toLowerCase();
    this.#at = timeStamp;
    const start = this.#typed.length === 1 ? at + 1 : at;
    for (let step = 0; step < lines.length; step++) {
      const index = (start + step) % lines.length;
      if (lines[index]?.code.name.toLowerCase().startsWith(this.#typed)) return index;
    }
    return null;
  }
}
