import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countCodingsUnder,
  isMadeWhen,
  meaningSince,
  versionOfCoding,
} from '#domain/codebook/codings-under-version.ts';
import { withMeaningDated } from '#domain/codebook/date-meaning.ts';
import { compareSets } from '#domain/codebook/compare-sets.ts';
import { editVersion, removeVersion, versionNameProblem } from '#domain/codebook/edit-version.ts';
import { guessCommonState } from '#domain/codebook/guess-common-state.ts';
import { invert } from '#domain/history/change.ts';
import type { Code, CodebookVersion, CodebookVersionId, CodeId, CodeSet, CodeSetId } from '#domain/project/records.ts';
import { codeOf, coderId, codingOf } from './code-builder.ts';

function versionOf(name: string, fields: Partial<CodebookVersion> = {}): CodebookVersion {
  const createdAt = '2026-01-01T00:00:00.000Z';
  return {
    id: name as CodebookVersionId,
    name,
    note: '',
    codes: [],
    sets: [],
    createdAt,
    createdBy: coderId,
    ...fields,
  };
}

describe('the name of a version', () => {
  it('is never empty and never that of another, however it is written; its own it may keep', () => {
    const pilot = versionOf('After pilot');
    expect(versionNameProblem('  ', [])).toBe('versionNameEmpty');
    expect(versionNameProblem(' after PILOT', [pilot])).toBe('versionNameTaken');
    expect(versionNameProblem('After Pilot', [pilot], pilot)).toBeNull();
    expect(versionNameProblem('Before pilot', [pilot])).toBeNull();
  });

  it('changes with the note and leaves the codebook alone; nothing to change is no change', () => {
    const pilot = versionOf('After pilot', { codes: [codeOf('a')] });
    const change = editVersion(pilot, { name: ' Pilot ', note: 'phone' });
    expect(change.codebookVersions?.updated).toEqual([[pilot, { ...pilot, name: 'Pilot', note: 'phone' }]]);
    expect(editVersion(pilot, { name: 'After pilot ', note: '' })).toEqual({});
    expect(invert(removeVersion(pilot))).toEqual({ codebookVersions: { added: [pilot] } });
  });
});

describe('codings under versions', () => {
  it('are counted under the version each was made under', () => {
    const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-01-0${number}`);
    const many = fc.uniqueArray(day, { maxLength: 5 });
    fc.assert(
      fc.property(many, fc.array(day, { maxLength: 12 }), (named, made) => {
        const versions = named.map((createdAt) => versionOf(createdAt, { createdAt }));
        const codings = made.map((createdAt, index) => codingOf(String(index), 'a', { createdAt }));
        const expected = new Map<CodebookVersionId | null, number>();
        for (const coding of codings) {
          const id = versionOfCoding(coding, versions)?.id ?? null;
          expected.set(id, (expected.get(id) ?? 0) + 1);
        }
        expect(countCodingsUnder(codings, versions)).toEqual(expected);
        for (const versionId of [null, ...versions.map(({ id }) => id)]) {
          const isMade = isMadeWhen({ kind: 'under', versionId }, versions.toReversed());
          expect(codings.filter(isMade).length).toBe(expected.get(versionId) ?? 0);
        }
      }),
    );
  });

  it('of a version that is gone are none, and before a moment those that are older', () => {
    const codings = ['2026-01-01', '2026-01-02'].map((createdAt) => codingOf(createdAt, 'a', { createdAt }));
    const gone = isMadeWhen({ kind: 'under', versionId: 'gone' as CodebookVersionId }, []);
    expect(codings.filter(gone)).toEqual([]);
    expect(codings.filter(isMadeWhen({ kind: 'before', time: '2026-01-02' }, []))).toEqual([codings[0]]);
  });
});

describe('what a code means', () => {
  const state = (day: number, definition: string, more: Partial<Code> = {}): Code[] => [
    codeOf('a', { definition, modifiedAt: `2026-01-0${day}`, ...more }),
  ];
  const since = (...states: Code[][]): string | null => meaningSince(states)('a' as CodeId);

  it('holds since it was called and described so, whatever else was written since', () => {
    const [old, fresh] = [state(1, 'old'), state(3, 'new')];
    expect(since(state(5, 'new', { color: 'teal', shortcut: 'x', position: 7, memo: 'Ask.' }), fresh, old)).toBe(
      '2026-01-03',
    );
    expect(since(state(5, 'new', { definedAt: '2026-01-04' }), old)).toBe('2026-01-04');
    expect(since(state(5, 'new'), old)).toBe('2026-01-05');
    expect(since(state(5, 'new', { name: 'Other' }), fresh, old)).toBe('2026-01-05');
    expect(since(state(5, 'new', { aliases: ['Other'] }), fresh, old)).toBe('2026-01-05');
  });

  it('holds on when a code that is named in its description is renamed, moved or deleted', () => {
    const before = [...state(1, 'Not @Cost.'), codeOf('b', { name: 'Cost' })];
    const touched = { modifiedAt: '2026-01-09', color: 'teal' };
    expect(
      since([codeOf('a', { definition: 'Not @Price.', ...touched }), codeOf('b', { name: 'Price' })], before),
    ).toBe('2026-01-01');
    expect(since([codeOf('a', { definition: 'Not Cost.', ...touched })], before)).toBe('2026-01-01');
    expect(since([codeOf('a', { definition: 'Not price.', ...touched })], before)).toBe('2026-01-09');
  });

  it('does not hold since an earlier time when it was described so, if it was described otherwise in between', () => {
    expect(since(state(7, 'first'), state(3, 'second'), state(1, 'first'))).toBe('2026-01-07');
  });

  it('is nothing where the code is not there', () => {
    expect(since([], state(1, 'old'))).toBeNull();
    expect(since()).toBeNull();
  });
});

describe('since when a code means what it does', () => {
  const dated = (from: Code, fields: Partial<Code>): Code | undefined => {
    const { codes } = withMeaningDated({ codes: { updated: [[from, { ...from, ...fields }]] } });
    return codes?.updated?.[0]?.[1];
  };
  const code = codeOf('a', { definition: 'old', modifiedAt: '1' });

  it('is noted when it gets another colour, key or place, and kept from one such change to the next', () => {
    const recoloured = dated(code, { color: 'teal', modifiedAt: '2' });
    expect(recoloured).toEqual({ ...code, color: 'teal', modifiedAt: '2', definedAt: '1' });
    if (recoloured) expect(dated(recoloured, { position: 9, modifiedAt: '3' })?.definedAt).toBe('1');
  });

  it('is the time of the change when it is called or described otherwise', () => {
    const recoloured: Code = { ...code, color: 'teal', modifiedAt: '2', definedAt: '1' };
    for (const fields of [{ name: 'B' }, { definition: 'new' }, { aliases: ['C'] }, { exclude: 'never' }]) {
      const written = dated(recoloured, { ...fields, modifiedAt: '3' });
      expect(written).toEqual({ ...code, color: 'teal', ...fields, modifiedAt: '3' });
    }
  });
});

describe('sets of two states', () => {
  const setOf = (id: string, name: string, ...codes: string[]): CodeSet => ({
    id: id as CodeSetId,
    name,
    description: '',
    codeIds: codes as CodeId[],
    createdAt: '',
    modifiedAt: '',
    createdBy: coderId,
  });

  it('differ by what came, went, was renamed, and by who is in them', () => {
    const codes = ['a', 'b', 'c', 'd'].map((id) => codeOf(id, { name: id.toUpperCase() }));
    const before = { codes, sets: [setOf('1', 'One', 'a', 'b'), setOf('2', 'Two')] };
    const sets = [setOf('1', 'First', 'b', 'c', 'd'), { ...setOf('3', 'Three', 'd', 'gone'), description: 'New' }];
    expect(compareSets(before, { codes, sets })).toEqual([
      { kind: 'setRenamed', set: sets[0], before: 'One' },
      { kind: 'setChanged', set: sets[0], entered: ['C', 'D'], left: ['A'] },
      { kind: 'setAdded', set: sets[1], codes: 1 },
      { kind: 'setRemoved', set: before.sets[1] },
    ]);
    expect(compareSets(before, before)).toEqual([]);
  });

  it('do not differ by a code that is gone, and do by what is written about them', () => {
    const before = { codes: [codeOf('a'), codeOf('b')], sets: [setOf('1', 'One', 'a', 'b')] };
    expect(compareSets(before, { ...before, codes: [codeOf('b')] })).toEqual([]);
    const described = { ...setOf('1', 'One', 'a', 'b'), description: 'Both' };
    expect(compareSets(before, { ...before, sets: [described] })).toEqual([
      { kind: 'setDescribed', set: described, before: '' },
    ]);
  });
});

describe('the common state of two codebooks', () => {
  const codes: Code[] = ['a', 'b', 'c', 'd'].map((id) => codeOf(id));
  const early = versionOf('early', { codes: codes.slice(0, 2) });
  const late = versionOf('late', { codes, createdAt: '2026-02-01T00:00:00.000Z' });

  it('is guessed to be the version whose codes fit best', () => {
    expect(guessCommonState([late, early], codes.slice(0, 2))).toBe(early);
    expect(guessCommonState([late, early], [...codes.slice(0, 3), codeOf('x'), codeOf('d', { name: 'D2' })])).toBe(
      late,
    );
  });

  it('is the later one of two that fit alike, and none where less than half is there', () => {
    const again = { ...late, id: 'again' as CodebookVersionId, createdAt: '2026-03-01T00:00:00.000Z' };
    expect(guessCommonState([late, again], codes)).toBe(again);
    expect(guessCommonState([late], [codeOf('a'), codeOf('y')])).toBeNull();
    expect(guessCommonState([versionOf('nothing')], codes)).toBeNull();
  });
});
