import type { Change } from '#domain/history/change.ts';
import type { Code, CodeId, ProjectRecord } from '#domain/project/records.ts';
import { buildCodeTree, type CodeTree } from '../code-tree.ts';
import { carriedName, mentioningFields, withMentionsCarried } from './carry-mentions.ts';
import { mentionNamesOf, MENTION_SIGN, type CodeMention } from './code-mentions.ts';

/** So many names are looked for in each text before it is read for what it names. */
const FEW = 20;

/** What is there before a change. */
export interface MentioningRecords {
  readonly codes: ReadonlyMap<CodeId, Code>;
  readonly project: ProjectRecord;
}

/**
 * The change, and what it means for texts that name codes: a code that is called otherwise afterwards, or stands elsewhere, is
 * still named by them; of one that is gone the plain words stay, or it is the one that took it in that is named. Being renamed
 * within a text is no edit of whoever has the text: `modifiedAt` stays.
 */
export function withMentionsFollowing(change: Change, { codes, project }: MentioningRecords): Change {
  const names = namesConcerned(change);
  if (names.size === 0) return change;
  const isConcerned = mayFollow(names);
  const hasConcerned = (code: Code): boolean => mentioningFields.some((field) => isConcerned(code[field] ?? ''));
  const after = codesAfter(codes, change);
  const projectAfter = change.project?.updated?.find(([, to]) => to.id === project.id)?.[1] ?? project;
  const concerned = [...after.values()].filter(hasConcerned);
  if (concerned.length === 0 && !isConcerned(projectAfter.codebookIntroduction ?? '')) return change;
  const following = new Following(buildCodeTree(codes.values()), buildCodeTree(after.values()));
  const rewritten = new Map<CodeId, Code>();
  for (const code of concerned) {
    const fresh = following.rewritten(code, codes.get(code.id));
    if (fresh !== code) rewritten.set(code.id, fresh);
  }
  const introduction = following.text(projectAfter.codebookIntroduction ?? '', project.codebookIntroduction ?? '');
  const isIntroduced = introduction !== (projectAfter.codebookIntroduction ?? '');
  return {
    ...change,
    ...(rewritten.size > 0 && { codes: withCodes(change.codes ?? {}, rewritten, codes) }),
    ...(isIntroduced && {
      project: {
        ...change.project,
        updated: [
          ...(change.project?.updated ?? []).filter(([, to]) => to !== projectAfter),
          [project, { ...projectAfter, codebookIntroduction: introduction }] as const,
        ],
      },
    }),
  };
}

/** Names that codes had or have now that come, go, or are called otherwise: what a text is written with hangs on these only. */
function namesConcerned({ codes }: Change): ReadonlySet<string> {
  const moved = (codes?.updated ?? []).filter(([from, to]) => from.name !== to.name || from.parentId !== to.parentId);
  const concerned = [...(codes?.added ?? []), ...(codes?.removed ?? []), ...moved.flat()];
  return new Set(concerned.map(({ name }) => name));
}

/**
 * Whether a text may have to follow, found without reading what it names: of thousands most have not. Where a name stands in
 * brackets, it hangs on a name that is not in the text.
 */
function mayFollow(names: ReadonlySet<string>): (text: string) => boolean {
  return (text) => {
    if (!text.includes(MENTION_SIGN)) return false;
    return names.size > FEW || text.includes(`${MENTION_SIGN}[`) || [...names].some((name) => text.includes(name));
  };
}

function codesAfter(codes: ReadonlyMap<CodeId, Code>, change: Change): Map<CodeId, Code> {
  const after = new Map(codes);
  for (const { id } of change.codes?.removed ?? []) after.delete(id);
  for (const [, to] of change.codes?.updated ?? []) after.set(to.id, to);
  for (const code of change.codes?.added ?? []) after.set(code.id, code);
  return after;
}

function withCodes(
  { added = [], updated = [], removed = [] }: NonNullable<Change['codes']>,
  rewritten: ReadonlyMap<CodeId, Code>,
  before: ReadonlyMap<CodeId, Code>,
): NonNullable<Change['codes']> {
  const known = new Set([...added, ...updated.map(([, to]) => to)].map(({ id }) => id));
  const others = [...rewritten.values()].flatMap((code) => {
    const was = before.get(code.id);
    return was && !known.has(code.id) ? [[was, code] as const] : [];
  });
  return {
    added: added.map((code) => rewritten.get(code.id) ?? code),
    updated: [...updated.map(([from, to]) => [from, rewritten.get(to.id) ?? to] as const), ...others],
    removed,
  };
}

/** Carries what texts name from one state of the codebook to the next. */
class Following {
  readonly #before: CodeTree;
  readonly #after: CodeTree;
  readonly #heirs = new Map<CodeId, CodeId>();

  constructor(before: CodeTree, after: CodeTree) {
    this.#before = before;
    this.#after = after;
    for (const { id, mergedFrom = [] } of after.codes()) for (const gone of mergedFrom) this.#heirs.set(gone, id);
  }

  rewritten(code: Code, was: Code | undefined): Code {
    return withMentionsCarried(code, (text, field) => this.text(text, was?.[field] ?? ''));
  }

  /**
   * @param was the text before the change: one that the change has written anew may name codes as they are called from now on
   */
  text(text: string, was: string): string {
    if (!text.includes(MENTION_SIGN)) return text;
    const before = mentionNamesOf(this.#before);
    const after = mentionNamesOf(this.#after);
    const [read, readAfter] = [before.mentionsIn(text), after.mentionsIn(text)];
    if (this.#isSettled(read, readAfter)) return text;
    // In a text that the change has written anew the longer reading is meant.
    const ends = new Map(text === was ? [] : readAfter.map(({ start, end }) => [start, end]));
    const mentions = read.filter(({ start, end }) => end > (ends.get(start) ?? 0));
    let result = text;
    // From the end, so that what follows each name is as it will be.
    for (const mention of mentions.toReversed()) {
      const id = this.#heirOf(mention.code.id);
      const rest = result.slice(mention.end);
      const written = id === null ? null : carriedName(mention, text, before, (like) => after.write(id, rest, like));
      // A name that follows at once would be taken for the end of an address.
      const plain = mention.code.name + (rest.startsWith(MENTION_SIGN) ? ' ' : '');
      result = result.slice(0, mention.start) + (written ?? plain) + rest;
    }
    return result;
  }

  /** Whether all is read as before, and would be written so. Most texts name none of the codes that a change is about. */
  #isSettled(read: readonly CodeMention[], readAfter: readonly CodeMention[]): boolean {
    const before = mentionNamesOf(this.#before);
    const after = mentionNamesOf(this.#after);
    return read.every(({ start, end, code: { id }, isBracketed }) => {
      const same = readAfter.find((mention) => mention.start === start);
      const isRead = same?.end === end && same.code.id === id;
      return isRead && !isBracketed && before.shortestOf(id) === after.shortestOf(id);
    });
  }

  #heirOf(id: CodeId): CodeId | null {
    if (this.#after.has(id)) return id;
    return this.#heirs.get(id) ?? null;
  }
}
