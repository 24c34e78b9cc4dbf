import { chooseQuotations, type CodeCounts } from '#domain/codebook/document/codebook-document.ts';
import type { Code, CodeId, Coding } from '#domain/project/records.ts';
import { treeOf } from '#features/codebook/index.ts';
import { useProjectValue } from '#features/project/index.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** As many quotations stand beside a code on the page. */
const QUOTED = 2;

/** What the codings say of the codes, at one moment. Counted for what is on the screen, not for all. */
export class CodebookFacts {
  readonly #project: OpenProject;
  readonly #codings: ReadonlyMap<CodeId, readonly Coding[]>;
  #total: CodeCounts | null = null;
  readonly #counts = new Map<CodeId, CodeCounts>();
  readonly #below = new Map<CodeId, CodeCounts>();
  readonly #quoted = new Map<CodeId, { readonly code: Code; readonly codings: readonly Coding[] }>();

  constructor(project: OpenProject) {
    this.#project = project;
    this.#codings = groupByCode(project.codings.values());
  }

  get total(): CodeCounts {
    return (this.#total ??= count([...this.#codings.values()]));
  }

  codingsOf(id: CodeId): readonly Coding[] {
    return this.#codings.get(id) ?? [];
  }

  /** Of this very code. */
  countsOf(id: CodeId): CodeCounts {
    return remembered(this.#counts, id, () => count([this.codingsOf(id)]));
  }

  /** With everything below it; sources and coders counted once. */
  countsBelow(id: CodeId): CodeCounts {
    return remembered(this.#below, id, () => {
      const codes = treeOf(this.#project).descendantsOf(id);
      return count([this.codingsOf(id), ...codes.map((code) => this.codingsOf(code.id))]);
    });
  }

  /** The passages that stand beside a code, the typical one first. */
  quotationsOf(code: Code): readonly Coding[] {
    const known = this.#quoted.get(code.id);
    if (known?.code === code) return known.codings;
    const codings = chooseQuotations(code, this.codingsOf(code.id), { limit: QUOTED, sources: this.#project.sources });
    this.#quoted.set(code.id, { code, codings });
    return codings;
  }
}

const cache = new WeakMap<OpenProject, { facts: CodebookFacts | null; isComplete: boolean }>();

/** The same until codes or codings change. */
export function factsOf(project: OpenProject): CodebookFacts {
  let cached = cache.get(project);
  if (!cached) {
    const fresh: { facts: CodebookFacts | null; isComplete: boolean } = { facts: null, isComplete: false };
    project.subscribe((change) => {
      if (change?.codes || change?.codings || !fresh.isComplete) fresh.facts = null;
      fresh.isComplete = project.areCodingsComplete;
    });
    cache.set(project, fresh);
    cached = fresh;
  }
  return (cached.facts ??= new CodebookFacts(project));
}

export function useCodebookFacts(): CodebookFacts {
  return useProjectValue(factsOf);
}

function groupByCode(codings: Iterable<Coding>): Map<CodeId, Coding[]> {
  const groups = new Map<CodeId, Coding[]>();
  for (const coding of codings) {
    const group = groups.get(coding.codeId);
    if (group) group.push(coding);
    else groups.set(coding.codeId, [coding]);
  }
  return groups;
}

function count(groups: readonly (readonly Coding[])[]): CodeCounts {
  const sources = new Set<string>();
  const coders = new Set<string>();
  let codings = 0;
  for (const group of groups) {
    codings += group.length;
    for (const { sourceId, coderId } of group) {
      sources.add(sourceId);
      coders.add(coderId);
    }
  }
  return { codings, sources: sources.size, coders: coders.size };
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
