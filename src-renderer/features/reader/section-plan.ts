import type { DocText } from '#domain/corpus/doc-text.ts';
import { firstWhere } from './first-where.ts';

/** A run of paragraphs that is put into the page, and taken out of it, as one. */
export interface Section {
  readonly firstParagraph: number;
  /** Exclusive. */
  readonly endParagraph: number;
}

const PARAGRAPHS = 16;
const CHARACTERS = 8_000;

/**
 * Cuts a text into sections of at most 16 paragraphs or about 8,000 characters: small enough to come into the page between
 * two frames.
 */
export function planSections(doc: DocText): Section[] {
  const sections: Section[] = [];
  let first = 0;
  for (let paragraph = 0; paragraph < doc.paragraphCount; paragraph++) {
    const isFull = paragraph + 1 - first >= PARAGRAPHS || doc.endOf(paragraph) - doc.startOf(first) >= CHARACTERS;
    if (!isFull) continue;
    sections.push({ firstParagraph: first, endParagraph: paragraph + 1 });
    first = paragraph + 1;
  }
  if (first < doc.paragraphCount) sections.push({ firstParagraph: first, endParagraph: doc.paragraphCount });
  return sections;
}

/** Index of the section that holds a paragraph. */
export function sectionOf(sections: readonly Section[], paragraph: number): number {
  const next = firstWhere(sections.length, (at) => (sections[at]?.firstParagraph ?? 0) > paragraph);
  return Math.max(0, next - 1);
}
