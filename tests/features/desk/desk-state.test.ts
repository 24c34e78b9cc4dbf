import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceId } from '#domain/project/records.ts';
import {
  activateTab,
  closeOtherTabs,
  closeSplit,
  closeTab,
  emptyDesk,
  focusedSide,
  focusSide,
  keepExisting,
  keepTab,
  moveToOtherSide,
  openOnDesk,
  reorderTab,
  stepTab,
  type DeskState,
  type OpenWhere,
  type SideId,
} from '#features/desk/desk-state.ts';
import { readStoredDesk } from '#features/desk/stored-desk.ts';

const id = (name: string): SourceId => name as SourceId;

/** `a: one (two) | b*: three?`: in brackets the text in front, with `?` one that may give way, with `*` the focus. */
function drawn(state: DeskState): string {
  const sides = state.sides.map(({ tabs, activeId, id: sideId }) => {
    const names = tabs.map(({ sourceId, isKept }) => {
      const name = `${sourceId}${isKept ? '' : '?'}`;
      return sourceId === activeId ? `(${name})` : name;
    });
    return `${sideId}${sideId === state.focusedId ? '*' : ''}: ${names.join(' ')}`;
  });
  return sides.join(' | ');
}

function opened(...steps: readonly (readonly [string, OpenWhere])[]): DeskState {
  return steps.reduce((state, [name, where]) => openOnDesk(state, id(name), where), emptyDesk);
}

describe('opening', () => {
  it('puts a source in place of the one that lies there', () => {
    expect(drawn(opened(['one', 'here'], ['two', 'here']))).toBe('a*: (two?)');
  });

  it('in a new tab keeps it and the one that was in front', () => {
    expect(drawn(opened(['one', 'here'], ['two', 'newTab']))).toBe('a*: one (two)');
  });

  it('leaves kept tabs alone: another tab takes what is opened from the list, one after the other', () => {
    const three = opened(['one', 'here'], ['two', 'newTab'], ['three', 'here']);
    expect(drawn(three)).toBe('a*: one two (three?)');
    expect(drawn(openOnDesk(three, id('four'), 'here'))).toBe('a*: one two (four?)');
  });

  it('brings a source to the front that is open already', () => {
    expect(drawn(opened(['one', 'here'], ['two', 'newTab'], ['one', 'here']))).toBe('a*: (one) two');
  });

  it('beside makes the other side, and uses it when it is there', () => {
    const two = opened(['one', 'here'], ['two', 'beside']);
    expect(drawn(two)).toBe('a: (one?) | b*: (two?)');
    expect(drawn(openOnDesk(focusSide(two, 'a'), id('three'), 'beside'))).toBe('a: (one?) | b*: (three?)');
  });

  it('lets one source lie on both sides', () => {
    expect(drawn(opened(['one', 'here'], ['one', 'beside']))).toBe('a: (one?) | b*: (one?)');
  });
});

describe('closing', () => {
  const three = opened(['one', 'here'], ['two', 'newTab'], ['three', 'newTab']);

  it('brings the right neighbour to the front, and at the end the left one', () => {
    expect(drawn(closeTab(activateTab(three, 'a', id('two')), 'a', id('two')))).toBe('a*: one (three)');
    expect(drawn(closeTab(three, 'a', id('three')))).toBe('a*: one (two)');
  });

  it('leaves the one in front there when another is closed', () => {
    expect(drawn(closeTab(three, 'a', id('one')))).toBe('a*: two (three)');
    expect(drawn(closeOtherTabs(three, 'a', id('two')))).toBe('a*: (two?)');
  });

  it('of the last tab of a side closes the side', () => {
    const two = opened(['one', 'here'], ['two', 'beside']);
    expect(drawn(closeTab(two, 'b', id('two')))).toBe('a*: (one?)');
    expect(drawn(closeTab(two, 'a', id('one')))).toBe('b*: (two?)');
    expect(drawn(closeTab(closeTab(two, 'a', id('one')), 'b', id('two')))).toBe('');
  });

  it('of the other side takes its kept tabs over and lets the passing one go', () => {
    const kept = opened(['one', 'here'], ['two', 'beside'], ['three', 'newTab'], ['four', 'here']);
    expect(drawn(kept)).toBe('a: (one?) | b*: two three (four?)');
    expect(drawn(closeSplit(focusSide(kept, 'a')))).toBe('a*: (one) two three');
    expect(drawn(closeSplit(kept))).toBe('b*: two three (four?)');
  });
});

describe('moving', () => {
  it('to the other side makes it and follows with the focus', () => {
    const two = opened(['one', 'here'], ['two', 'newTab']);
    expect(drawn(moveToOtherSide(two, 'a', id('one')))).toBe('a: (two?) | b*: (one?)');
  });

  it('takes the last tab of a side over, and the side goes', () => {
    const two = opened(['one', 'here'], ['two', 'beside']);
    expect(drawn(moveToOtherSide(two, 'b', id('two'), 0))).toBe('a*: (two) one?');
  });

  it('does nothing with the only text on the desk', () => {
    const one = opened(['one', 'here']);
    expect(moveToOtherSide(one, 'a', id('one'))).toBe(one);
  });

  it('within a side changes the order only', () => {
    const three = opened(['one', 'here'], ['two', 'newTab'], ['three', 'newTab']);
    expect(drawn(reorderTab(three, 'a', id('three'), 0))).toBe('a*: (three) one two');
    expect(drawn(reorderTab(three, 'a', id('one'), 9))).toBe('a*: two (three) one');
  });
});

it('tabs are gone round in both directions', () => {
  const three = opened(['one', 'here'], ['two', 'newTab'], ['three', 'newTab']);
  expect(focusedSide(stepTab(three, 1))?.activeId).toBe('one');
  expect(focusedSide(stepTab(three, -1))?.activeId).toBe('two');
});

it('sources that are gone leave, and with the last of a side the side', () => {
  const state = opened(['one', 'here'], ['two', 'newTab'], ['three', 'beside']);
  expect(drawn(keepExisting(state, (source) => source === 'one'))).toBe('a*: (one?)');
  expect(drawn(keepExisting(state, () => false))).toBe('');
});

type Step = (state: DeskState) => DeskState;
const names = fc.constantFrom('one', 'two', 'three', 'four', 'five').map(id);
const sides = fc.constantFrom<SideId>('a', 'b');
const places = fc.integer({ min: -2, max: 9 });
const steps = fc.oneof(
  fc.tuple(names, fc.constantFrom<OpenWhere>('here', 'newTab', 'beside')).map(
    ([source, where]): Step =>
      (state) =>
        openOnDesk(state, source, where),
  ),
  fc.tuple(sides, names).map(
    ([side, source]): Step =>
      (state) =>
        closeTab(state, side, source),
  ),
  fc.tuple(sides, names).map(
    ([side, source]): Step =>
      (state) =>
        closeOtherTabs(state, side, source),
  ),
  fc.tuple(sides, names).map(
    ([side, source]): Step =>
      (state) =>
        activateTab(state, side, source),
  ),
  fc.tuple(sides, names, places).map(
    ([side, source, to]): Step =>
      (state) =>
        reorderTab(state, side, source, to),
  ),
  fc.tuple(sides, names, places).map(
    ([side, source, to]): Step =>
      (state) =>
        moveToOtherSide(state, side, source, to),
  ),
  fc.tuple(sides, names, fc.boolean()).map(
    ([side, source, is]): Step =>
      (state) =>
        keepTab(state, side, source, is),
  ),
  sides.map(
    (side): Step =>
      (state) =>
        focusSide(state, side),
  ),
  fc.constantFrom<1 | -1>(1, -1).map(
    (direction): Step =>
      (state) =>
        stepTab(state, direction),
  ),
  fc.constant<Step>(closeSplit),
  names.map(
    (gone): Step =>
      (state) =>
        keepExisting(state, (source) => source !== gone),
  ),
);

function expectSound(state: DeskState): void {
  expect(state.sides.length).toBeLessThanOrEqual(2);
  expect(new Set(state.sides.map((side) => side.id)).size).toBe(state.sides.length);
  if (state.sides.length > 0) expect(state.sides.map((side) => side.id)).toContain(state.focusedId);
  for (const { tabs, activeId } of state.sides) {
    const sources = tabs.map(({ sourceId }) => sourceId);
    expect(sources).toContain(activeId);
    expect(new Set(sources).size).toBe(sources.length);
    expect(tabs.filter(({ isKept }) => !isKept).length).toBeLessThanOrEqual(1);
    if (tabs.length === 1) expect(tabs[0]?.isKept).toBe(false);
  }
}

it('whatever is done, no side is empty, no source lies twice on one, and at most one tab of a side gives way', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 30 }), (done) => {
      let state = emptyDesk;
      for (const step of done) {
        state = step(state);
        expectSound(state);
      }
    }),
  );
});

describe('what was stored', () => {
  const exists = (): boolean => true;

  it('is found again as it was', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 20 }), (done) => {
        const state = done.reduce((before, step) => step(before), emptyDesk);
        const stored: unknown = JSON.parse(JSON.stringify({ state, places: { back: [], forward: [] } }));
        expect(drawn(readStoredDesk(stored, exists).state)).toBe(drawn(state));
      }),
    );
  });

  it('makes a sound desk of any rubbish', () => {
    const anything = fc.oneof(fc.anything(), names, sides);
    const tab = fc.oneof(anything, fc.record({ sourceId: anything, isKept: fc.anything() }));
    const side = fc.oneof(anything, fc.record({ id: anything, tabs: fc.array(tab), activeId: anything }));
    const state = fc.oneof(anything, fc.record({ sides: fc.array(side), focusedId: anything }));
    const stored = fc.oneof(
      anything,
      fc.record({ state, places: fc.record({ back: fc.array(tab), forward: anything }) }),
    );
    fc.assert(fc.property(stored, (value) => expectSound(readStoredDesk(value, exists).state)));
  });

  it('forgets sources that are gone and places in them', () => {
    const state = opened(['one', 'here'], ['two', 'newTab'], ['three', 'beside']);
    const place = { top: 0, hidden: 0, anchor: 3, focus: 5, sideId: 'a' };
    const back = [{ ...place, sourceId: 'one' }, { ...place, sourceId: 'two' }, { sourceId: 'two' }];
    const read = readStoredDesk({ state, places: { back, forward: 7 } }, (source) => source === 'two');
    expect(drawn(read.state)).toBe('a*: (two?)');
    expect(read.places).toEqual({ back: [{ ...place, sourceId: 'two' }], forward: [] });
  });
});
