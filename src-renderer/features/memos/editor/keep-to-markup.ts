import {
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  FORMAT_TEXT_COMMAND,
  mergeRegister,
  REDO_COMMAND,
  TextNode,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { LinkNode } from './link-node.ts';

const STYLES = ['bold', 'italic'] as const;

/** Only what the markup can say: of formats bold and italic, no colours or sizes that came with a paste. */
export function keepToMarkup(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      for (const format of ['underline', 'strikethrough', 'code', 'subscript', 'superscript', 'highlight'] as const) {
        if (node.hasFormat(format)) node.toggleFormat(format);
      }
      if (node.getStyle() !== '') node.setStyle('');
    }),
    editor.registerNodeTransform(LinkNode, (node) => {
      for (const style of STYLES) if (node.hasFormat(style)) node.toggleFormat(style);
    }),
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => !STYLES.some((style) => style === format),
      COMMAND_PRIORITY_HIGH,
    ),
    // Chromium undoes in the last field that was written in, even while a question elsewhere has the keyboard.
    ...[UNDO_COMMAND, REDO_COMMAND].map((command) =>
      editor.registerCommand(
        command,
        () => document.activeElement !== editor.getRootElement(),
        COMMAND_PRIORITY_CRITICAL,
      ),
    ),
  );
}
