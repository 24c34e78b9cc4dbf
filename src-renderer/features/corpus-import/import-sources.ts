import { ask, bridge, problemOf } from '#bridge/bridge.ts';
import type { Contract } from '#contract/index.ts';
import type { ImportedDocument } from '#contract/corpus-import.ts';
import type { Grant } from '#contract/files.ts';
import type { Source, SourceId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { storeTexts } from '#storage/texts.ts';
import { KnownSources } from './known-sources.ts';
import type { FileOutcome, ImportReport } from './import-report.ts';
import { sourceRecord } from './source-record.ts';
import type * as v from 'valibot';

export interface ImportProgress {
  readonly finished: number;
  readonly total: number;
  /** The file dealt with last; empty before the first. */
  readonly name: string;
}

export interface ImportOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Imports chosen folders and files as sources: one step of the journal, whatever their number. Texts are stored batch by
 * batch while main reads on; the sources follow at the end, so that until then nothing shows. Stopped or failed, it keeps
 * what has been read.
 * @throws ProblemError when nothing could be read at all
 */
export async function importSources(
  project: OpenProject,
  grants: readonly Grant[],
  { onProgress, signal }: ImportOptions = {},
): Promise<ImportReport> {
  const { importId, total, folderName } = await ask(
    bridge().corpusImport.open({ handles: grants.map(({ handle }) => handle) }),
  );
  const outcomes: FileOutcome[] = [];
  const known = new KnownSources(project.sources.values());
  let finished = 0;
  let failure: ImportReport['failure'] = null;
  const keep = async (batch: Batch, came: readonly FileOutcome[]): Promise<void> => {
    await storeNewTexts(project, batch.documents, came);
    for (const { path, problem } of batch.skipped) outcomes.push({ kind: 'skipped', path, problem });
    outcomes.push(...came);
    finished = batch.finished;
    onProgress?.({ finished, total, name: batch.documents.at(-1)?.path ?? batch.skipped.at(-1)?.path ?? '' });
  };
  // Reading, measuring and storing are three hands at work: while one batch is stored, the next is measured, and main reads on.
  let storing: Promise<void> = Promise.resolve();
  onProgress?.({ finished, total, name: '' });
  try {
    for await (const batch of readBatches(importId, signal)) {
      const came = batch.documents.map((document) => meet(document, known, project));
      await storing;
      storing = keep(batch, came);
      // Its failure is met where it is awaited.
      storing.catch(() => undefined);
    }
  } catch (error) {
    failure = problemOf(error);
  }
  await storing.catch((error: unknown) => (failure ??= problemOf(error)));
  await bridge().corpusImport.close({ importId });
  await commitSources(project, outcomes);
  return { folderName, total, finished, isStopped: finished < total && failure === null, failure, outcomes };
}

type Batch = v.InferOutput<Contract['corpusImport']['requests']['next']['output']>;

/** Batches as main reads them, the next one under way while the last is being dealt with. */
async function* readBatches(importId: string, signal: AbortSignal | undefined) {
  const request = () => ask(bridge().corpusImport.next({ importId }));
  const isStopped = () => signal?.aborted ?? false;
  let next = isStopped() ? null : request();
  while (next) {
    const batch = await next;
    next = batch.done || isStopped() ? null : request();
    // Should the consumer fail first, no one waits for this one; its own failure is then of no interest.
    next?.catch(() => undefined);
    yield batch;
    if (isStopped()) return;
  }
}

/** Decides what becomes of a document, in view of the sources there are. */
function meet(document: ImportedDocument, known: KnownSources, project: OpenProject): FileOutcome {
  const { path } = document;
  const atPath = known.atPath(path);
  if (atPath) {
    return { kind: atPath.fileSha256 === document.fileSha256 ? 'unchanged' : 'changed', path, source: atPath };
  }
  const sameText = known.withText(document.textSha256);
  if (sameText) return { kind: 'same', path, source: sameText };
  const { environment, coderId } = project;
  const { originalBytes: _, ...read } = document;
  const id = environment.newId() as SourceId;
  const source = sourceRecord(read, { id, importedAt: environment.now(), importedBy: coderId });
  known.add(source);
  return { kind: 'imported', path, source };
}

async function storeNewTexts(
  project: OpenProject,
  documents: readonly ImportedDocument[],
  outcomes: readonly FileOutcome[],
): Promise<void> {
  const imported = documents.filter((_, index) => outcomes[index]?.kind === 'imported');
  if (imported.length === 0) return;
  await storeTexts(
    project.database,
    imported.map(({ textSha256, text }) => ({ sha256: textSha256, text })),
    imported.flatMap(({ fileSha256, originalBytes }) =>
      originalBytes ? [{ sha256: fileSha256, bytes: originalBytes }] : [],
    ),
  );
}

async function commitSources(project: OpenProject, outcomes: readonly FileOutcome[]): Promise<void> {
  const added: Source[] = [];
  for (const outcome of outcomes) if (outcome.kind === 'imported') added.push(outcome.source);
  if (added.length === 0) return;
  const label = { key: 'importSources', params: { count: added.length } };
  await project.commit({ sources: { added } }, { label, policy: 'undoable' });
}
