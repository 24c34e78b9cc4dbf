import { stepText } from '#features/history/index.ts';
import { useProject } from '#features/project/index.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import { useTranslation } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';

/** Undo and redo with a word about what happened, since it may have happened off screen. */
export function useTravel(): { undo: () => Promise<void>; redo: () => Promise<void> } {
  const project = useProject();
  const { t } = useTranslation('workbench');
  const say = (label: Label | null, done: (step: string) => string, nothing: string): void => {
    showToast({ message: label ? done(stepText(label)) : nothing });
  };
  return {
    undo: async () => say(await attempt(project.undo()), (step) => t('undone', { step }), t('nothingToUndo')),
    redo: async () => say(await attempt(project.redo()), (step) => t('redone', { step }), t('nothingToRedo')),
  };
}

/** A step that could not be written is told by the banner; here it only must not pass for done. */
function attempt(step: Promise<Label | null>): Promise<Label | null> {
  return step.catch(() => null);
}
