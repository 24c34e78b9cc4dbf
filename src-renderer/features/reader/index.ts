export { moveCaretByKey } from './caret-keys.ts';
export type { Appearance } from './highlight-painter.ts';
export type { MarginMark } from './mark-layer.ts';
export { Reader } from './Reader.tsx';
export type { ReadingPlace } from './reader-contract.ts';
export type { ReaderView } from './reader-view.ts';
export { readPlace } from './reading-place.ts';
export { useSelectingCommands } from './use-selecting-commands.ts';
export { CODE_DRAG_TYPE, PASSAGE_DRAG_TYPE } from './drag-types.ts';
