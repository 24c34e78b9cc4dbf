import { titleOf } from '#domain/memos/memo-list.ts';
import type { LinkTarget } from '#domain/memos/memo-markup.ts';
import type { Code, Coding, Memo, MemoSubject, Source } from '#domain/project/records.ts';
import { t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** What a link leads to, as long as it is there. */
export type Thing =
  | { readonly kind: 'code'; readonly code: Code }
  | { readonly kind: 'coding'; readonly coding: Coding; readonly code: Code | undefined }
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'memo'; readonly memo: Memo };

export function findThing(project: OpenProject, { kind, id }: LinkTarget): Thing | null {
  if (kind === 'code') {
    const code = project.codes.get(id as Code['id']);
    return code ? { kind, code } : null;
  }
  if (kind === 'coding') {
    const coding = project.codings.get(id as Coding['id']);
    return coding ? { kind, coding, code: project.codes.get(coding.codeId) } : null;
  }
  if (kind === 'source') {
    const source = project.sources.get(id as Source['id']);
    return source ? { kind, source } : null;
  }
  const memo = project.memos.get(id as Memo['id']);
  return memo ? { kind, memo } : null;
}

/** A thing's present name: a coding is called by its words. */
export function nameOfThing(thing: Thing): string {
  if (thing.kind === 'code') return thing.code.name;
  if (thing.kind === 'source') return thing.source.name;
  if (thing.kind === 'coding') return t('memos:quoted', { words: clip(thing.coding.quote, 48) });
  return titleOf(thing.memo) || t('memos:untitled');
}

/** What a memo is about, as a name: for labels of steps and for lists. */
export function subjectName(project: OpenProject, subject: MemoSubject): string {
  if (subject.kind === 'project') return project.project.name;
  if (subject.kind === 'source') return project.sources.get(subject.sourceId)?.name ?? '';
  if (subject.kind === 'code') return project.codes.get(subject.codeId)?.name ?? '';
  if (subject.kind === 'passage') return clip(subject.quote, 48);
  const coding = project.codings.get(subject.codingId);
  return (coding && project.codes.get(coding.codeId)?.name) ?? '';
}

/** One line of words, cut between characters. */
export function clip(words: string, length: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line.slice(0, length * 2));
  return characters.length <= length ? line : `${characters.slice(0, length).join('').trimEnd()} …`;
}
