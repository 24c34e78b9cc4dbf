export { MemoDeskProvider } from './memo-desk-context.tsx';
export { MemoPanel } from './MemoPanel.tsx';
export { MemosHere } from './MemosHere.tsx';
export { useMemoMarks } from './use-memo-marks.ts';
export { useMemoActions, type MemoActions } from './use-memo-actions.ts';
export { subjectName } from './thing-names.ts';
