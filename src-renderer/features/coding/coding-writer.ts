import { applyCodes, recode, removeCodings, weighCoding, writeCodingMemo } from '#domain/coding/change-codings.ts';
import { resizeCoding, splitCoding } from '#domain/coding/change-spans.ts';
import type { CodingContent } from '#domain/coding/coding-edits.ts';
import { groupsToMerge, mergeCodings } from '#domain/coding/merge-codings.ts';
import { isSameSpan, trimSpan, type Span } from '#domain/coding/span.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import { isEmpty, squash, type Change } from '#domain/history/change.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import { withMemosOf } from '#domain/memos/memos-gone.ts';
import type { CodeId, Coding, SourceId } from '#domain/project/records.ts';
import type { ReaderView } from '#features/reader/index.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** A code that is only known when its turn has come, and what belongs to the same undo step. */
export interface PlannedCode {
  readonly codeId: CodeId;
  /** Goes first: a code that is made on the spot. */
  readonly before?: Change;
  readonly label?: Label;
}

/**
 * What becomes of codings: turns what a person wants into a change and saves it. Each is planned when its turn has come, on
 * the codings as they are then; those that have gone meanwhile are left out.
 */
export class CodingWriter {
  readonly #project: OpenProject;
  readonly #textShown: (sourceId: SourceId) => DocText | undefined;

  /** @param textShown the text of a source that is open; others are read from disk */
  constructor(project: OpenProject, textShown: (sourceId: SourceId) => DocText | undefined) {
    this.#project = project;
    this.#textShown = textShown;
  }

  /**
   * Gives a passage of the text in a reader codes, as one step; answers with the codings that came to be. Plans with what is there
   * now: to be called in turn.
   */
  async give(
    view: ReaderView,
    span: Span,
    codeIds: readonly CodeId[],
    { before = {}, label }: Partial<PlannedCode> = {},
  ): Promise<Coding[]> {
    const existing = view.index.overlapping(span.startUtf16, span.endUtf16);
    const { sourceId, doc: text } = view;
    const passage = { sourceId, text, span, coderId: this.#project.coderId, existing };
    const change = applyCodes(passage, codeIds, this.#project.environment);
    const added = change.codings?.added ?? [];
    if (added.length === 0) return [];
    await this.#project.commit(squash([before, change]), {
      label: label ?? this.#labelOfMany('code', 'codeSeveral', added),
      policy: 'undoable',
    });
    return [...added];
  }

  /** Removes codings with the memos on them; answers with what went. */
  remove(codings: readonly Coding[]): Promise<Change> {
    return this.#project.inTurn(async () => {
      const there = this.#now(codings);
      if (there.length === 0) return {};
      const label = this.#labelOfMany('removeCoding', 'removeCodings', there);
      const change = withMemosOf(removeCodings(there), this.#project.memos.values());
      await this.#project.commit(change, { label, policy: 'undoable' });
      return change;
    });
  }

  /** Puts a coding on another span of its text, without white space at the edges. Answers with what stands there then. */
  resize(coding: Coding, span: Span): Promise<Coding | null> {
    return this.#project.inTurn(async () => {
      const text = await this.#textOf(coding.sourceId);
      const trimmed = trimSpan(text.text, span);
      const [current] = this.#now([coding]);
      if (!trimmed || !current) return null;
      const change = resizeCoding(current, trimmed, text, this.#contentOf(coding.sourceId), this.#project.environment);
      await this.#project.commit(change, { label: this.#label('resizeCoding', coding.codeId), policy: 'undoable' });
      return this.#project.codingsOf(coding.sourceId).find((now) => isAt(now, coding, trimmed)) ?? null;
    });
  }

  /** Cuts a coding in two; false where there is nothing to cut off. */
  split(coding: Coding, at: number): Promise<boolean> {
    return this.#project.inTurn(async () => {
      const text = await this.#textOf(coding.sourceId);
      const [current] = this.#now([coding]);
      if (!current) return false;
      const change = splitCoding(current, at, text, this.#contentOf(coding.sourceId), this.#project.environment);
      await this.#project.commit(change, { label: this.#label('splitCoding', coding.codeId), policy: 'undoable' });
      return !isEmpty(change);
    });
  }

  /** Makes one coding of those that hang together, wherever some do. Answers how many went into it. */
  merge(codings: readonly Coding[]): Promise<number> {
    return this.#project.inTurn(async () => {
      const merged: Coding[] = [];
      const changes: Change[] = [];
      for (const [sourceId, there] of bySource(this.#now(codings))) {
        if (there.length < 2) continue;
        const text = await this.#textOf(sourceId);
        merged.push(...groupsToMerge(there, text).flat());
        changes.push(mergeCodings(there, text, this.#contentOf(sourceId), this.#project.environment));
      }
      const [first] = merged;
      if (!first) return 0;
      const { params } = this.#label('mergeCodings', first.codeId);
      const isOfOne = merged.every(({ codeId }) => codeId === first.codeId);
      const label = isOfOne
        ? { key: 'mergeCodings', params: { ...params, count: merged.length } }
        : { key: 'mergeSeveral', params: { count: merged.length } };
      await this.#project.commit(squash(changes), { label, policy: 'undoable' });
      return merged.length;
    });
  }

  /** Gives codings another code, all in one step. Answers how many had another one. */
  recode(codings: readonly Coding[], codeId: CodeId): Promise<number> {
    return this.#project.inTurn(async () => {
      const others = this.#now(codings).filter((coding) => coding.codeId !== codeId);
      if (others.length === 0) return 0;
      const changes = Array.from(bySource(others), ([sourceId, there]) =>
        recode(there, codeId, this.#contentOf(sourceId), this.#project.environment),
      );
      const one = this.#label('recode', codeId);
      const label =
        others.length === 1 ? one : { key: 'recodeSeveral', params: { ...one.params, count: others.length } };
      await this.#project.commit(squash(changes), { label, policy: 'undoable' });
      return others.length;
    });
  }

  /** Typing joins into one undo step per coding. */
  writeMemo(coding: Coding, memo: string): Promise<void> {
    return this.#project.inTurn(async () => {
      const [current] = this.#now([coding]);
      if (!current || current.memo === memo) return;
      const { key, params } = this.#label('codingMemo', coding.codeId);
      const label = { key, params: { ...params, id: coding.id } };
      const change = writeCodingMemo(current, memo, this.#project.environment);
      await this.#project.commit(change, { label, policy: 'joins-previous' });
    });
  }

  /** @param weight a whole number from 0 to 100; undefined takes it away. One undo step per coding while it slides. */
  weigh(coding: Coding, weight: number | undefined): Promise<void> {
    return this.#project.inTurn(async () => {
      const [current] = this.#now([coding]);
      if (!current) return;
      const { key, params } = this.#label('weighCoding', coding.codeId);
      const label = { key, params: { ...params, id: coding.id } };
      const change = weighCoding(current, weight, this.#project.environment);
      await this.#project.commit(change, { label, policy: 'joins-previous' });
    });
  }

  /** What a change of codings of a source has to reckon with. */
  #contentOf(sourceId: SourceId): CodingContent {
    return { existing: this.#project.codingsOf(sourceId), memos: this.#project.memos.values() };
  }

  async #textOf(sourceId: SourceId): Promise<DocText> {
    return this.#textShown(sourceId) ?? (await this.#project.loadSource(sourceId));
  }

  /** Codings as they are now, without those that have gone meanwhile. */
  #now(codings: readonly Coding[]): Coding[] {
    return codings.flatMap(({ id }) => this.#project.codings.get(id) ?? []);
  }

  #label(key: string, codeId: CodeId): Label {
    return { key, params: { name: this.#project.codes.get(codeId)?.name ?? '' } };
  }

  #labelOfMany(one: string, several: string, codings: readonly Coding[]): Label {
    const [first] = codings;
    return first && codings.length === 1
      ? this.#label(one, first.codeId)
      : { key: several, params: { count: codings.length } };
  }
}

function isAt(coding: Coding, { codeId, coderId }: Coding, span: Span): boolean {
  return isSameSpan(coding, span) && coding.codeId === codeId && coding.coderId === coderId;
}

function bySource(codings: readonly Coding[]): Map<SourceId, Coding[]> {
  const groups = new Map<SourceId, Coding[]>();
  for (const coding of codings) {
    const group = groups.get(coding.sourceId);
    if (group) group.push(coding);
    else groups.set(coding.sourceId, [coding]);
  }
  return groups;
}
