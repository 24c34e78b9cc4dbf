import { ask, bridge } from '#bridge/bridge.ts';
import type { Grant } from '#contract/files.ts';
import type { ForeignCodeSet } from '#domain/interchange/codebook-files/read-qdc.ts';
import { codebookOfFile, type ForeignCodebook } from '#domain/interchange/codebook-of-file.ts';
import { readCodebookFile } from '#features/interchange/index.ts';
import { t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** A colleague's codebook, read and not yet merged. */
export interface Theirs extends ForeignCodebook {
  /** The file's name. */
  readonly name: string;
  readonly sets: readonly ForeignCodeSet[];
  /** Absent where the file says nothing of it. */
  readonly introduction?: string;
}

/** Asks for a codebook of any format; null when none was chosen. */
export async function chooseTheirs(): Promise<Grant | null> {
  const filters = [{ name: t('codebookMerge:codebooks'), extensions: ENDINGS }];
  const title = t('codebookMerge:choose');
  const [grant] = await ask(bridge().files.chooseFiles({ title, filters, isMultiple: false }));
  return grant ?? null;
}

const ENDINGS = ['qdc', 'qdpx', 'csv', 'tsv', 'xlsx', 'txt', 'md'];

/** @throws ProblemError when there is no codebook in the file, or it is broken */
export async function readTheirs(project: OpenProject, grant: Grant): Promise<Theirs> {
  const { name, file } = await readCodebookFile(grant);
  const { sets, introduction } = file;
  const introduced = introduction === undefined ? {} : { introduction };
  return { name, sets, ...introduced, ...codebookOfFile(file, project.coderId, project.environment) };
}
