import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPortrait, PortraitScale } from '#domain/coding/portrait-plan.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { CodeId, Coding } from '#domain/project/records.ts';
import { aCoding } from '#tests/support/builders.ts';

const PER_LINE = 10;
const given = (codeId: string, startUtf16: number, endUtf16: number): Coding =>
  aCoding({ codeId: codeId as CodeId, startUtf16, endUtf16 });

describe('PortraitScale', () => {
  it('finds the paragraph of every line, and the line of every offset within its paragraph', () => {
    const texts = fc.array(
      fc.string({ maxLength: 60 }).map((text) => text.replaceAll('\n', ' ')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(texts, (lines) => {
        const doc = new DocText(lines.join('\n'));
        const scale = new PortraitScale(doc, PER_LINE);
        for (let paragraph = 0; paragraph < doc.paragraphCount; paragraph++) {
          expect(scale.paragraphAtLine(scale.topOf(paragraph))).toBe(paragraph);
          for (const offset of [doc.startOf(paragraph), doc.endOf(paragraph)]) {
            const line = scale.lineOf(offset);
            expect(line).toBeGreaterThanOrEqual(scale.topOf(paragraph));
            expect(line).toBeLessThanOrEqual(scale.topOf(paragraph) + scale.linesOf(paragraph));
          }
        }
      }),
    );
  });
});

describe('planPortrait', () => {
  const doc = new DocText(`${'x'.repeat(25)}\n${'y'.repeat(40)}`);
  const scale = new PortraitScale(doc, PER_LINE);

  it('draws a short text line by line, the last as long as it is', () => {
    const { marks } = planPortrait(scale, [], 100);
    expect(marks.map(({ to }) => to)).toEqual([1, 1, 0.5, 1, 1, 1, 1]);
    expect(marks.every(({ codeId }) => codeId === null)).toBe(true);
  });

  it('draws the shorter coding on top, each from where it begins to where it ends', () => {
    const { marks } = planPortrait(scale, [given('short', 15, 20), given('long', 5, 25)], 100);
    const coded = marks.filter(({ codeId }) => codeId !== null);
    expect(coded.map(({ codeId, from, to }) => [codeId, from, to])).toEqual([
      ['long', 0.5, 1],
      ['long', 0, 1],
      ['long', 0, 0.5],
      ['short', 0.5, 1],
    ]);
  });

  it('leaves no gap in a coding that goes on through paragraphs', () => {
    const { marks } = planPortrait(scale, [given('a', 0, doc.text.length)], 100);
    expect(marks.filter(({ codeId }) => codeId === 'a')).toHaveLength(7);
  });

  it('gathers a long text in as many bands as there is room for, in the ink of what covers most', () => {
    const long = new DocText(Array.from({ length: 1000 }, () => 'z'.repeat(100)).join('\n'));
    const wide = new PortraitScale(long, PER_LINE);
    const half = long.text.length / 2;
    const { marks, depths } = planPortrait(wide, [given('most', 0, half), given('little', 0, 50)], 200);
    const coded = marks.filter(({ codeId }) => codeId !== null);
    expect(depths).toHaveLength(200);
    expect(new Set(coded.map(({ codeId }) => codeId))).toEqual(new Set(['most']));
    expect(coded.length).toBeGreaterThan(95);
    expect(coded.length).toBeLessThan(105);
    expect(depths.at(-1)).toBe(0);
  });

  it('is deeper where more codings lie on one another', () => {
    const { depths } = planPortrait(scale, [given('a', 0, 20), given('b', 0, 20), given('c', 40, 50)], 100);
    const at = (offset: number): number => depths[Math.floor(scale.lineOf(offset))] ?? 0;
    expect(at(12)).toBeGreaterThan(at(46));
    expect(at(60)).toBe(0);
  });
});
