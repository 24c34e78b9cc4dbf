import { handOverCodings } from '#domain/coding/hand-over-codings.ts';
import { squash, type Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId, CodeSet, Coding, CodingId, Memo } from '#domain/project/records.ts';
import { CodeEdits } from './code-edits.ts';
import { checkFields, proseFields, withFields, type CodeFields } from './code-fields.ts';
import { findNamesake, nameKey } from './code-name.ts';
import type { CodeTree } from './code-tree.ts';
import { done, refused, type Outcome } from './refusal.ts';
import { placeAmong } from './sibling-order.ts';

/** What hangs on codes and follows them. */
export interface CodeBelongings {
  /** All codings of the project, or at least those of the codes concerned. */
  readonly codings: readonly Coding[];
  readonly memos: readonly Memo[];
  readonly sets: readonly CodeSet[];
}

export interface CodesMerge {
  readonly change: Change;
  readonly summary: {
    /** Codes that go, those below among them that found a namesake. */
    readonly codes: number;
    /** Codings that have the surviving code afterwards. */
    readonly codings: number;
    /** Passages that carried both and keep one coding. */
    readonly united: number;
    /** Memos about codes that go; they are about the survivor then. */
    readonly memos: number;
    /** Names of the sets in which the survivor takes the place of codes that go. */
    readonly sets: readonly string[];
    /** The code whose typical passage becomes that of the survivor, which has none. */
    readonly exampleOf: Code | null;
    /** Codes that go whose typical passage is not the typical one any more: the survivor has one. */
    readonly examplesLost: readonly Code[];
  };
}

/**
 * Merges codes into one that stays. Codings are united, what is below comes under the survivor (namesakes there are merged
 * in turn), memos and sets follow, and the names that go become aliases.
 *
 * @param fields what is written about the survivor from then on; what is not given stays
 * @returns refused where the survivor's name would be taken, or when it is among those that go
 */
export function mergeCodes(
  tree: CodeTree,
  ids: readonly CodeId[],
  survivorId: CodeId,
  fields: Partial<CodeFields>,
  belongings: CodeBelongings,
  environment: Environment,
): Outcome<CodesMerge> {
  const survivor = tree.get(survivorId);
  const going = ids.flatMap((id) => tree.get(id) ?? []);
  if (!survivor || going.length < ids.length || going.length === 0) return refused({ code: 'codeMissing', params: {} });
  if (ids.includes(survivorId)) return refused({ code: 'codeInsideItself', params: { name: survivor.name } });
  const family = new MergedFamily(tree, [...new Set(ids)], survivorId);
  const parentId = family.parentOf(survivorId);
  const checked = checkFields(
    tree,
    { ...fields, name: fields.name ?? survivor.name },
    parentId,
    survivorId,
    family.gone,
  );
  if (!checked.ok) return checked;
  const now = environment.now();
  const edits = family.toEdits(now);
  const removed = [...family.gone].flatMap((id) => tree.get(id) ?? []);
  const handed = handOverCodings(
    belongings.codings,
    ({ codeId }) => family.heirOf(codeId),
    belongings.memos,
    environment,
  );
  for (const [heir, lost] of family.heirs(removed)) {
    const isSurvivor = heir.id === survivorId;
    const written = isSurvivor
      ? { ...checked.value, ...aliasesOf(survivor, lost, checked.value) }
      : joinedWords(heir, lost);
    edits.rewrite(heir, (code) => ({
      ...withFields(code, { ...written, ...typicalOf(heir, lost, handed.heirs) }),
      mergedFrom: ancestryOf(heir, lost),
      modifiedAt: now,
    }));
  }
  edits.freeShortcut(
    tree.codes().filter(({ id }) => id !== survivorId),
    checked.value.shortcut ?? '',
    now,
  );
  const memos = belongings.memos.flatMap((memo) => {
    const heir = memo.subject.kind === 'code' ? family.heirOf(memo.subject.codeId) : null;
    return heir ? [[memo, { ...memo, subject: { kind: 'code' as const, codeId: heir } }] as const] : [];
  });
  const sets = setsFollowing(belongings.sets, family, now);
  const change = squash([
    { codes: { removed, updated: edits.toUpdates().updated?.filter(([{ id }]) => !family.gone.has(id)) ?? [] } },
    handed.change,
    ...(memos.length > 0 ? [{ memos: { updated: memos } }] : []),
    ...(sets.length > 0 ? [{ codeSets: { updated: sets } }] : []),
  ]);
  const isSurvivors = ({ codeId }: Coding): boolean => (family.heirOf(codeId) ?? codeId) === survivorId;
  let codings = 0;
  for (const coding of belongings.codings) if (isSurvivors(coding)) codings++;
  codings -= (handed.change.codings?.removed ?? []).filter(isSurvivors).length;
  const linked = removed.filter((code) => family.heirOf(code.id) === survivorId && code.exampleCodingId);
  const exampleOf = survivor.exampleCodingId ? null : (linked[0] ?? null);
  const summary = {
    codes: removed.length,
    codings,
    united: handed.united,
    memos: memos.length,
    sets: sets.map(([{ name }]) => name),
    exampleOf,
    examplesLost: linked.filter((code) => code !== exampleOf),
  };
  return done({ change, summary });
}

/** Who goes into whom, and who comes under whom, when codes of a tree are merged. */
class MergedFamily {
  readonly #tree: CodeTree;
  readonly #heirs = new Map<CodeId, CodeId>();
  /** Of codes that stand elsewhere afterwards, in the order in which they arrive there. */
  readonly #parents = new Map<CodeId, CodeId | null>();

  constructor(tree: CodeTree, ids: readonly CodeId[], survivorId: CodeId) {
    this.#tree = tree;
    for (const id of ids) this.#heirs.set(id, survivorId);
    // A code merged into one below it leaves its own place to that one, before its branch comes under it.
    const top = this.#topmostGoing(survivorId);
    if (top) this.#parents.set(survivorId, tree.parentOf(top));
    for (const id of ids) this.#empty(id, survivorId);
    this.#uniteNamesakes(survivorId);
  }

  get gone(): ReadonlySet<CodeId> {
    return new Set(this.#heirs.keys());
  }

  /** The code that takes a lost one's place; null for a code that stays. */
  heirOf(id: CodeId): CodeId | null {
    let heir = this.#heirs.get(id);
    for (let next = heir && this.#heirs.get(heir); next; next = this.#heirs.get(next)) heir = next;
    return heir ?? null;
  }

  /** Those who take others in, with whom. */
  heirs(removed: readonly Code[]): Map<Code, Code[]> {
    const heirs = new Map<Code, Code[]>();
    for (const code of removed) {
      const heir = this.#tree.get(this.heirOf(code.id) ?? code.id);
      if (heir) heirs.set(heir, [...(heirs.get(heir) ?? []), code]);
    }
    return heirs;
  }

  parentOf(id: CodeId): CodeId | null {
    return this.#parents.has(id) ? (this.#parents.get(id) ?? null) : this.#tree.parentOf(id);
  }

  toEdits(now: string): CodeEdits {
    const edits = new CodeEdits();
    const arrivals = new Map<CodeId | null, Code[]>();
    for (const [id, parentId] of this.#parents) {
      const code = this.#tree.get(id);
      if (!code || this.#heirs.has(id)) continue;
      edits.edit(code, { parentId, modifiedAt: now });
      arrivals.set(parentId, [...(arrivals.get(parentId) ?? []), code]);
    }
    for (const [parentId, codes] of arrivals) {
      const siblings = this.#tree
        .childrenOf(parentId)
        .filter(({ id }) => !this.#heirs.has(id) && !this.#parents.has(id));
      edits.place([...siblings, ...codes], placeAmong(siblings, codes, null));
    }
    return edits;
  }

  #topmostGoing(id: CodeId): CodeId | null {
    let top: CodeId | null = null;
    for (let at = this.#tree.parentOf(id); at !== null; at = this.#tree.parentOf(at)) if (this.#heirs.has(at)) top = at;
    return top;
  }

  /** What is below a code that goes comes under the one that takes its place. */
  #empty(id: CodeId, into: CodeId): void {
    for (const child of this.#childrenOf(id)) if (child.id !== into) this.#parents.set(child.id, into);
  }

  /** Those who have come to stand beside a namesake are merged into it, and so on downwards. */
  #uniteNamesakes(parentId: CodeId): void {
    const residents: Code[] = [];
    for (const child of this.#childrenOf(parentId)) {
      const namesake = findNamesake(residents, child.name);
      if (!namesake) {
        residents.push(child);
        continue;
      }
      this.#heirs.set(child.id, namesake.id);
      this.#empty(child.id, namesake.id);
    }
    for (const { id } of residents) if (this.#hasArrivals(id)) this.#uniteNamesakes(id);
  }

  #hasArrivals(id: CodeId): boolean {
    return [...this.#parents.values()].includes(id);
  }

  /** Present children, those that were there first. */
  #childrenOf(id: CodeId): Code[] {
    const arrived = [...this.#parents].flatMap(([child, parentId]) =>
      parentId === id ? (this.#tree.get(child) ?? []) : [],
    );
    const there = this.#tree.childrenOf(id).filter((child) => !this.#parents.has(child.id));
    return [...there, ...arrived].filter((child) => !this.#heirs.has(child.id));
  }
}

/** What is written about a code below that takes a namesake in: nobody was asked, so nothing is lost. */
function joinedWords(heir: Code, lost: readonly Code[]): Partial<CodeFields> {
  const words: Partial<Record<(typeof proseFields)[number], string>> = {};
  for (const field of proseFields) {
    const texts = [heir, ...lost].map((code) => (code[field] ?? '').trim()).filter((text) => text !== '');
    if (texts.length > 0) words[field] = [...new Set(texts)].join('\n\n');
  }
  return { ...words, ...aliasesOf(heir, lost, { name: heir.name }) };
}

/** The typical passage: its own, else that of the first of the lost ones that has one, under the coding it went into. */
function typicalOf(
  heir: Code,
  lost: readonly Code[],
  heirs: ReadonlyMap<CodingId, CodingId>,
): Pick<CodeFields, 'exampleCodingId'> {
  const id = [heir, ...lost].find(({ exampleCodingId }) => exampleCodingId)?.exampleCodingId;
  return id ? { exampleCodingId: heirs.get(id) ?? id } : {};
}

/** The names of the lost ones beside those it has or is given, so that they can still be found. */
function aliasesOf(
  survivor: Code,
  gone: readonly Code[],
  { name, aliases: given }: Partial<CodeFields>,
): Pick<CodeFields, 'aliases'> {
  const aliases = [
    ...(given ?? survivor.aliases ?? []),
    ...gone.flatMap((code) => [code.name, ...(code.aliases ?? [])]),
  ];
  if (survivor.name !== name) aliases.push(survivor.name);
  return { aliases: [...new Set(aliases)].filter((alias) => nameKey(alias) !== nameKey(name ?? survivor.name)) };
}

/** The ids of the lost ones, so that a comparison can say where they went. */
function ancestryOf(survivor: Code, gone: readonly Code[]): CodeId[] {
  const ids = gone.flatMap((code) => [code.id, ...(code.mergedFrom ?? [])]);
  return [...new Set([...(survivor.mergedFrom ?? []), ...ids])];
}

function setsFollowing(sets: Iterable<CodeSet>, family: MergedFamily, now: string): (readonly [CodeSet, CodeSet])[] {
  return [...sets].flatMap((set) => {
    const codeIds = [...new Set(set.codeIds.map((id) => family.heirOf(id) ?? id))];
    return set.codeIds.some((id) => family.gone.has(id)) ? [[set, { ...set, codeIds, modifiedAt: now }] as const] : [];
  });
}
