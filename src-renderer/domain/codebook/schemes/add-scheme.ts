import type { CodebookRow } from '#domain/interchange/codebook-rows.ts';
import { argumentMoves } from './argument-moves.ts';
import { genericFrames } from './generic-frames.ts';
import type { Scheme, SchemeCode } from './scheme.ts';
import { speechActs } from './speech-acts.ts';
import { stance } from './stance.ts';

export const schemes: readonly Scheme[] = [genericFrames, stance, speechActs, argumentMoves];

/** A scheme as rows for `importCodebookRows`; a code of the same path that is there already is filled, never doubled. */
export function schemeRows({ codes }: Scheme): CodebookRow[] {
  const rows: CodebookRow[] = [];
  const add = (code: SchemeCode, ancestors: readonly string[]): void => {
    const { name, definition, include, exclude, codes: below = [] } = code;
    const fields = {
      definition,
      ...(include !== undefined && { include }),
      ...(exclude !== undefined && { exclude }),
      // A code that only holds others together is not given itself.
      ...(below.length > 0 && ancestors.length === 0 && { isCodable: false }),
    };
    rows.push({ row: rows.length + 1, codeId: '', parentId: '', path: { ancestors, name }, fields });
    for (const child of below) add(child, [...ancestors, name]);
  };
  for (const code of codes) add(code, []);
  return rows;
}
