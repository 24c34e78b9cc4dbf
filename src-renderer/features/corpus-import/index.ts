export { measureText, sourceRecord, type ImportCircumstances } from './source-record.ts';
