import type { Code, CodeId } from '#domain/project/records.ts';
import type { CodeTree } from './code-tree.ts';
import { compareText } from '../project/compare-text.ts';

/** A code as a line of the panel: what is collapsed or filtered away has none. */
export interface CodeLine {
  readonly code: Code;
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
  /** From 1, among the siblings that have lines. */
  readonly position: number;
  readonly siblings: number;
  /** Index of the parent's line; -1 for a root. */
  readonly parent: number;
}

export type CodeOrder = 'codebook' | 'name' | 'codings';

export interface LineOptions {
  readonly collapsed: ReadonlySet<CodeId>;
  /** Codes that have a line, null for all. */
  readonly shown: ReadonlySet<CodeId> | null;
  readonly order: CodeOrder;
  /** For the order by codings. */
  readonly countOf: (id: CodeId) => number;
}

/** The lines in order; the order of the codebook itself is what is stored and stays. */
export function linesOf(tree: CodeTree, { collapsed, shown, order, countOf }: LineOptions): CodeLine[] {
  const lines: CodeLine[] = [];
  const names = order === 'name' ? new Intl.Collator(undefined, { numeric: true }) : null;
  const sorted = (codes: readonly Code[]): readonly Code[] => {
    if (names) return codes.toSorted((a, b) => names.compare(a.name, b.name) || compareText(a.id, b.id));
    return order === 'codings' ? codes.toSorted((a, b) => countOf(b.id) - countOf(a.id)) : codes;
  };
  const childrenOf = (id: CodeId | null): readonly Code[] => {
    const children = tree.childrenOf(id);
    return sorted(shown ? children.filter((child) => shown.has(child.id)) : children);
  };
  const levels: { readonly codes: readonly Code[]; readonly parent: number; next: number }[] = [
    { codes: childrenOf(null), parent: -1, next: 0 },
  ];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const code = level.codes[level.next++];
    if (!code) {
      levels.pop();
      continue;
    }
    const children = childrenOf(code.id);
    const isExpanded = children.length > 0 && !collapsed.has(code.id);
    lines.push({
      code,
      depth: levels.length - 1,
      hasChildren: children.length > 0,
      isExpanded,
      position: level.next,
      siblings: level.codes.length,
      parent: level.parent,
    });
    if (isExpanded) levels.push({ codes: children, parent: lines.length - 1, next: 0 });
  }
  return lines;
}

interface Folded {
  readonly name: string;
  /** All that is searched but the names above. */
  readonly text: string;
}

const known = new WeakMap<Code, Folded>();

/**
 * Codes in which every word of the query stands: in the path, the other names, the definition or the summary. Case and accents
 * make no difference.
 */
export function findMatching(tree: CodeTree, query: string): Set<CodeId> {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = new Set<CodeId>();
  const within: string[] = [];
  for (const { code, depth } of tree.rows) {
    within.length = depth;
    const { name, text } = foldedOf(code);
    within.push(name);
    if (words.every((word) => text.includes(word) || within.some((above) => above.includes(word)))) found.add(code.id);
  }
  return found;
}

/** The codes with all that stand above them, so that one sees where they are. */
export function withAncestors(tree: CodeTree, ids: ReadonlySet<CodeId>): Set<CodeId> {
  const all = new Set<CodeId>();
  for (const id of ids) {
    if (!tree.has(id)) continue;
    for (let at: CodeId | null = id; at !== null && !all.has(at); at = tree.parentOf(at)) all.add(at);
  }
  return all;
}

function foldedOf(code: Code): Folded {
  let folded = known.get(code);
  if (!folded) {
    const text = [code.name, ...(code.aliases ?? []), code.definition, code.summary ?? ''].join('\n');
    known.set(code, (folded = { name: fold(code.name), text: fold(text) }));
  }
  return folded;
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
