import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodebookVersion, CodebookVersionId, CodeId, CoderId, CodeSet } from '#domain/project/records.ts';
import { settleMerge, type Adjustment } from './settle-merge.ts';

/** The codebook at one moment. */
export interface CodebookState {
  readonly codes: readonly Code[];
  readonly sets: readonly CodeSet[];
  /** Absent where there is none. */
  readonly introduction?: string;
}

/** Gives the present state of the codebook a name. */
export function nameVersion(
  { name, note }: { readonly name: string; readonly note: string },
  { codes, sets, introduction }: CodebookState,
  coderId: CoderId,
  environment: Environment,
): { readonly change: Change; readonly version: CodebookVersion } {
  const version: CodebookVersion = {
    id: environment.newId() as CodebookVersionId,
    name: name.trim(),
    note: note.trim(),
    codes,
    sets,
    ...(introduction && { introduction }),
    createdAt: environment.now(),
    createdBy: coderId,
  };
  return { change: { codebookVersions: { added: [version] } }, version };
}

export interface Restoration {
  readonly change: Change;
  readonly summary: {
    /** Codes that come back. */
    readonly returning: number;
    /** Codes that become again what they were. */
    readonly changed: number;
    /** Codes made since that go. */
    readonly leaving: number;
    /** Codes made since that stay, because passages carry them or what is below them. */
    readonly staying: number;
    /** Sets that come back, change or go. */
    readonly sets: number;
  };
  /** Those that stay, of which some have to give way to what comes back: in their names and keys. */
  readonly staying: readonly Code[];
  readonly adjustments: readonly Adjustment[];
}

/**
 * Makes the codebook what it was when a version was named. Codings are never touched: a code made since that is in use stays.
 *
 * @param used codes that have codings
 */
export function restoreVersion(
  version: CodebookState,
  present: CodebookState,
  used: ReadonlySet<CodeId>,
  environment: Environment,
): Restoration {
  const now = environment.now();
  const then = new Map(version.codes.map((code) => [code.id, code]));
  const today = new Map(present.codes.map((code) => [code.id, code]));
  const newer = present.codes.filter(({ id }) => !then.has(id));
  const keeping = keptBranches(newer, used);
  const staying = newer.filter(({ id }) => keeping.has(id));
  const after = new Map([...version.codes, ...staying].map((code) => [code.id, code]));
  const adjustments = settleMerge(after, then, new Map(present.codes.map(({ id, parentId }) => [id, parentId])));
  const removed = newer.filter(({ id }) => !keeping.has(id));
  const added = [...after.values()].filter(({ id }) => !today.has(id));
  const updated = [...after.values()].flatMap((code) => {
    const is = today.get(code.id);
    return is && !isSame(is, code) ? [[is, { ...code, modifiedAt: now }] as const] : [];
  });
  const sets = restoreSets(version.sets, present.sets);
  const isNothing = added.length + updated.length + removed.length === 0;
  return {
    change: { ...(!isNothing && { codes: { added, updated, removed } }), ...(sets && { codeSets: sets }) },
    summary: {
      returning: added.length,
      changed: updated.filter(([{ id }]) => then.has(id)).length,
      leaving: removed.length,
      staying: staying.length,
      sets: sets ? (sets.added?.length ?? 0) + (sets.updated?.length ?? 0) + (sets.removed?.length ?? 0) : 0,
    },
    staying,
    adjustments,
  };
}

/** Codes in use, and those made since that stand above them: a branch is not cut off under what it carries. */
function keptBranches(newer: readonly Code[], used: ReadonlySet<CodeId>): Set<CodeId> {
  const byId = new Map(newer.map((code) => [code.id, code]));
  const kept = new Set<CodeId>();
  for (const { id } of newer) {
    if (!used.has(id)) continue;
    for (let at = byId.get(id); at && !kept.has(at.id); at = at.parentId ? byId.get(at.parentId) : undefined)
      kept.add(at.id);
  }
  return kept;
}

function restoreSets(then: readonly CodeSet[], now: readonly CodeSet[]): NonNullable<Change['codeSets']> | null {
  const today = new Map(now.map((set) => [set.id, set]));
  const wanted = new Set(then.map(({ id }) => id));
  const added = then.filter(({ id }) => !today.has(id));
  const removed = now.filter(({ id }) => !wanted.has(id));
  const updated = then.flatMap((set) => {
    const is = today.get(set.id);
    return is && !isSame(is, set) ? [[is, set] as const] : [];
  });
  return added.length + removed.length + updated.length > 0 ? { added, updated, removed } : null;
}

/** Whatever time it was written at. */
function isSame(a: Code | CodeSet, b: Code | CodeSet): boolean {
  const [one, other] = [a, b].map((record) => JSON.stringify({ ...record, modifiedAt: '', definedAt: undefined }));
  return one === other;
}
