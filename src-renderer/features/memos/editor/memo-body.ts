import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  ListItemNode,
  ListNode,
  registerList,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { ORDERED_LIST, registerMarkdownShortcuts, UNORDERED_LIST } from '@lexical/markdown';
import { registerRichText } from '@lexical/rich-text';
import {
  $getSelection,
  $isRangeSelection,
  CLEAR_HISTORY_COMMAND,
  createEditor,
  FORMAT_TEXT_COMMAND,
  HISTORY_MERGE_TAG,
  mergeRegister,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { parseMarkup, writeMarkup, type LinkTarget } from '#domain/memos/memo-markup.ts';
import { listenToKeys, type KeyEvents } from './body-keys.ts';
import { $links, $readDocument, $showDocument, type FaceOf } from './document.ts';
import { keepToMarkup } from './keep-to-markup.ts';
import { LinkNode } from './link-node.ts';
import { $replaceMention, mentionIn, type Mention } from './mention.ts';

/** What is on at the caret. */
export interface BodyStyle {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly list: 'bullets' | 'numbers' | null;
}

export interface MemoBodyEvents extends KeyEvents {
  /** The words or their style have changed. */
  readonly onChange: () => void;
  readonly onStyle: (style: BodyStyle) => void;
  readonly onMention: (mention: Mention | null) => void;
}

const LOADED = 'memo-loaded';
/** Typing that rests for so long is a step of the field's own undo. */
const UNDO_STEP_MS = 500;
/** Lists begin with 1: the markup counts for itself. */
const FROM_ONE = { ...ORDERED_LIST, regExp: /^(\s*)(1)[.)]\s/ };

/** The body of a memo in an editable field. Speaks markup at its doors; imperative, as the reader is. */
export class MemoBody {
  readonly #editor: LexicalEditor;
  readonly #host: HTMLElement;
  readonly #events: MemoBodyEvents;
  readonly #faceOf: FaceOf;
  readonly #unregister: () => void;
  readonly #stopWatching: () => void;
  /** What was last loaded or told. */
  #markup = '';

  constructor(host: HTMLElement, body: string, faceOf: FaceOf, events: MemoBodyEvents) {
    this.#host = host;
    this.#faceOf = faceOf;
    this.#events = events;
    this.#editor = createEditor({
      namespace: 'postil-memo',
      editable: host.isContentEditable,
      nodes: [ListNode, ListItemNode, LinkNode],
      theme: { text: { bold: 'memo-bold', italic: 'memo-italic' }, list: { ul: 'memo-list', ol: 'memo-list' } },
      onError: (error) => {
        throw error;
      },
    });
    this.#unregister = mergeRegister(
      registerRichText(this.#editor),
      registerHistory(this.#editor, createEmptyHistoryState(), UNDO_STEP_MS),
      registerList(this.#editor),
      registerMarkdownShortcuts(this.#editor, [UNORDERED_LIST, FROM_ONE]),
      keepToMarkup(this.#editor),
      listenToKeys(this.#editor, events),
    );
    this.#editor.setRootElement(host);
    host.addEventListener('click', this.#click);
    this.load(body);
    // Only now: before this what stands in the editor is nobody's words.
    this.#stopWatching = this.#editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      if (tags.has(LOADED)) return;
      if (dirtyElements.size + dirtyLeaves.size > 0) this.#compare();
      this.#look();
    });
  }

  destroy(): void {
    this.#host.removeEventListener('click', this.#click);
    this.#stopWatching();
    this.#unregister();
    this.#editor.setRootElement(null);
  }

  /** As it was last told of. */
  get markup(): string {
    return this.#markup;
  }

  /** Shows another body; the field's own undo begins anew. */
  load(body: string): void {
    this.#editor.update(() => $showDocument(parseMarkup(body), this.#faceOf), {
      discrete: true,
      tag: [LOADED, HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG],
    });
    this.#editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
    this.#markup = this.#written();
  }

  /** Shows the present names of what its links lead to. */
  refreshNames(): void {
    const isStale = (link: LinkNode): boolean => link.differs(this.#faceOf(link.target, link.label));
    if (!this.#editor.getEditorState().read(() => $links().some(isStale))) return;
    this.#editor.update(
      () => {
        for (const link of $links()) if (isStale(link)) link.wear(this.#faceOf(link.target, link.label));
      },
      // Whoever is elsewhere in the window is not to be pulled in here.
      { tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] },
    );
  }

  focus(): void {
    this.#editor.focus(undefined, { defaultSelection: 'rootEnd' });
  }

  toggle(style: 'bold' | 'italic'): void {
    this.#editor.dispatchCommand(FORMAT_TEXT_COMMAND, style);
    this.#editor.focus();
  }

  toggleList(kind: 'bullets' | 'numbers', isOn: boolean): void {
    const insert = kind === 'bullets' ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND;
    this.#editor.dispatchCommand(isOn ? REMOVE_LIST_COMMAND : insert, undefined);
    this.#editor.focus();
  }

  /** As if `@` had been typed. */
  beginMention(): void {
    this.#editor.focus(
      () =>
        this.#editor.update(() => {
          const selection = $getSelection();
          if (!$isRangeSelection(selection)) return;
          const { offset } = selection.anchor;
          const before = selection.anchor.getNode().getTextContent().slice(0, offset);
          selection.insertText(before === '' || /\s$/.test(before) ? '@' : ' @');
        }),
      { defaultSelection: 'rootEnd' },
    );
  }

  mention(target: LinkTarget, name: string): void {
    this.#editor.update(() => $replaceMention(target, this.#faceOf(target, name)));
    this.#editor.focus();
  }

  readonly #click = (event: MouseEvent): void => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-link]') : null;
    if (!element || !(getSelection()?.isCollapsed ?? true)) return;
    const [kind, id = ''] = element.dataset.link?.split('/') ?? [];
    this.#events.onFollow({ kind: kind as LinkTarget['kind'], id });
  };

  #written(): string {
    return this.#editor.getEditorState().read(() => writeMarkup($readDocument()));
  }

  /** Lexical also reports what changes no words: a focus, a caret beside a link, a link's new name. */
  #compare(): void {
    const markup = this.#written();
    if (withoutLabels(markup) === withoutLabels(this.#markup)) return;
    this.#markup = markup;
    this.#events.onChange();
  }

  #look(): void {
    this.#events.onMention(mentionIn(this.#editor));
    this.#events.onStyle(
      this.#editor.getEditorState().read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return { isBold: false, isItalic: false, list: null };
        return {
          isBold: selection.hasFormat('bold'),
          isItalic: selection.hasFormat('italic'),
          list: $listAround(selection.anchor.getNode()),
        };
      }),
    );
  }
}

/** Labels of links follow the names of things, and are written down with the next words. */
function withoutLabels(markup: string): string {
  return markup.replace(/\[(?:\\.|[^\]\\])*\]\(postil:/g, '[](postil:');
}

function $listAround(node: LexicalNode): BodyStyle['list'] {
  const list = node.getParents().find($isListNode);
  if (!list) return null;
  return list.getListType() === 'number' ? 'numbers' : 'bullets';
}
