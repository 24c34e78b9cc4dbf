export { changeEncoding } from './change-encoding.ts';
export { ImportDialog, type ImportDialogProps } from './ImportDialog.tsx';
export { countOf, hasLosses, type FileOutcome, type ImportReport } from './import-report.ts';
export { importSources, type ImportOptions, type ImportProgress } from './import-sources.ts';
export { noteworthyOutcomes, outcomeText, reportAsText, reportHeadline, reportLead } from './report-text.ts';
export { sourceRecord, type ImportCircumstances } from './source-record.ts';
export { useTimeLeft } from './use-time-left.ts';
