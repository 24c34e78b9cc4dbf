import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArrangement, widths } from '#app/arrangement.ts';

describe('how the workbench was arranged', () => {
  it('is read back as it was written', () => {
    const arranged = {
      leftWidth: 300,
      rightWidth: 402,
      sourcesShare: 61.5,
      firstTextShare: 33,
      panel: 'codings',
      isLeftOpen: false,
      isRightOpen: true,
      isRightBesideCodebookOpen: true,
      place: 'codebook',
      isLeftDrawerOpen: true,
      isRightDrawerOpen: false,
    };
    expect(readArrangement(JSON.parse(JSON.stringify(arranged)))).toEqual(arranged);
  });

  it('is that of the first day where nothing, or nothing that can be used, was stored', () => {
    const firstDay = readArrangement(undefined);
    expect(firstDay).toMatchObject({ leftWidth: 264, rightWidth: 296, panel: 'passage', isRightDrawerOpen: false });
    expect(readArrangement({ leftWidth: '300', panel: 'gone', isLeftOpen: 1, sourcesShare: NaN })).toEqual(firstDay);
  });

  it('keeps within bounds whatever was stored', () => {
    const anything = fc.oneof(fc.anything(), fc.double(), fc.boolean());
    const stored = fc.record({ leftWidth: anything, rightWidth: anything, sourcesShare: anything, panel: anything });
    fc.assert(
      fc.property(fc.oneof(stored, fc.anything()), (value) => {
        const { leftWidth, rightWidth, sourcesShare } = readArrangement(value);
        expect(leftWidth).toBeGreaterThanOrEqual(widths.left.least);
        expect(leftWidth).toBeLessThanOrEqual(widths.left.most);
        expect(rightWidth).toBeGreaterThanOrEqual(widths.right.least);
        expect(rightWidth).toBeLessThanOrEqual(widths.right.most);
        expect(sourcesShare).toBeGreaterThanOrEqual(10);
        expect(sourcesShare).toBeLessThanOrEqual(90);
      }),
    );
  });
});
