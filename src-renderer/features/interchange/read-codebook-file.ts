import { ProblemError } from '#bridge/bridge.ts';
import type { Grant } from '#contract/files.ts';
import type { CodebookFile } from '#domain/interchange/codebook-files/read-qdc.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { readContent } from './codebook-content.ts';
import { interpretContent } from './codebook-reading.ts';

/**
 * Reads a codebook out of a file of any format, recognised by what is in it.
 * @throws ProblemError when there is none in it, or it is broken
 */
export async function readCodebookFile(grant: Grant): Promise<{ name: string; file: CodebookFile }> {
  const content = await readContent(grant);
  const { file } = await interpretContent(content, {}, systemEnvironment.newId);
  if (!file) throw new ProblemError('tableUnknown', { name: grant.name });
  if (file.rows.length === 0) throw new ProblemError('codebookEmpty');
  return { name: grant.name, file };
}
