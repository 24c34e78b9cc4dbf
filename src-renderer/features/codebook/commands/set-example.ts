import type { Coding } from '#domain/project/records.ts';
import { sayUndoable } from '#features/project/index.ts';
import { t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { editCode } from './save-code.ts';

/** Makes a coding the typical example of its code. */
export async function setExample(project: OpenProject, { id, codeId }: Coding): Promise<void> {
  const name = project.codes.get(codeId)?.name ?? '';
  const refusal = await editCode(project, codeId, { exampleCodingId: id });
  if (!refusal) sayUndoable(project, t('codebook:isTypicalNow', { name }));
}
