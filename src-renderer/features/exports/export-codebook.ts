import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { codebookTable } from '#domain/interchange/codebook-csv.ts';
import type { OpenProject } from '#storage/open-project.ts';
import type { Exported, ExportOptions } from './export-codings.ts';
import { pause } from './pause.ts';
import { PieceMaker } from './piece-maker.ts';
import { writeFile } from './write-file.ts';

/**
 * Writes the codebook as a table, with how often each code is used.
 * @returns null when it was stopped
 */
export async function exportCodebook(
  project: OpenProject,
  handle: string,
  { isRaw = false, onProgress, signal }: ExportOptions = {},
): Promise<Exported | null> {
  await project.loadAllCodings(pause);
  const guarding = isRaw ? 'raw' : 'guarded';
  const { header, rows } = codebookTable(buildCodeTree(project.codes.values()), project.counts, guarding);

  async function* pieces(): AsyncGenerator<string> {
    const maker = new PieceMaker(header, guarding);
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
