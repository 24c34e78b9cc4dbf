export { CodebookPage, type CodebookPageProps } from './CodebookPage.tsx';
