export { moveCaretByKey } from './caret-keys.ts';
export type { Appearance } from './highlight-painter.ts';
export { Reader } from './Reader.tsx';
export type { ReaderView } from './reader-view.ts';
