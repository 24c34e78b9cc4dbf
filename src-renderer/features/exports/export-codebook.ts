import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { usualDocument, type DocumentOptions } from './codebook-document.ts';
import { codebookFormats, type CodebookFormatId } from './codebook-formats.ts';
import type { Exported, ExportOptions } from './export-codings.ts';
import { writeFile } from './write-file.ts';

export interface CodebookExportOptions extends ExportOptions {
  readonly format?: CodebookFormatId;
  /** For formats that are documents. */
  readonly document?: DocumentOptions;
}

/**
 * Writes the codebook, as our table unless another format is said.
 * @returns null when it was stopped
 * @throws ProblemError when the format cannot be written, as a .qdc of an empty codebook
 */
export async function exportCodebook(
  project: OpenProject,
  handle: string,
  { format = 'csv', document = usualDocument, isRaw = false, onProgress, signal }: CodebookExportOptions = {},
): Promise<Exported | null> {
  const tree = buildCodeTree(project.codes.values());
  const sets = [...project.codeSets.values()];
  const count = tree.rows.length;
  // Made before the file is begun: what cannot be made touches nothing.
  const content = await codebookFormats[format].make({ project, tree, sets, isRaw, document });

  async function* pieces(): AsyncGenerator<string | Uint8Array<ArrayBuffer>> {
    await Promise.resolve();
    yield content;
    onProgress?.(count, count);
  }

  const file = await writeFile(handle, pieces(), signal);
  return file && { ...file, count };
}
