import { handOverCodings } from '#domain/coding/hand-over-codings.ts';
import { squash, type Change } from '#domain/history/change.ts';
import { countMemosGone, withMemosOf } from '#domain/memos/memos-gone.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId, Coding, Memo } from '#domain/project/records.ts';
import { CodeEdits } from './code-edits.ts';
import { refuseTakenName } from './code-fields.ts';
import { findNamesake } from './code-name.ts';
import type { CodeTree } from './code-tree.ts';
import { done, refused, type Outcome } from './refusal.ts';
import { placeAmong } from './sibling-order.ts';

export interface RemovalPolicy {
  /** What becomes of the codings: they go, or the nearest code above that stays has them, or a code that was chosen. */
  readonly codings: 'go' | 'toParent' | { readonly to: CodeId };
  /** What becomes of the codes below: they go too, or take the removed code's place. */
  readonly below: 'go' | 'moveUp';
}

export interface Removal {
  readonly change: Change;
  /** How much goes, for the question before it and the sentence after it. */
  readonly summary: {
    readonly codes: number;
    readonly codings: number;
    /** Distinct sources that lose a coding. */
    readonly sources: number;
    /** On the codes and codings that go. */
    readonly memos: number;
    /** Codings that another code has from then on, those among them that go into an identical one. */
    readonly handedOver: number;
  };
}

/**
 * Removes codes with what hangs on them. With `moveUp` it is refused when a code has the name of one it would come to stand
 * beside; with `toParent` when there is no code above that stays; with an heir that goes itself; with either when the heir cannot be given to passages. Codings that are handed over
 * keep their memos; memos on the codes themselves go.
 *
 * @param content.codings all codings of the project, or at least those of the codes that may go and of those above them
 * @param content.memos all memos of the project
 */
export function removeCodes(
  tree: CodeTree,
  content: { readonly codings: readonly Coding[]; readonly memos: readonly Memo[] },
  ids: readonly CodeId[],
  policy: RemovalPolicy,
  environment: Environment,
): Outcome<Removal> {
  if (ids.length === 0 || ids.some((id) => !tree.has(id))) return refused({ code: 'codeMissing', params: {} });
  const going = codesGoing(tree, ids, policy);
  const goingIds = new Set(going.map(({ id }) => id));
  const edits = policy.below === 'moveUp' ? moveChildrenUp(tree, goingIds, environment) : done(new CodeEdits());
  if (!edits.ok) return edits;
  const concerned = content.codings.filter(({ codeId }) => goingIds.has(codeId));
  const withoutCodes: Change = { codes: { removed: going, ...edits.value.toUpdates() } };
  const sources = new Set(concerned.map(({ sourceId }) => sourceId)).size;
  if (policy.codings === 'go') {
    const bare = { ...withoutCodes, ...(concerned.length > 0 && { codings: { removed: concerned } }) };
    const change = withMemosOf(bare, content.memos);
    const memos = countMemosGone(change);
    return done({
      change,
      summary: { codes: going.length, codings: concerned.length, sources, memos, handedOver: 0 },
    });
  }
  const heirs = heirsOf(tree, goingIds, new Set(concerned.map(({ codeId }) => codeId)), policy.codings);
  if (!heirs.ok) return heirs;
  const heirIds = new Set(heirs.value.values());
  const family = content.codings.filter(({ codeId }) => goingIds.has(codeId) || heirIds.has(codeId));
  const handed = handOverCodings(family, ({ codeId }) => heirs.value.get(codeId) ?? null, content.memos, environment);
  const change = squash([withMemosOf(withoutCodes, content.memos), handed.change]);
  const memos = countMemosGone(change);
  return done({
    change,
    summary: { codes: going.length, codings: 0, sources: 0, memos, handedOver: concerned.length },
  });
}

function codesGoing(tree: CodeTree, ids: readonly CodeId[], { below }: RemovalPolicy): Code[] {
  const wanted = new Set(ids);
  if (below === 'go') for (const id of ids) for (const code of tree.descendantsOf(id)) wanted.add(code.id);
  return tree.codes().filter(({ id }) => wanted.has(id));
}

/** The chosen code, or the nearest above that stays, for each code that has codings. */
function heirsOf(
  tree: CodeTree,
  going: ReadonlySet<CodeId>,
  withCodings: ReadonlySet<CodeId>,
  policy: 'toParent' | { readonly to: CodeId },
): Outcome<ReadonlyMap<CodeId, CodeId>> {
  const chosen = policy === 'toParent' ? undefined : tree.get(policy.to);
  if (policy !== 'toParent' && (!chosen || going.has(chosen.id))) return refused({ code: 'codeMissing', params: {} });
  const heirs = new Map<CodeId, CodeId>();
  for (const id of withCodings) {
    const heir = chosen ?? stayingAbove(tree, id, going);
    if (!heir) return refused({ code: 'noCodeAbove', params: { name: tree.get(id)?.name ?? '' } });
    if (!heir.isCodable) return refused({ code: 'onlyFolder', params: { name: heir.name } });
    heirs.set(id, heir.id);
  }
  return done(heirs);
}

function stayingAbove(tree: CodeTree, id: CodeId, going: ReadonlySet<CodeId>): Code | undefined {
  let at = tree.parentOf(id);
  while (at !== null && going.has(at)) at = tree.parentOf(at);
  return at === null ? undefined : tree.get(at);
}

/** What is below the codes that go comes to stand where they stood, in the order of the codebook. */
function moveChildrenUp(tree: CodeTree, going: ReadonlySet<CodeId>, environment: Environment): Outcome<CodeEdits> {
  const edits = new CodeEdits();
  const now = environment.now();
  const parents = new Set([...going].map((id) => stayingAbove(tree, id, going)?.id ?? null));
  for (const parentId of parents) {
    const order = familyAfter(tree, parentId, going);
    const arrivals = order.filter(({ id }) => tree.parentOf(id) !== parentId);
    for (const child of arrivals) {
      const others = order.filter((other) => other !== child);
      if (findNamesake(others, child.name)) return refuseTakenName(tree, child.name, parentId);
      edits.edit(child, { parentId, modifiedAt: now });
    }
    if (arrivals.length > 0) place(edits, order, new Set(arrivals));
  }
  return done(edits);
}

/** Children as they will be: those of a code that goes in its place. */
function familyAfter(tree: CodeTree, parentId: CodeId | null, going: ReadonlySet<CodeId>): Code[] {
  const children = (id: CodeId | null): Code[] =>
    tree.childrenOf(id).flatMap((child) => (going.has(child.id) ? children(child.id) : [child]));
  return children(parentId);
}

/** One run of newcomers is put between those who were there; where there are more, all are counted anew. */
function place(edits: CodeEdits, order: readonly Code[], arrivals: ReadonlySet<Code>): void {
  const start = order.findIndex((code) => arrivals.has(code));
  const run = order.slice(start, start + arrivals.size);
  if (run.every((code) => arrivals.has(code))) {
    const there = order.filter((code) => !arrivals.has(code));
    edits.place(order, placeAmong(there, run, order[start + run.length]?.id ?? null));
  } else edits.place(order, new Map(order.map(({ id }, at) => [id, at + 1])));
}
