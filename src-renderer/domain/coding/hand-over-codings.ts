import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { CodeId, Coding, CodingId, Memo } from '#domain/project/records.ts';
import { uniteCodings } from './unite-codings.ts';

export interface HandOver {
  readonly change: Change;
  /** Codings that have another code now. */
  readonly moved: number;
  /** Codings that went into an identical one, since a passage carries a code of a coder only once. */
  readonly united: number;
  /** By the id of a coding that is gone: the one it went into. */
  readonly heirs: ReadonlyMap<CodingId, CodingId>;
}

/**
 * Gives codings to other codes. Where a coder has the new code on the same span already, the two become one: comments are
 * joined, the older first, the higher weight stays, and memos about the one that goes are about the other from then on.
 *
 * @param codings all codings of the codes concerned, those of the new codes among them
 * @param newCodeOf the code a coding shall have; null leaves it as it is
 */
export function handOverCodings(
  codings: Iterable<Coding>,
  newCodeOf: (coding: Coding) => CodeId | null,
  memos: Iterable<Memo>,
  environment: Environment,
): HandOver {
  const now = environment.now();
  const places = new Map<string, Coding>();
  const results = new Map<CodingId, Coding>();
  const originals = new Map<CodingId, Coding>();
  const heirs = new Map<CodingId, CodingId>();
  const movers: Coding[] = [];
  for (const coding of codings) {
    originals.set(coding.id, coding);
    const codeId = newCodeOf(coding);
    if (codeId === null || codeId === coding.codeId) places.set(placeOf(coding), coding);
    else movers.push({ ...coding, codeId, modifiedAt: now });
  }
  for (const mover of movers) {
    const place = placeOf(mover);
    const there = places.get(place);
    const survivor = there ? uniteCodings(there, mover, now) : mover;
    places.set(place, survivor);
    results.set(survivor.id, survivor);
    if (there) heirs.set(mover.id, there.id);
  }
  const updated = [...results.values()].flatMap((to) => {
    const from = originals.get(to.id);
    return from && from !== to ? [[from, to] as const] : [];
  });
  const removed = [...heirs.keys()].flatMap((id) => originals.get(id) ?? []);
  const followed = memosFollowing(memos, heirs);
  const change: Change = {
    ...(updated.length + removed.length > 0 && { codings: { updated, removed } }),
    ...(followed.length > 0 && { memos: { updated: followed } }),
  };
  return { change, moved: movers.length - heirs.size, united: heirs.size, heirs };
}

function memosFollowing(memos: Iterable<Memo>, heirs: ReadonlyMap<CodingId, CodingId>): (readonly [Memo, Memo])[] {
  const followed: (readonly [Memo, Memo])[] = [];
  for (const memo of memos) {
    const heir = memo.subject.kind === 'coding' ? heirs.get(memo.subject.codingId) : undefined;
    if (heir) followed.push([memo, { ...memo, subject: { kind: 'coding', codingId: heir } }]);
  }
  return followed;
}

function placeOf({ sourceId, coderId, codeId, startUtf16, endUtf16 }: Coding): string {
  return `${sourceId} ${coderId} ${codeId} ${startUtf16} ${endUtf16}`;
}
