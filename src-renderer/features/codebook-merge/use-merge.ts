import { useCallback, useEffect, useMemo, useState } from 'react';
import type { MergeChoice } from '#domain/codebook/carry-out-merge.ts';
import { guessCommonState } from '#domain/codebook/guess-common-state.ts';
import { planCodebookMerge, type MergePlan } from '#domain/codebook/merge-codebooks.ts';
import { applyFamily, type Change } from '#domain/history/change.ts';
import type { Code, CodebookVersion, CodeId } from '#domain/project/records.ts';
import { useCodeTree } from '#features/codebook/index.ts';
import { codebookNow, compareStates, useVersions, type Difference } from '#features/codebook-versions/index.ts';
import { pause } from '#features/exports/index.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { decideMerge, type Left } from './commands/merge-theirs.ts';
import type { OpenProject } from '#storage/open-project.ts';
import type { Theirs } from './commands/read-theirs.ts';

/** A merge that is being decided. */
export interface Merge {
  readonly plan: MergePlan;
  readonly versions: readonly CodebookVersion[];
  /** The version both came from, as guessed or chosen. */
  readonly base: CodebookVersion | null;
  readonly chooseBase: (id: string | null) => void;
  readonly choices: ReadonlyMap<string, MergeChoice>;
  readonly choose: (keys: readonly string[], choice: MergeChoice) => void;
  /** Codes of theirs that look like one of ours, with those said to be others. */
  readonly alike: readonly { readonly theirs: Code; readonly ours: Code; readonly isSame: boolean }[];
  readonly setSame: (theirs: CodeId, isSame: boolean) => void;
  /** What changes here whatever is decided, in kinds. */
  readonly settled: readonly Difference[];
  readonly undecided: number;
  /** What it all comes to. */
  readonly change: Change;
  readonly outcome: readonly Difference[];
  /** What of theirs is not taken, or not as they have it, without anybody having decided so. */
  readonly left: readonly Left[];
}

/** Null while codings and versions are being read: whether a code may go depends on its use. */
export function useMerge(theirs: Theirs): Merge | null {
  const project = useProject();
  const versions = useVersions();
  const tree = useCodeTree();
  const isComplete = useProjectValue(({ areCodingsComplete }) => areCodingsComplete);
  const [baseId, chooseBase] = useState<string | null | undefined>(undefined);
  const [choices, setChoices] = useState<ReadonlyMap<string, MergeChoice>>(new Map());
  const [apart, setApart] = useState<ReadonlySet<CodeId>>(new Set());
  useEffect(() => {
    project.loadAllCodings(pause).catch(() => undefined);
  }, [project]);

  const choose = useCallback((keys: readonly string[], choice: MergeChoice): void => {
    setChoices((before) => new Map([...before, ...keys.map((key) => [key, choice] as const)]));
  }, []);
  const guessed = useMemo(() => guessCommonState(versions ?? [], theirs.codes), [versions, theirs]);
  const base = baseId === undefined ? guessed : (versions?.find(({ id }) => id === baseId) ?? null);
  const planned = useMemo(() => {
    const sides = { base: base?.codes ?? null, ours: tree.codes(), theirs: theirs.codes, silent: theirs.silent };
    const used = new Set(tree.codes().flatMap(({ id }) => (project.counts.ofCode(id) > 0 ? [id] : [])));
    const united = planCodebookMerge(sides, used);
    const plan = apart.size === 0 ? united : planCodebookMerge(sides, used, apart);
    const alike = united.matches.flatMap(({ theirs: code, ours, by }) =>
      by === 'similarity' && ours ? [{ theirs: code, ours, isSame: !apart.has(code.id) }] : [],
    );
    const { change } = decideMerge(project, plan, theirs, new Map(), base);
    return { plan, alike, settled: differencesBy(project, change) };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- whether all codings are there decides what is in use
  }, [project, tree, theirs, base, apart, isComplete]);
  const outcome = useMemo(() => {
    const { change, left } = decideMerge(project, planned.plan, theirs, choices, base);
    return { change, left, outcome: differencesBy(project, change) };
  }, [project, planned, theirs, base, choices]);
  if (versions === null || !isComplete) return null;
  return {
    ...planned,
    ...outcome,
    versions,
    base,
    chooseBase,
    choices,
    choose,
    setSame: (id, isSame) => setApart((before) => withOrWithout(before, id, !isSame)),
    undecided: planned.plan.conflicts.filter(({ key }) => !choices.has(key)).length,
  };
}

function withOrWithout(ids: ReadonlySet<CodeId>, id: CodeId, isIn: boolean): Set<CodeId> {
  const others = [...ids].filter((other) => other !== id);
  return new Set(isIn ? [...others, id] : others);
}

function differencesBy(project: OpenProject, change: Change): Difference[] {
  const before = codebookNow(project);
  const introduction = change.project?.updated?.at(-1)?.[1].codebookIntroduction;
  return compareStates(before, {
    ...before,
    codes: applyFamily(before.codes, change.codes),
    sets: applyFamily(before.sets, change.codeSets),
    ...(introduction !== undefined && { introduction }),
  });
}
