import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { addCode } from '#domain/codebook/add-code.ts';
import { CodingIndex } from '#domain/coding/coding-index.ts';
import type { Span } from '#domain/coding/span.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { Change } from '#domain/history/change.ts';
import type { Code, CodeId, CodingId, SourceId } from '#domain/project/records.ts';
import { treeOf } from '#features/codebook/index.ts';
import { codeInVivo } from '#features/coding/commands/code-in-vivo.ts';
import { CodingSession } from '#features/coding/coding-session.ts';
import { readGivenBefore, recallGivenCodes } from '#features/coding/given-before.ts';
import type { ReaderView } from '#features/reader/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { aCoding, aSource } from '#tests/support/builders.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';

const sourceId = 'source' as SourceId;
const doc = new DocText('Light matters. Dark matters too.');

async function openWith(...names: string[]): Promise<{ project: OpenProject; codes: Code[] }> {
  const project = await openTestProject();
  const codes: Code[] = [];
  await project.commit(
    { sources: { added: [aSource({ id: sourceId })] } },
    { label: { key: 'code', params: {} }, policy: 'undoable' },
  );
  for (const name of names) {
    const outcome = addCode(treeOf(project), { name }, project.coderId, project.environment);
    if (!outcome.ok) throw new Error(name);
    codes.push(outcome.value.code);
    await project.commit(outcome.value.change, { label: { key: 'addCode', params: { name } }, policy: 'undoable' });
  }
  return { project, codes };
}

/** What a session needs of a reader, without a page. */
function aView(selection: Span | null): ReaderView {
  const index = new CodingIndex([]);
  const view = {
    sourceId,
    doc,
    index,
    shown: index,
    caret: {
      selection,
      state: { anchor: 0, focus: 0 },
      select(startUtf16: number, endUtf16: number) {
        this.selection = { startUtf16, endUtf16 };
      },
    },
    cover: () => undefined,
    take: ({ codings }: Change) => {
      index.removeAll([...(codings?.removed ?? []), ...(codings?.updated ?? []).map(([from]) => from)]);
      index.addAll([...(codings?.added ?? []), ...(codings?.updated ?? []).map(([, to]) => to)]);
    },
  };
  return view as unknown as ReaderView;
}

it('makes one code and one coding of words that are coded in vivo twice at once', async () => {
  const { project } = await openWith();
  const session = new CodingSession(project);
  session.attach(aView({ startUtf16: 0, endUtf16: 5 }));
  const [first, second] = await Promise.all([codeInVivo(session), codeInVivo(session)]);
  expect([...project.codes.values()].map(({ name }) => name)).toEqual(['Light']);
  expect(project.codings.size).toBe(1);
  expect(second?.id).toBe(first?.id);
});

it('takes back the coding that was asked for last, however fast undo follows', async () => {
  const { project, codes } = await openWith('A', 'B');
  const session = new CodingSession(project);
  session.attach(aView({ startUtf16: 0, endUtf16: 5 }));
  const [a, b] = codes.map(({ id }) => id) as [CodeId, CodeId];
  await Promise.all([session.code([a]), session.code([b]), project.undo()]);
  expect([...project.codings.values()].map(({ codeId }) => codeId)).toEqual([a]);
  expect(project.nextRedo?.params).toEqual({ name: 'B' });
});

it('codes each of two sentences once when the key comes twice before anything is written', async () => {
  const { project, codes } = await openWith('A');
  const session = new CodingSession(project);
  session.attach(aView(null));
  const ids = codes.map(({ id }) => id);
  const spans = [
    { startUtf16: 0, endUtf16: 14 },
    { startUtf16: 15, endUtf16: 32 },
  ];
  await Promise.all([...spans, ...spans].map((span) => session.code(ids, { span })));
  expect([...project.codings.values()].map(({ startUtf16 }) => startUtf16).toSorted((x, y) => x - y)).toEqual([0, 15]);
});

it('gives several codings another code, and merges them where they meet, each in one undo step', async () => {
  const { project, codes } = await openWith('A', 'B');
  const [a, b] = codes.map(({ id }) => id) as [CodeId, CodeId];
  const session = new CodingSession(project);
  session.attach(aView(null));
  const at = (id: string, startUtf16: number, endUtf16: number) =>
    aCoding({ id: id as CodingId, coderId: project.coderId, codeId: a, startUtf16, endUtf16 });
  const codings = [at('one', 0, 5), at('two', 3, 13), at('three', 20, 27)];
  await project.commit({ codings: { added: codings } }, { label: { key: 'code', params: {} }, policy: 'undoable' });

  expect(await session.writer.recode(codings, b)).toBe(3);
  expect([...project.codings.values()].every(({ codeId }) => codeId === b)).toBe(true);
  expect(await session.writer.merge([...project.codings.values()])).toBe(2);
  const spans = [...project.codings.values()].map(({ startUtf16, endUtf16 }) => [startUtf16, endUtf16]);
  expect(spans.toSorted(([x = 0], [y = 0]) => x - y)).toEqual([
    [0, 13],
    [20, 27],
  ]);
  await project.undo();
  await project.undo();
  const before = new Map(Array.from(project.codings.values(), ({ id, codeId }) => [id as string, codeId]));
  expect(before).toEqual(new Map(['one', 'two', 'three'].map((id) => [id, a])));
});

it('remembers the codes given last from one session to the next, and forgets those that are gone', async () => {
  const { project, codes } = await openWith('A', 'B');
  const [a, b] = codes.map(({ id }) => id) as [CodeId, CodeId];
  const session = new CodingSession(project);
  await recallGivenCodes(project, session);
  session.attach(aView({ startUtf16: 0, endUtf16: 5 }));
  await session.code([a]);
  await session.code([b]);
  const next = new CodingSession(project);
  await recallGivenCodes(project, next);
  expect(next.snapshot()).toMatchObject({ recent: [b, a], lastGiven: [a, b] });

  expect(readGivenBefore({ recent: [a, 7, 'gone', a], lastGiven: 'A' }, (id) => id === a)).toEqual({
    recent: [a],
    lastGiven: [],
  });
  expect(readGivenBefore(null, () => true)).toEqual({ recent: [], lastGiven: [] });
});

it('lets the selection follow a coding whose ends are moved, and moved back by undo', async () => {
  const { project, codes } = await openWith('A');
  const session = new CodingSession(project);
  session.attach(aView({ startUtf16: 0, endUtf16: 5 }));
  const [coding] = await session.code(codes.map(({ id }) => id));
  if (!coding) throw new Error('nothing was coded');
  await session.writer.resize(coding, { startUtf16: 0, endUtf16: 13 });
  expect(session.snapshot().selection).toEqual({ startUtf16: 0, endUtf16: 13 });
  await project.undo();
  expect(session.snapshot()).toMatchObject({ selection: { startUtf16: 0, endUtf16: 5 }, codingsHere: [coding] });
  await project.redo();
  expect(session.snapshot().selection).toEqual({ startUtf16: 0, endUtf16: 13 });
});

it('leaves a selection where it is that lies beside or within a coding whose ends are moved', async () => {
  const { project, codes } = await openWith('A');
  const session = new CodingSession(project);
  session.attach(aView({ startUtf16: 0, endUtf16: 5 }));
  const [coding] = await session.code(
    codes.map(({ id }) => id),
    { span: { startUtf16: 0, endUtf16: 13 } },
  );
  if (!coding) throw new Error('nothing was coded');
  await session.writer.resize(coding, { startUtf16: 6, endUtf16: 13 });
  await project.undo();
  expect(session.snapshot().selection).toEqual({ startUtf16: 0, endUtf16: 5 });
});

it('forgets that a weight is wanted as soon as one goes elsewhere in the text', async () => {
  const { project } = await openWith('Costs');
  const session = new CodingSession(project);
  const view = aView({ startUtf16: 0, endUtf16: 5 });
  session.attach(view);
  session.wantWeight(true);
  session.caretMoved(view);
  expect(session.snapshot().isWeightWanted).toBe(false);
});
