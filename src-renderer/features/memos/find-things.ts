import fuzzysort from 'fuzzysort';
import { latestFirst, titleOf } from '#domain/memos/memo-list.ts';
import type { LinkTarget } from '#domain/memos/memo-markup.ts';
import type { MemoId } from '#domain/project/records.ts';
import { markOf, treeOf } from '#features/codebook/index.ts';
import type { CodingSession } from '#features/coding/index.ts';
import { inOrder } from '#features/corpus/index.ts';
import type { MarkProps } from '#ui/CodeMark.tsx';
import { clip } from './thing-names.ts';

/** Something that `@` offers. */
export interface FoundThing {
  readonly target: LinkTarget;
  readonly name: string;
  /** What stands beside the name: a code's path, a passage's code. */
  readonly detail: string;
  readonly mark: MarkProps | null;
}

const OFFERED = 8;
const WORDS_OF_PASSAGE = 140;

/**
 * All that can be linked to: codes, sources, memos, and the passages of the source at hand. Made once for each mention; in the
 * order in which they are offered before anything is typed.
 */
export function thingsToLink(session: CodingSession, without: MemoId): FoundThing[] {
  const { project } = session;
  const tree = treeOf(project);
  const { sourceId, recent, codingsHere } = session.snapshot();
  const codings = sourceId ? project.codingsOf(sourceId) : [];
  const isHere = new Set(codingsHere.map(({ id }) => id));
  const ofCoding = (coding: (typeof codings)[number]): FoundThing => {
    const code = project.codes.get(coding.codeId);
    const target = { kind: 'coding', id: coding.id } as const;
    return {
      target,
      name: clip(coding.quote, WORDS_OF_PASSAGE),
      detail: code?.name ?? '',
      mark: code ? markOf(code) : null,
    };
  };
  const ofCode = ({ code }: (typeof tree.rows)[number]): FoundThing => ({
    target: { kind: 'code', id: code.id },
    name: code.name,
    detail: tree.parentOf(code.id) ? tree.pathOf(tree.parentOf(code.id) ?? code.id) : '',
    mark: markOf(code),
  });
  const recently = tree.rows.filter(({ code }) => recent.includes(code.id));
  const others = tree.rows.filter(({ code }) => !recent.includes(code.id));
  return [
    ...codings.filter(({ id }) => isHere.has(id)).map(ofCoding),
    ...[...recently, ...others].map(ofCode),
    ...inOrder(project.sources.values()).map(({ id, name }): FoundThing => ({
      target: { kind: 'source', id },
      name,
      detail: '',
      mark: null,
    })),
    ...latestFirst(project.memos.values())
      .filter((memo) => memo.id !== without && titleOf(memo) !== '')
      .map((memo): FoundThing => ({
        target: { kind: 'memo', id: memo.id },
        name: titleOf(memo),
        detail: '',
        mark: null,
      })),
    ...codings.filter(({ id }) => !isHere.has(id)).map(ofCoding),
  ];
}

/** The best of them for what has been typed. */
export function findThings(things: readonly FoundThing[], query: string): readonly FoundThing[] {
  if (query.trim() === '') return things.slice(0, OFFERED);
  const found = fuzzysort.go(query.trim(), things, {
    keys: ['name', 'detail'],
    limit: OFFERED,
    threshold: 0.3,
    scoreFn: ([name, detail]) => Math.max(name?.score ?? 0, (detail?.score ?? 0) * 0.6),
  });
  return found.map(({ obj }) => obj);
}
