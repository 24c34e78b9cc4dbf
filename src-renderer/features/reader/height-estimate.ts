import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Section } from './section-plan.ts';

/** How the page is set, in CSS pixels. */
export interface PageMetrics {
  readonly lineHeight: number;
  readonly paragraphGap: number;
  readonly blankHeight: number;
  readonly charactersPerLine: number;
}

/** Measures how many characters of this very text fit on a line of the measure, with the font as it is now. */
export function measurePage(host: HTMLElement, doc: DocText, measureWidth: number): PageMetrics {
  const style = getComputedStyle(host);
  const context = document.createElement('canvas').getContext('2d');
  const sample = doc.text.slice(0, 4000).replaceAll('\n', ' ') || 'n';
  let charactersPerLine = 72;
  if (context) {
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    // A ragged line ends on average half a word early.
    charactersPerLine = Math.max(8, (measureWidth * sample.length) / context.measureText(sample).width - 3);
  }
  const lineHeight = Number.parseFloat(style.lineHeight) || 30;
  return { lineHeight, paragraphGap: 14, blankHeight: 8, charactersPerLine };
}

export function estimateHeight(doc: DocText, section: Section, metrics: PageMetrics): number {
  let height = 0;
  for (let paragraph = section.firstParagraph; paragraph < section.endParagraph; paragraph++) {
    const length = doc.endOf(paragraph) - doc.startOf(paragraph);
    height += doc.numbers[paragraph]
      ? Math.ceil(length / metrics.charactersPerLine) * metrics.lineHeight + metrics.paragraphGap
      : metrics.blankHeight;
  }
  return height;
}
