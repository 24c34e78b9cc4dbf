import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { schemeRows, schemes } from '#domain/codebook/schemes/add-scheme.ts';
import { importCodebookRows } from '#domain/interchange/import-codebook.ts';
import { coderId, countingEnvironment, expectTree } from './code-builder.ts';

describe('a ready-made scheme', () => {
  it.each(schemes.map((scheme) => [scheme.id, scheme] as const))(
    '%s is a tree in which every code says what it is',
    (_, scheme) => {
      const { change, report } = importCodebookRows(
        { rows: schemeRows(scheme), warnings: [] },
        [],
        coderId,
        countingEnvironment(),
      );
      const codes = change.codes?.added ?? [];
      expect(report.warnings).toEqual([]);
      expect(codes.length).toBeGreaterThan(6);
      for (const { definition } of codes) expect(definition).toMatch(/[.!]$/);
      expectTree(codes);
      expect(buildCodeTree(codes).roots.every(({ isCodable }) => !isCodable)).toBe(true);
    },
  );

  it('adds nothing when it is taken twice', () => {
    const [scheme] = schemes;
    const file = { rows: scheme ? schemeRows(scheme) : [], warnings: [] };
    const codes = importCodebookRows(file, [], coderId, countingEnvironment()).change.codes?.added ?? [];
    expect(importCodebookRows(file, codes, coderId, countingEnvironment()).change).toEqual({});
  });
});
