import { useRef, useState, type DragEvent } from 'react';
import { topmost } from '#domain/codebook/move-code.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { CODE_DRAG_TYPE, PASSAGE_DRAG_TYPE } from '#features/reader/index.ts';
import type { RowActions } from './CodeRow.tsx';

/** Where what is dragged would come to: before or after a row, into it; with Shift held it would be merged with it. */
export type DropPlace = 'before' | 'on' | 'after' | 'merge';

export interface TreeDrag {
  readonly over: { readonly id: CodeId; readonly place: DropPlace } | null;
  /** Of the rows. */
  readonly actions: Pick<RowActions, 'dragStart' | 'dragOver' | 'dragLeave' | 'drop' | 'dragEnd'>;
}

export interface TreeDragOptions {
  readonly tree: CodeTree;
  /** False where the order on the screen is not the codebook's. */
  readonly isOrdered: boolean;
  readonly isReadOnly: boolean;
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
    setOver(null);
  };
  const placeOf = (event: DragEvent<HTMLElement>): DropPlace => {
    if (dragged.current.length === 0) return 'on';
    if (event.shiftKey) return 'merge';
    if (!isOrdered) return 'on';
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - top) / height;
    if (share < EDGE) return 'before';
    return share > 1 - EDGE ? 'after' : 'on';
  };
  const dropOn = (code: Code, place: DropPlace): void => {
    const ids = dragged.current;
    if (ids.length === 0) options.onPassage(code);
    else if (place === 'merge') options.onMerge(ids, code.id);
    else if (place === 'on') options.onMove(ids, code.id, null);
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
    },
    dragOver: (event, code) => {
      const isPassage = event.dataTransfer.types.includes(PASSAGE_DRAG_TYPE);
      if (isReadOnly || (dragged.current.length === 0 && !isPassage)) return;
      if (dragged.current.includes(code.id)) return;
      event.preventDefault();
      const place = placeOf(event);
      if (over?.id !== code.id || over.place !== place) setOver({ id: code.id, place });
      openSoon(code.id);
    },
    dragLeave: (code) => {
      stopOpening();
      setOver((before) => (before?.id === code.id ? null : before));
    },
    drop: (event, code) => {
      event.preventDefault();
      event.stopPropagation();
      dropOn(code, placeOf(event));
      end();
    },
    dragEnd: end,
  };
  return { over, actions };
}
