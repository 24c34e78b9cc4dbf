import { readShortcut } from '#domain/codebook/code-keys.ts';
import { writeIntroduction } from '#domain/codebook/introduction.ts';
import { done, type Outcome } from '#domain/codebook/refusal.ts';
import { updateCode } from '#domain/codebook/update-code.ts';
import type { Change } from '#domain/history/change.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import type { CodeId } from '#domain/project/records.ts';
import { treeOf } from '#features/codebook/index.ts';
import { t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { asFields, writtenIn, type PageField } from './page-fields.ts';

/** Something that is written on the page as text. */
export interface Writing {
  /** What is there now; null where there is nothing any more to write it in. */
  readonly read: (project: OpenProject) => string | null;
  /** The text as a change and as it will be stored, or why it cannot be taken. */
  readonly plan: (project: OpenProject, text: string) => Outcome<{ readonly change: Change; readonly written: string }>;
  /** What the text takes from another code when it is saved, as a sentence; null where it takes nothing. */
  readonly notice?: (project: OpenProject, text: string) => string | null;
  /** Of its step. Always the same: typing that goes on joins it. */
  readonly label: Label;
}

/** A field of a code. */
export function fieldOfCode(project: OpenProject, codeId: CodeId, field: PageField): Writing {
  // What the code is called when writing begins: a label that went along with a name would not join.
  const name = project.codes.get(codeId)?.name ?? '';
  const read = ({ codes }: OpenProject): string | null => {
    const code = codes.get(codeId);
    return code ? writtenIn(code, field) : null;
  };
  return {
    read,
    plan: (now, text) => {
      const outcome = updateCode(treeOf(now), codeId, asFields(field, text), now.environment);
      if (!outcome.ok) return outcome;
      const updated = outcome.value.codes?.updated?.find(([, to]) => to.id === codeId)?.[1];
      return done({ change: outcome.value, written: updated ? writtenIn(updated, field) : (read(now) ?? '') });
    },
    ...(field === 'shortcut' && { notice: (now: OpenProject, text: string) => losingKey(now, codeId, text) }),
    label: { key: 'editCode', params: { name, id: codeId, field } },
  };
}

function losingKey({ codes }: OpenProject, codeId: CodeId, key: string): string | null {
  const wanted = readShortcut(key);
  if (!wanted) return null;
  const holder = [...codes.values()].find(({ id, shortcut }) => id !== codeId && shortcut === wanted);
  return holder ? t('codebookPage:losesKey', { name: holder.name }) : null;
}

/** What stands before the codes. */
export const introduction: Writing = {
  read: ({ project }) => project.codebookIntroduction ?? '',
  plan: ({ project }, text) => {
    const change = writeIntroduction(project, text);
    const updated = change.project?.updated?.[0]?.[1] ?? project;
    return done({ change, written: updated.codebookIntroduction ?? '' });
  },
  label: { key: 'codebookIntroduction', params: {} },
};
