import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodebooks } from '#domain/codebook/compare-codebooks.ts';
import { nameVersion, restoreVersion } from '#domain/codebook/codebook-versions.ts';
import { versionOfCoding } from '#domain/codebook/codings-under-version.ts';
import type { CodebookVersion, CodeId } from '#domain/project/records.ts';
import { anyTree, applyToCodes, codeOf, coderId, codingOf, countingEnvironment, expectTree } from './code-builder.ts';

const nobody = new Set<CodeId>();

describe('a named version', () => {
  it('holds the codebook as it was, under a tidy name', () => {
    const codes = [codeOf('a')];
    const { change, version } = nameVersion(
      { name: ' After pilot ', note: '' },
      { codes, sets: [] },
      coderId,
      countingEnvironment(),
    );
    expect(change.codebookVersions?.added).toEqual([version]);
    expect(version).toMatchObject({ name: 'After pilot', codes });
  });

  it('is the one a coding was made under when it was the last named before', () => {
    const at = (createdAt: string): CodebookVersion => ({ createdAt, name: createdAt }) as CodebookVersion;
    const versions = [at('2026-03-01'), at('2026-01-01'), at('2026-02-01')];
    const under = (createdAt: string): string | undefined =>
      versionOfCoding(codingOf('1', 'a', { createdAt }), versions)?.name;
    expect(['2025-12-31', '2026-01-01', '2026-02-15', '2026-09-01'].map(under)).toEqual([
      undefined,
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ]);
  });
});

describe('restoring a version', () => {
  it('brings back what was removed, renames back what was renamed, and removes what is new and unused', () => {
    const then = [codeOf('a', { name: 'Water' }), codeOf('b')];
    const now = [codeOf('a', { name: 'Rivers' }), codeOf('c')];
    const { change, summary } = restoreVersion(
      { codes: then, sets: [] },
      { codes: now, sets: [] },
      nobody,
      countingEnvironment(),
    );
    expect(summary).toEqual({ returning: 1, changed: 1, leaving: 1, staying: 0, sets: 0 });
    expect(compareCodebooks(then, applyToCodes(now, change))).toEqual([]);
  });

  it('keeps a newer code that passages carry, with the newer ones above it', () => {
    const now = [codeOf('n'), codeOf('o', { parent: 'n' }), codeOf('p', { parent: 'o' }), codeOf('q', { parent: 'n' })];
    const { change, summary } = restoreVersion(
      { codes: [], sets: [] },
      { codes: now, sets: [] },
      new Set(['o' as CodeId]),
      countingEnvironment(),
    );
    expect(summary).toMatchObject({ leaving: 2, staying: 2 });
    expect(applyToCodes(now, change).map(({ id }) => id)).toEqual(['n', 'o']);
  });

  it('gives what comes back its name and key again, and a number to the newer code that has taken them', () => {
    const then = [codeOf('a', { name: 'Fog', shortcut: 'f' })];
    const now = [codeOf('a', { name: 'Mist' }), codeOf('n', { name: 'fog', shortcut: 'f' })];
    const used = new Set(['n' as CodeId]);
    const states = [then, now].map((codes) => ({ codes, sets: [] }));
    const [version = { codes: [], sets: [] }, present = version] = states;
    const { change, summary, adjustments } = restoreVersion(version, present, used, countingEnvironment());
    expect(applyToCodes(now, change).map(({ id, name, shortcut }) => [id, name, shortcut])).toEqual([
      ['a', 'Fog', 'f'],
      ['n', 'fog (2)', ''],
    ]);
    expect(summary).toMatchObject({ changed: 1, staying: 1 });
    expect(adjustments.map(({ kind }) => kind)).toEqual(['numbered', 'keyLost']);
  });

  it('leaves a tree, and no difference to the version but codes that are in use', () => {
    fc.assert(
      fc.property(anyTree, anyTree, fc.array(fc.nat(11)), (then, now, picks) => {
        const used = new Set(picks.flatMap((pick) => now[pick]?.id ?? []));
        const { change, summary } = restoreVersion(
          { codes: then, sets: [] },
          { codes: now, sets: [] },
          used,
          countingEnvironment(),
        );
        const after = applyToCodes(now, change);
        expect(after.length).toBe(then.length + summary.staying);
        expect(compareCodebooks(then, after).every(({ kind }) => kind === 'added')).toBe(true);
        for (const id of used) expect(after.some((code) => code.id === id)).toBe(true);
        const known = new Set(after.map(({ id }) => id));
        expect(after.every(({ parentId }) => parentId === null || known.has(parentId))).toBe(true);
        expectTree(after);
      }),
    );
  });
});
