export {
  codebookFormatIds,
  codebookFormats,
  formatForEnding,
  lossesOf,
  type CodebookFormatId,
} from './codebook-formats.ts';
export { readCodebookDocument, usualDocument, type CodebookDocument } from './codebook-document.ts';
export { exportCodebook } from './export-codebook.ts';
export { exportCodings, type Exported, type ExportOptions } from './export-codings.ts';
export { exportMemos } from './export-memos.ts';
export { exportJournal } from './export-journal.ts';
export { ExportCodebookDialog, type ExportCodebookDialogProps } from './ExportCodebookDialog.tsx';
export { ExportStatus } from './ExportStatus.tsx';
export { exportWithDialog, type ExportKind } from './export-with-dialog.ts';
export { pause } from './pause.ts';
