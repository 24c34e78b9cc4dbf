import type { Change } from '#domain/history/change.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** Codings or memos by others among those that would go: their work is never removed without a question. */
export function isOthersWork({ coderId: mine }: OpenProject, { codings, memos }: Change): boolean {
  return Boolean(
    codings?.removed?.some(({ coderId }) => coderId !== mine) ||
    memos?.removed?.some(({ createdBy }) => createdBy !== mine),
  );
}
