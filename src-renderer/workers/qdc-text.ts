import { readQdc, type CodebookFile } from '#domain/interchange/codebook-files/read-qdc.ts';
import { TOO_DEEP, XmlError, xmlTree } from './xml-tree.ts';

export type QdcReading =
  | { readonly kind: 'codebook'; readonly file: CodebookFile }
  /** XML without a codebook in it. */
  | { readonly kind: 'none' }
  /** Lines and columns count from 1. */
  | { readonly kind: 'broken' | 'entity' | 'tooDeep'; readonly line: number; readonly column: number };

/**
 * Reads a REFI-QDA codebook out of XML.
 *
 * @param newGuid what a code without a GUID gets
 */
export function qdcText(text: string, newGuid: () => string): QdcReading {
  try {
    const file = readQdc(xmlTree(text), newGuid);
    return file ? { kind: 'codebook', file } : { kind: 'none' };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const { line, column, message } = error;
    return { kind: message === TOO_DEEP ? 'tooDeep' : message.includes('entity') ? 'entity' : 'broken', line, column };
  }
}
