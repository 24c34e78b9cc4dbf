import type { Coding } from '#domain/project/records.ts';

/**
 * A coding with all that was said on an identical one: comments are joined, the older first, the higher weight stays. The
 * older keeps the time it was made at. Where nothing is new it is the very record that stays.
 */
export function uniteCodings(stays: Coding, goes: Coding, now: string): Coding {
  const [older, newer] = stays.createdAt <= goes.createdAt ? [stays, goes] : [goes, stays];
  const memo = [older.memo, newer.memo].filter((text, at, all) => text !== '' && all.indexOf(text) === at).join('\n');
  const weights = [stays.weight, goes.weight].filter((weight) => weight !== undefined);
  const { weight: _, ...rest } = stays;
  const result: Coding = {
    ...rest,
    memo,
    ...(weights.length > 0 && { weight: Math.max(...weights) }),
    createdAt: older.createdAt,
  };
  const isNew = memo !== stays.memo || result.weight !== stays.weight || result.createdAt !== stays.createdAt;
  return isNew ? { ...result, modifiedAt: now } : stays;
}
