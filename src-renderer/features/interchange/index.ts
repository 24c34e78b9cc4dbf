export { columnsLeftOut } from './codebook-reading.ts';
export { chooseTable } from './choose-table.ts';
export { importTable } from './import-table.ts';
export { planTableImport, readTable, type CodebookOptions, type ReadTable } from './plan-table-import.ts';
export { planSummary, rowText } from './plan-text.ts';
export { readCodebookFile } from './read-codebook-file.ts';
export { splitOffered } from './split-offered.ts';
export { TableImportDialog, type TableImportDialogProps } from './TableImportDialog.tsx';
export type { TablePlan } from './table-plan.ts';
