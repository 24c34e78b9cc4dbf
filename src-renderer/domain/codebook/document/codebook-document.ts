import type { Code, CodeId, Coding, Source, SourceId } from '#domain/project/records.ts';
import type { CodeTree } from '../code-tree.ts';
import { compareText } from '#domain/project/compare-text.ts';

/** How often a code was given. */
export interface CodeCounts {
  readonly codings: number;
  readonly sources: number;
  readonly coders: number;
}

/** A passage quoted in the codebook. */
export interface QuotedPassage {
  readonly text: string;
  readonly source: string;
  /** As numbered in the source. */
  readonly paragraph: number;
}

/** A code as a methods appendix has it. What nobody has written is not there. */
export interface CodebookEntry {
  readonly code: Code;
  /** 0 for a root. */
  readonly depth: number;
  readonly counts: CodeCounts;
  /** With everything below it; null where nothing is below. */
  readonly countsBelow: CodeCounts | null;
  readonly criteria: readonly { readonly field: Criterion; readonly text: string }[];
  readonly quotations: readonly QuotedPassage[];
}

/** A codebook as its documents have it. */
export interface CodebookContent {
  /** Empty where nobody has written one. */
  readonly introduction: string;
  readonly entries: readonly CodebookEntry[];
  /** For the codes that texts name. */
  readonly tree: CodeTree;
}

const criteria = ['include', 'exclude', 'example', 'borderline', 'memo'] as const;
export type Criterion = (typeof criteria)[number];

export interface DocumentSources {
  readonly countsOf: (id: CodeId) => CodeCounts;
  /** All that hangs on a code and on what is below it, counted once. */
  readonly countsBelow: (id: CodeId) => CodeCounts;
  /** Passages to quote under a code, the typical example first. */
  readonly quotationsOf: (code: Code) => readonly QuotedPassage[];
}

/** The codebook as a document: every code in the order of the tree, with what is written about it. */
export function codebookDocument(tree: CodeTree, sources: DocumentSources): CodebookEntry[] {
  return tree.rows.map(({ code, depth }) => ({
    code,
    depth,
    counts: sources.countsOf(code.id),
    countsBelow: tree.childrenOf(code.id).length > 0 ? sources.countsBelow(code.id) : null,
    criteria: criteria.flatMap((field) => {
      const text = code[field] ?? '';
      return text.trim() === '' ? [] : [{ field, text }];
    }),
    quotations: sources.quotationsOf(code),
  }));
}

/** Shorter than this a passage says little out of its place, longer than that it is no example. In UTF-16 units. */
const TELLING = { from: 30, to: 260 };

/**
 * Codings worth quoting: the one chosen as typical, then the heaviest, then those of a telling length, the earliest made first,
 * and those made at one time (an import) in the order of the texts; no text twice. The same codings give the same quotations,
 * in whatever order they come: a codebook exported twice must not differ.
 *
 * @param sources their names give the order of the texts
 */
export function chooseQuotations(
  code: Code,
  codings: Iterable<Coding>,
  { limit, sources }: { readonly limit: number; readonly sources: ReadonlyMap<SourceId, Pick<Source, 'name'>> },
): Coding[] {
  const nameOf = ({ sourceId }: Coding): string => sources.get(sourceId)?.name ?? '';
  const worth = (coding: Coding): number => {
    if (coding.id === code.exampleCodingId) return 1_000;
    const { length } = coding.quote;
    return (coding.weight ?? 0) + (length >= TELLING.from && length <= TELLING.to ? 0.5 : 0);
  };
  const ranked = [...codings]
    .map((coding) => ({ coding, worth: worth(coding) }))
    .sort(
      (a, b) =>
        b.worth - a.worth ||
        compareText(a.coding.createdAt, b.coding.createdAt) ||
        compareText(nameOf(a.coding), nameOf(b.coding)) ||
        a.coding.startUtf16 - b.coding.startUtf16 ||
        compareText(a.coding.id, b.coding.id),
    );
  const chosen: Coding[] = [];
  const quoted = new Set<string>();
  for (const { coding } of ranked) {
    if (chosen.length === limit) break;
    if (quoted.has(coding.quote)) continue;
    quoted.add(coding.quote);
    chosen.push(coding);
  }
  return chosen;
}

/** Counts per code and per branch in one pass: sources and coders are counted once, however many codes of a branch they have. */
export function countBranches(
  tree: CodeTree,
  codings: Iterable<Coding>,
): Pick<DocumentSources, 'countsOf' | 'countsBelow'> {
  const own = new Map<CodeId, Tally>();
  const branch = new Map<CodeId, Tally>();
  for (const coding of codings) {
    tallyOf(own, coding.codeId).add(coding);
    for (let at: CodeId | null = coding.codeId; at !== null && tree.has(at); at = tree.parentOf(at)) {
      tallyOf(branch, at).add(coding);
    }
  }
  return {
    countsOf: (id) => own.get(id)?.counts ?? NONE,
    countsBelow: (id) => branch.get(id)?.counts ?? NONE,
  };
}

const NONE: CodeCounts = { codings: 0, sources: 0, coders: 0 };

class Tally {
  #codings = 0;
  readonly #sources = new Set<string>();
  readonly #coders = new Set<string>();

  add({ sourceId, coderId }: Coding): void {
    this.#codings++;
    this.#sources.add(sourceId);
    this.#coders.add(coderId);
  }

  get counts(): CodeCounts {
    return { codings: this.#codings, sources: this.#sources.size, coders: this.#coders.size };
  }
}

function tallyOf(tallies: Map<CodeId, Tally>, id: CodeId): Tally {
  const known = tallies.get(id);
  if (known) return known;
  const fresh = new Tally();
  tallies.set(id, fresh);
  return fresh;
}
