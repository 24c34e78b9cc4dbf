import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import { CodingsTable, groupByName, type CodedSource } from '#domain/interchange/codings-csv.ts';
import type { Coding, Source, SourceId } from '#domain/project/records.ts';
import { loadTexts } from '#storage/texts.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { pause } from './pause.ts';
import { PieceMaker } from './piece-maker.ts';
import { writeFile, type WrittenFile } from './write-file.ts';

export interface ExportOptions {
  /** Cells as they are, without the guard against formulas and without byte order mark. */
  readonly isRaw?: boolean;
  readonly onProgress?: (finished: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface Exported extends WrittenFile {
  /** Rows beneath the header. */
  readonly count: number;
}

const SOURCES_PER_READ = 32;
const ROWS_PER_LOOK = 64;

/**
 * Writes all codings as a table. What is written is the project as it was when this began: an edit made meanwhile is saved
 * as always, and not in the file.
 * @returns null when it was stopped
 */
export async function exportCodings(
  project: OpenProject,
  handle: string,
  options: ExportOptions = {},
): Promise<Exported | null> {
  const { isRaw = false, onProgress, signal } = options;
  await project.loadAllCodings(pause);
  const codings = codingsBySource(project.codings.values());
  const count = project.codings.size;
  const coded = [...project.sources.values()].filter(({ id }) => codings.has(id));
  const guarding = isRaw ? 'raw' : 'guarded';
  const hasWeights = [...project.codings.values()].some(({ weight }) => weight !== undefined);
  const tree = buildCodeTree(project.codes.values());
  const table = new CodingsTable(tree, [...project.coders.values()], guarding, hasWeights);

  async function* pieces(): AsyncGenerator<string> {
    const maker = new PieceMaker(table.header, guarding);
    let finished = 0;
    for await (const group of readGroups(project, groupByName(coded), codings)) {
      for (const row of table.rowsOf(group)) {
        maker.add(row);
        if (++finished % ROWS_PER_LOOK !== 0) continue;
        if (maker.isFull) yield maker.take();
        if (!maker.isSliceOver) continue;
        onProgress?.(finished, count);
        await maker.rest();
        if (signal?.aborted) return;
      }
    }
    yield maker.take();
    onProgress?.(finished, count);
  }

  const file = await writeFile(handle, pieces(), signal);
  return file && { ...file, count };
}

function codingsBySource(codings: Iterable<Coding>): Map<SourceId, Coding[]> {
  const bySource = new Map<SourceId, Coding[]>();
  for (const coding of codings) {
    const list = bySource.get(coding.sourceId);
    if (list) list.push(coding);
    else bySource.set(coding.sourceId, [coding]);
  }
  return bySource;
}

/** Groups with their texts; these are read some groups at a time, the next ones while the last are written. */
async function* readGroups(
  { database }: OpenProject,
  groups: readonly (readonly Source[])[],
  codings: ReadonlyMap<SourceId, readonly Coding[]>,
): AsyncGenerator<CodedSource[]> {
  const read = async (from: number): Promise<CodedSource[][]> => {
    const some = groups.slice(from, from + SOURCES_PER_READ);
    // By their hashes, not by the project's sources, from which one may be gone by now.
    const bySha = await loadTexts(
      database,
      some.flat().map(({ textSha256 }) => textSha256),
    );
    return some.map((group) =>
      group.map((source) => ({
        source,
        text: new DocText(bySha.get(source.textSha256) ?? ''),
        codings: codings.get(source.id) ?? [],
      })),
    );
  };
  let next = read(0);
  for (let from = SOURCES_PER_READ; from < groups.length + SOURCES_PER_READ; from += SOURCES_PER_READ) {
    const ready = await next;
    next = read(from);
    next.catch(() => undefined);
    yield* ready;
  }
}
