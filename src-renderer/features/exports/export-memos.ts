import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { memoRows, memosColumns, sourcesWithMemos } from '#domain/interchange/memos-csv.ts';
import type { OpenProject } from '#storage/open-project.ts';
import type { Exported, ExportOptions } from './export-codings.ts';
import { pause } from './pause.ts';
import { PieceMaker } from './piece-maker.ts';
import { writeFile } from './write-file.ts';

/**
 * Writes all memos as a table, as they were when this began.
 * @returns null when it was stopped
 */
export async function exportMemos(
  project: OpenProject,
  handle: string,
  { isRaw = false, onProgress, signal }: ExportOptions = {},
): Promise<Exported | null> {
  await project.loadAllCodings(pause);
  const memos = [...project.memos.values()];
  const world = {
    tree: buildCodeTree(project.codes.values()),
    coders: project.coders,
    codings: new Map(project.codings),
    sources: new Map(project.sources),
  };
  const texts = await project.loadTexts(sourcesWithMemos(memos, world.codings));
  const guarding = isRaw ? 'raw' : 'guarded';
  const rows = memoRows(memos, world, texts, guarding);

  async function* pieces(): AsyncGenerator<string> {
    const maker = new PieceMaker(memosColumns, guarding);
    for (const row of rows) {
      maker.add(row);
      if (maker.isFull) yield maker.take();
      if (maker.isSliceOver) await maker.rest();
    }
    yield maker.take();
    onProgress?.(rows.length, rows.length);
  }

  const file = await writeFile(handle, pieces(), signal);
  return file && { ...file, count: rows.length };
}
