import fuzzysort, { type Prepared } from 'fuzzysort';
import { nameKey } from '#domain/codebook/code-name.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';

/** A code that is offered, and which letters of its name were found. */
export interface FoundCode {
  readonly code: Code;
  /** Indexes into the name, ascending. */
  readonly marks: readonly number[];
}

interface Target {
  readonly code: Code;
  /** Its place in the codebook. */
  readonly at: number;
  /** As names are compared. */
  readonly key: string;
  readonly name: Prepared;
  readonly path: Prepared;
  readonly aliases: Prepared;
  readonly definition: Prepared;
}

const targets = new WeakMap<CodeTree, readonly Target[]>();
/** A code just given is likelier to be wanted again; worth less than a better match of the name. */
const RECENT_BONUS = 0.1;
/** What the most frequent code has ahead of one never given. */
const FREQUENT_BONUS = 0.05;
/** Letters found stand within so many times their number, or begin words. */
const FARTHEST = 3;
/** Without a query these follow the recent ones, before the order of the codebook. */
const FREQUENT_FIRST = 5;

/**
 * Codes that can be given, best match first: by name, then path and other names, then definition, recent and frequent ones favoured.
 * Without a query the recent ones come first, then the most frequent, then all in the order of the codebook.
 */
export function findCodes(
  tree: CodeTree,
  query: string,
  recent: readonly CodeId[],
  countOf: (id: CodeId) => number,
): FoundCode[] {
  if (query.trim() !== '') return matchCodes(tree, query, recent, countOf).filter(({ code }) => code.isCodable);
  const codable = tree.codes().filter(({ isCodable }) => isCodable);
  const frequent = codable
    .filter(({ id }) => countOf(id) > 0)
    .toSorted((a, b) => countOf(b.id) - countOf(a.id))
    .slice(0, FREQUENT_FIRST);
  const recentCodes = recent.flatMap((id) => codable.find((code) => code.id === id) ?? []);
  return [...new Set([...recentCodes, ...frequent, ...codable])].map((code) => ({ code, marks: [] }));
}

/** Looks through all once, so that the first letter waits neither for reading them nor for the search to get up to speed. */
export function readyToMatch(tree: CodeTree): void {
  matchCodes(tree, 'e', [], () => 0, 1);
}

/** Codes and groups that fit a query, best match first, at most so many (0: all); none for an empty one. */
export function matchCodes(
  tree: CodeTree,
  query: string,
  recent: readonly CodeId[],
  countOf: (id: CodeId) => number,
  limit = 0,
): FoundCode[] {
  const trimmed = query.trim();
  if (trimmed === '') return [];
  const key = nameKey(trimmed);
  const found = fuzzysort.go(trimmed, prepared(tree), {
    keys: ['name', 'path', 'aliases', 'definition'],
    limit,
    threshold: 0.25,
    scoreFn: ({ 0: name, 1: path, 2: aliases, 3: definition, obj }) =>
      exactness(obj.key, key) +
      Math.max(name?.score ?? 0, (path?.score ?? 0) * 0.8, (aliases?.score ?? 0) * 0.8, (definition?.score ?? 0) * 0.5),
  });
  const near = found.filter(
    ({ 0: name, obj }) => !isScattered(obj.code.name, name && name.score > 0 ? name.indexes : []),
  );
  const most = Math.max(1, ...near.map(({ obj }) => countOf(obj.code.id)));
  const bonus = ({ id }: Code): number =>
    (recent.includes(id) ? RECENT_BONUS : 0) + FREQUENT_BONUS * (countOf(id) / most);
  return (
    near
      .map(({ 0: name, obj, score }) => ({ code: obj.code, at: obj.at, score: score + bonus(obj.code), name }))
      // Of equals those that stand first in the codebook: the search itself answers with them in any order.
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .map(({ code, name }) => ({ code, marks: name && name.score > 0 ? [...name.indexes].sort((a, b) => a - b) : [] }))
  );
}

/**
 * What is written in a name as it was typed stands before what only has its letters, however often or lately that was given: of
 * "Frame 2" and "Frame 12" the search itself prefers the first for "Frame 12", since it takes the 1 from elsewhere.
 */
function exactness(name: string, typed: string): number {
  if (name === typed) return 3;
  if (name.startsWith(typed)) return 2;
  return name.includes(typed) ? 1 : 0;
}

/**
 * Whether letters lie so far apart in a name that nobody means it by them: "Macht" in a long name that has an m, and much later
 * an "acht". Such a name would stand where a new code is offered, and Enter would give it. The beginnings of words may be far apart.
 */
function isScattered(name: string, indexes: readonly number[]): boolean {
  const marks = [...indexes].sort((a, b) => a - b);
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined || last - first < FARTHEST * marks.length) return false;
  const isWordStart = (at: number): boolean => at === 0 || /[^\p{L}\p{N}]/u.test(name.charAt(at - 1));
  return !marks.every((mark, index) => mark - 1 === marks[index - 1] || isWordStart(mark));
}

function prepared(tree: CodeTree): readonly Target[] {
  let known = targets.get(tree);
  if (!known) {
    known = tree.rows.map(({ code }, at) => ({
      code,
      at,
      key: nameKey(code.name),
      name: fuzzysort.prepare(code.name),
      path: fuzzysort.prepare(tree.pathOf(code.id)),
      aliases: fuzzysort.prepare((code.aliases ?? []).join(' · ')),
      definition: fuzzysort.prepare(code.definition),
    }));
    targets.set(tree, known);
  }
  return known;
}
