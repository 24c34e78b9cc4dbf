import { describe, expect, it } from 'vitest';
import { DocText } from '#domain/corpus/doc-text.ts';
import { TextUnits } from '#domain/corpus/text-units.ts';
import { SelectionLadder } from '#features/reader/selection-ladder.ts';

const text = 'One two, three. Four five.\nSix seven.';

function ladderOn(): SelectionLadder {
  return new SelectionLadder(new TextUnits(new DocText(text)));
}

describe('the selection ladder', () => {
  it('comes back the way it went, caret and direction and all', () => {
    const ladder = ladderOn();
    const states = [{ anchor: 6, focus: 5 }];
    for (;;) {
      const grown = ladder.grow(states.at(-1) ?? { anchor: 0, focus: 0 });
      if (!grown) break;
      states.push({ anchor: grown.startUtf16, focus: grown.endUtf16 });
    }
    expect(states.map(({ anchor, focus }) => text.slice(Math.min(anchor, focus), Math.max(anchor, focus)))).toEqual([
      'w',
      'two',
      'One two,',
      'One two, three.',
      'One two, three. Four five.',
      text,
    ]);
    for (let at = states.length - 1; at > 0; at--)
      expect(ladder.shrink(states[at] ?? { anchor: 0, focus: 0 })).toEqual(states[at - 1]);
  });

  it('shrinks what was selected otherwise to the smaller unit at its beginning', () => {
    const ladder = ladderOn();
    ladder.grow({ anchor: 20, focus: 20 });
    expect(ladder.shrink({ anchor: 0, focus: 26 })).toEqual({ anchor: 0, focus: 15 });
    expect(ladder.shrink({ anchor: 0, focus: 15 })).toEqual({ anchor: 0, focus: 8 });
    expect(ladder.shrink({ anchor: 1, focus: 3 })).toEqual({ anchor: 1, focus: 1 });
  });
});
