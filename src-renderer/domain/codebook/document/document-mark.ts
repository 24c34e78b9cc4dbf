/**
 * What our documents of a codebook say of themselves where nobody reads it, so that they are known in whatever language their words
 * are. They are for reading: taken for an outline, every definition, count and quotation would become a code.
 */
const FORMAT = 'postil-codebook-document/1';

export const markdownMark = `<!-- ${FORMAT} -->`;
export const htmlMark = `<meta name="format" content="${FORMAT}">`;

/** Whether a text is a document that we have written of a codebook. */
export function isCodebookDocument(text: string): boolean {
  return /^<!-- postil-codebook-document\/\d+ -->\s*$/m.test(text) || (isWebPage(text) && MARKED_PAGE.test(text));
}

const MARKED_PAGE = /<meta name="format" content="postil-codebook-document\/\d+">/;

export function isWebPage(text: string): boolean {
  return /^\uFEFF?\s*<!doctype\s+html\b/i.test(text);
}
