import { describe, expect, it } from 'vitest';
import type { SourceId } from '#domain/project/records.ts';
import {
  leavePlace,
  nowhereYet,
  stepPlace,
  type VisitedPlace,
  type VisitedPlaces,
} from '#features/desk/visited-places.ts';

const at = (source: string, offset: number): VisitedPlace => ({
  sourceId: source as SourceId,
  sideId: 'a',
  top: 0,
  hidden: 0,
  anchor: offset,
  focus: offset,
});
const exists = (): boolean => true;

/** Leaves places one after the other. */
function left(...places: readonly VisitedPlace[]): VisitedPlaces {
  return places.reduce(leavePlace, nowhereYet);
}

describe('places visited', () => {
  it('are gone back through, the latest first, and forward again', () => {
    const places = left(at('one', 1), at('two', 2));
    const back = stepPlace(places, -1, at('three', 3), exists);
    expect(back?.target).toEqual(at('two', 2));
    const further = back && stepPlace(back.places, -1, at('two', 2), exists);
    expect(further?.target).toEqual(at('one', 1));
    const forward = further && stepPlace(further.places, 1, at('one', 1), exists);
    expect(forward?.target).toEqual(at('two', 2));
    const last = forward && stepPlace(forward.places, 1, at('two', 2), exists);
    expect(last?.target).toEqual(at('three', 3));
    expect(last && stepPlace(last.places, 1, at('three', 3), exists)).toBeNull();
  });

  it('ahead are forgotten by another jump', () => {
    const back = stepPlace(left(at('one', 1)), -1, at('two', 2), exists);
    expect(back && leavePlace(back.places, at('one', 7)).forward).toEqual([]);
  });

  it('are passed over where the text is gone, or where one still is', () => {
    const places = left(at('one', 1), at('gone', 5), at('two', 2));
    const back = stepPlace(places, -1, at('two', 2), (source) => source !== 'gone');
    expect(back?.target).toEqual(at('one', 1));
    expect(stepPlace(left(at('gone', 1)), -1, null, (source) => source !== 'gone')).toBeNull();
  });

  it('are not counted twice when left twice', () => {
    expect(left(at('one', 1), at('one', 1)).back).toEqual([at('one', 1)]);
  });

  it('are two hundred at most, the oldest forgotten', () => {
    const many = left(...Array.from({ length: 230 }, (_, offset) => at('one', offset)));
    expect(many.back).toHaveLength(200);
    expect(many.back[0]).toEqual(at('one', 30));
  });
});
