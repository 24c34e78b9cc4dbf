import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import type { LinkTarget } from '#domain/memos/memo-markup.ts';
import { $createLinkNode, LinkNode, type LinkFace } from './link-node.ts';

/** What is being typed after an `@`. */
export interface Mention {
  readonly query: string;
  /** Which `@` it is: the same as long as one types on. */
  readonly id: string;
  /** In CSS pixels of the window. */
  readonly rect: DOMRect;
}

/** An `@` at the beginning of a word; addresses such as a@b are left alone. */
const MENTION = /(?:^|[\s\p{Ps}\p{Pi}"'])@((?:[^\s@][^@\n]{0,60})?)$/u;

interface Place {
  readonly key: NodeKey;
  /** Of the `@`, in UTF-16 units of its text node. */
  readonly at: number;
  readonly end: number;
  readonly query: string;
}

function $findMention(): Place | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { key, offset } = selection.anchor;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || node instanceof LinkNode) return null;
  const query = MENTION.exec(node.getTextContent().slice(0, offset))?.[1];
  return query === undefined ? null : { key, at: offset - query.length - 1, end: offset, query };
}

/** The mention at the caret, if there is one. To be asked after the page has been brought up to date. */
export function mentionIn(editor: LexicalEditor): Mention | null {
  const place = editor.getEditorState().read($findMention);
  const text = place && editor.getElementByKey(place.key)?.firstChild;
  if (!place || !text || place.at > (text.textContent?.length ?? 0)) return null;
  const range = document.createRange();
  range.setStart(text, place.at);
  range.setEnd(text, Math.min(place.at + 1, text.textContent?.length ?? 0));
  return { query: place.query, id: `${place.key}/${place.at}`, rect: range.getBoundingClientRect() };
}

/** Puts a link where the mention at the caret stands, with a space after it. */
export function $replaceMention(target: LinkTarget, face: LinkFace): void {
  const place = $findMention();
  const selection = $getSelection();
  if (!place || !$isRangeSelection(selection)) return;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return;
  const parts = node.splitText(place.at, place.end);
  const typed = parts[place.at === 0 ? 0 : 1];
  if (!typed) return;
  const link = $createLinkNode(target, face.text, face);
  const next = typed.getNextSibling();
  typed.replace(link);
  if ($isTextNode(next) && !(next instanceof LinkNode) && /^\s/.test(next.getTextContent())) {
    next.select(1, 1);
    return;
  }
  const space = $createTextNode(' ');
  link.insertAfter(space);
  space.select(1, 1);
}
