import { useRef, useState, type DragEvent } from 'react';
import { topmost } from '#domain/codebook/move-code.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { CODE_DRAG_TYPE, PASSAGE_DRAG_TYPE } from '#features/reader/index.ts';
import type { RowActions } from './CodeRow.tsx';

/**
 * Where what is dragged would come to: before or after a row, into it, there before all others; with Shift held it would be merged
 * with it. A passage gets the code.
 */
export type DropPlace = 'before' | 'on' | 'first' | 'after' | 'merge' | 'passage';

export interface TreeDrag {
  /** Codes are on their way, out of this tree. */
  readonly isDragging: boolean;
  readonly over: { readonly id: CodeId; readonly place: DropPlace } | null;
  /** Of the rows. */
  readonly actions: Pick<RowActions, 'dragStart' | 'dragOver' | 'dragLeave' | 'drop' | 'dragEnd'>;
}

export interface TreeDragOptions {
  readonly tree: CodeTree;
  /** False where the order on the screen is not the codebook's. */
  readonly isOrdered: boolean;
  readonly isReadOnly: boolean;
  /** Whether codes below it stand under its row. */
  readonly isExpanded: (code: Code) => boolean;
  /** The codes that go along with the one that is taken hold of. */
  readonly goingWith: (code: Code) => readonly CodeId[];
  readonly onMove: (ids: readonly CodeId[], parentId: CodeId | null, beforeId: CodeId | null) => void;
  readonly onMerge: (ids: readonly CodeId[], survivorId: CodeId) => void;
  /** The selected passage was dropped on a code. */
  readonly onPassage: (code: Code) => void;
  readonly onOpen: (id: CodeId) => void;
}

/** Resting on a closed code so long opens it. */
const OPEN_AFTER_MS = 600;
/** The upper and the lower part of a row, where a drop puts a code before or after it. */
const EDGE = 0.28;

/** Dragging codes within the tree, out of it onto the text, and a passage onto a code. */
export function useTreeDrag(options: TreeDragOptions): TreeDrag {
  const { tree, isOrdered, isReadOnly } = options;
  const [isDragging, setDragging] = useState(false);
  const [over, setOver] = useState<TreeDrag['over']>(null);
  const dragged = useRef<readonly CodeId[]>([]);
  const opening = useRef<{ id: CodeId; timer: ReturnType<typeof setTimeout> } | null>(null);

  const stopOpening = (): void => {
    clearTimeout(opening.current?.timer);
    opening.current = null;
  };
  const openSoon = (id: CodeId): void => {
    if (opening.current?.id === id) return;
    stopOpening();
    opening.current = { id, timer: setTimeout(() => options.onOpen(id), OPEN_AFTER_MS) };
  };
  const end = (): void => {
    stopOpening();
    dragged.current = [];
    setDragging(false);
    setOver(null);
  };
  const placeOf = (event: DragEvent<HTMLElement>, code: Code): DropPlace => {
    if (dragged.current.length === 0) return 'passage';
    if (event.shiftKey) return 'merge';
    if (!isOrdered) return 'on';
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - top) / height;
    if (share < EDGE) return 'before';
    if (share <= 1 - EDGE) return 'on';
    // Under an open group stands its first code: what is put there goes before that, not behind the whole group.
    return options.isExpanded(code) ? 'first' : 'after';
  };
  const dropOn = (code: Code, place: DropPlace): void => {
    const ids = dragged.current;
    if (ids.length === 0) options.onPassage(code);
    else if (place === 'merge') options.onMerge(ids, code.id);
    else if (place === 'on') options.onMove(ids, code.id, null);
    else if (place === 'first') options.onMove(ids, code.id, tree.childrenOf(code.id)[0]?.id ?? null);
    else {
      const parentId = tree.parentOf(code.id);
      const siblings = tree.childrenOf(parentId);
      const next = siblings[siblings.indexOf(code) + 1]?.id ?? null;
      options.onMove(ids, parentId, place === 'before' ? code.id : next);
    }
  };

  const actions: TreeDrag['actions'] = {
    dragStart: (event, code) => {
      dragged.current = topmost(tree, options.goingWith(code)).map(({ id }) => id);
      event.dataTransfer.setData(CODE_DRAG_TYPE, code.id);
      event.dataTransfer.setData('text/plain', code.name);
      event.dataTransfer.effectAllowed = 'all';
      if (!isReadOnly) setDragging(true);
    },
    dragOver: (event, code) => {
      const isPassage = event.dataTransfer.types.includes(PASSAGE_DRAG_TYPE);
      if (isReadOnly || (dragged.current.length === 0 && !isPassage)) return;
      // Not into itself: the cursor says no.
      if (dragged.current.some((id) => tree.isInside(code.id, id))) return;
      event.preventDefault();
      const place = placeOf(event, code);
      setOver((before) => (before?.id === code.id && before.place === place ? before : { id: code.id, place }));
      openSoon(code.id);
    },
    dragLeave: (event, code) => {
      // From the name to the mark beside it is no leaving.
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
      stopOpening();
      setOver((before) => (before?.id === code.id ? null : before));
    },
    drop: (event, code) => {
      event.preventDefault();
      event.stopPropagation();
      dropOn(code, placeOf(event, code));
      end();
    },
    dragEnd: end,
  };
  return { isDragging, over, actions };
}
