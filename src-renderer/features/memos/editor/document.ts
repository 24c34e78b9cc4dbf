import { $createListItemNode, $createListNode, $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import type { Block, Inline, LinkTarget } from '#domain/memos/memo-markup.ts';
import { $createLinkNode, LinkNode, type LinkFace } from './link-node.ts';

/** How a link looks now; the label is for things that are gone. */
export type FaceOf = (target: LinkTarget, label: string) => LinkFace;

/** Puts a memo's document into the editor, in place of what is there. */
export function $showDocument(blocks: readonly Block[], faceOf: FaceOf): void {
  const root = $getRoot().clear();
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      root.append($createParagraphNode().append(...block.content.map((inline) => $inlineNode(inline, faceOf))));
    } else {
      const items = block.items.map((item) =>
        $createListItemNode().append(...item.map((inline) => $inlineNode(inline, faceOf))),
      );
      root.append($createListNode(block.kind === 'bullets' ? 'bullet' : 'number').append(...items));
    }
  }
  if (root.isEmpty()) root.append($createParagraphNode());
}

function $inlineNode(inline: Inline, faceOf: FaceOf): LexicalNode {
  if (inline.kind === 'break') return $createLineBreakNode();
  if (inline.kind === 'link') return $createLinkNode(inline.target, inline.label, faceOf(inline.target, inline.label));
  const node = $createTextNode(inline.text);
  if (inline.isBold) node.toggleFormat('bold');
  if (inline.isItalic) node.toggleFormat('italic');
  return node;
}

/** The document as it stands in the editor. */
export function $readDocument(): Block[] {
  return $getRoot()
    .getChildren()
    .flatMap((node): Block[] => {
      if ($isListNode(node)) {
        return [{ kind: node.getListType() === 'number' ? 'numbers' : 'bullets', items: $itemsOf(node) }];
      }
      return $isElementNode(node) ? [{ kind: 'paragraph', content: $contentOf(node) }] : [];
    });
}

/** Lists within lists, as pasted from elsewhere, become items of the outer one. */
function $itemsOf(list: ListNode): Inline[][] {
  return list.getChildren().flatMap((item) => {
    if (!$isListItemNode(item)) return [];
    const inner = item.getChildren().filter($isListNode).flatMap($itemsOf);
    return [$contentOf(item), ...inner];
  });
}

function $contentOf(element: ElementNode): Inline[] {
  return element.getChildren().flatMap((node): Inline[] => {
    if (node instanceof LinkNode) return [{ kind: 'link', target: node.target, label: node.label }];
    if ($isLineBreakNode(node)) return [{ kind: 'break' }];
    if ($isTextNode(node)) {
      return [
        {
          kind: 'text',
          text: node.getTextContent(),
          isBold: node.hasFormat('bold'),
          isItalic: node.hasFormat('italic'),
        },
      ];
    }
    return $isElementNode(node) && !$isListNode(node) ? $contentOf(node) : [];
  });
}

/** Every link in the document. */
export function $links(): LinkNode[] {
  return $getRoot()
    .getAllTextNodes()
    .filter((node) => node instanceof LinkNode);
}
