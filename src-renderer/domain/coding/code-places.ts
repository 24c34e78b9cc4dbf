import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { CodeId, CoderId, Coding, SourceId } from '#domain/project/records.ts';
import { applyCodes } from './change-codings.ts';
import type { CodingIndex } from './coding-index.ts';
import { trimSpan, type Span } from './span.ts';

export interface Places {
  readonly sourceId: SourceId;
  readonly text: DocText;
  readonly coderId: CoderId;
  /** All codings of the source. */
  readonly index: CodingIndex;
  /** In order; the same may come again (two words found in one sentence), and counts once. */
  readonly spans: Iterable<Span>;
}

export interface CodedPlaces {
  readonly change: Change;
  /** How many different passages the places are. */
  readonly passages: number;
  /** How many of them this coder has given the code already; these stay as they are. */
  readonly alreadyCoded: number;
}

/** Gives one code to every place of a text, each as `applyCodes` does it. */
export function codePlaces({ spans, index, ...where }: Places, codeId: CodeId, environment: Environment): CodedPlaces {
  const added: Coding[] = [];
  const seen = new Set<string>();
  for (const raw of spans) {
    const span = trimSpan(where.text.text, raw);
    if (!span || seen.has(`${span.startUtf16} ${span.endUtf16}`)) continue;
    seen.add(`${span.startUtf16} ${span.endUtf16}`);
    const existing = index.overlapping(span.startUtf16, span.endUtf16);
    added.push(...(applyCodes({ ...where, span, existing }, [codeId], environment).codings?.added ?? []));
  }
  return { change: { codings: { added } }, passages: seen.size, alreadyCoded: seen.size - added.length };
}
