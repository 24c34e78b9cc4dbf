export { exportCodebook } from './export-codebook.ts';
export { exportCodings, type Exported, type ExportOptions } from './export-codings.ts';
export { exportMemos } from './export-memos.ts';
export { exportJournal } from './export-journal.ts';
export { ExportStatus } from './ExportStatus.tsx';
export { exportWithDialog, type ExportKind } from './export-with-dialog.ts';
export { pause } from './pause.ts';
