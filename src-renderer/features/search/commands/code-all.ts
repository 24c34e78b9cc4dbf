import { codePlaces, type CodedPlaces } from '#domain/coding/code-places.ts';
import type { Span } from '#domain/coding/span.ts';
import type { FoundSpans } from '#domain/corpus/found-spans.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { sayUndoable } from '#features/project/index.ts';
import type { ReaderView } from '#features/reader/index.ts';
import { t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { unitAround, type FoundUnit } from '#features/search/text-search.ts';

/** More than this is no coding any more, but a search. */
export const MOST_CODED = 20_000;
const SLICE_MS = 8;

/** The passages around places found. Finding sentences takes its time, so the window has its turn between slices of it. */
export async function passagesOf(
  view: ReaderView,
  spans: FoundSpans,
  unit: FoundUnit,
  signal: AbortSignal,
): Promise<Span[]> {
  const passages: Span[] = [];
  let began = performance.now();
  for (let at = 0; at < spans.length; at++) {
    const found = spans.at(at);
    if (found) passages.push(unitAround(view, found, unit));
    if (performance.now() - began < SLICE_MS) continue;
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 100 }));
    if (signal.aborted) return [];
    began = performance.now();
  }
  return passages;
}

export function planCodeAll(
  project: OpenProject,
  view: ReaderView,
  passages: readonly Span[],
  codeId: CodeId,
): CodedPlaces {
  const { doc: text, sourceId, index } = view;
  return codePlaces({ sourceId, text, coderId: project.coderId, index, spans: passages }, codeId, project.environment);
}

/** Gives the code to all the passages at once; one step to undo. */
export async function codeAll(project: OpenProject, { change }: CodedPlaces, code: Code): Promise<void> {
  const count = change.codings?.added?.length ?? 0;
  if (count === 0) return;
  const label = { key: 'codePlaces', params: { name: code.name, count } };
  await project.commit(change, { label, policy: 'undoable' });
  sayUndoable(project, t('search:codedAll', { count, name: code.name }));
}
