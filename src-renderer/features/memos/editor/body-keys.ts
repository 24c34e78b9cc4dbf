import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import type { LinkTarget } from '#domain/memos/memo-markup.ts';
import { LinkNode } from './link-node.ts';

export interface KeyEvents {
  /** A key while something is mentioned; answers whether it was for the list of things. */
  readonly onMentionKey: (key: 'up' | 'down' | 'choose' | 'close') => boolean;
  readonly onFollow: (target: LinkTarget) => void;
  readonly onEscape: () => void;
}

/** The keys of the list that `@` opens, of links and of leaving; what they are not for goes on to the editor. */
export function listenToKeys(editor: LexicalEditor, events: KeyEvents): () => void {
  const forList = (key: 'up' | 'down' | 'choose' | 'close') => (event: KeyboardEvent | null) => {
    const isTaken = events.onMentionKey(key);
    if (isTaken) event?.preventDefault();
    return isTaken;
  };
  return mergeRegister(
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, forList('down'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, forList('up'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_TAB_COMMAND, forList('choose'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        // With the command key it is the window's: give a code.
        if (event && (event.ctrlKey || event.metaKey)) return true;
        return forList('choose')(event) || $followHere(event, events.onFollow);
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        if (!forList('close')(event)) {
          event.preventDefault();
          events.onEscape();
        }
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** Follows the link that the caret stands in. */
function $followHere(event: KeyboardEvent | null, onFollow: KeyEvents['onFollow']): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const node = selection.anchor.getNode();
  const { offset } = selection.anchor;
  const isInside = offset > 0 && offset < node.getTextContentSize();
  if (!(node instanceof LinkNode) || !selection.isCollapsed() || !isInside) return false;
  event?.preventDefault();
  onFollow(node.target);
  return true;
}
