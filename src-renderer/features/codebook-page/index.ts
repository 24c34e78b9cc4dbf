export { CodeHistoryDialog } from './CodeHistoryDialog.tsx';
export { PrintedCodebook } from './PrintedCodebook.tsx';
export { CodebookPage, type CodebookPageProps } from './CodebookPage.tsx';
