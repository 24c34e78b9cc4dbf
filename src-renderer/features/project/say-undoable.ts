import { t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { showToast, type Toast } from '#ui/Toast.tsx';

/** Says what has just been done and offers to take it back. */
export function sayUndoable(project: OpenProject, message: string): void {
  sayRevocable(project, message, {
    label: t('common:undo'),
    command: 'undo',
    onPress: () => void project.undo(),
  });
}

/**
 * Says what has just been done, with a way back. Gone with the next change, whatever it is: pressed later, it would take back
 * another step than the one it stands beside.
 */
export function sayRevocable(project: OpenProject, message: string, action: NonNullable<Toast['action']>): void {
  const close = showToast({ message, action });
  const unsubscribe = project.subscribe((change) => {
    if (!change) return;
    close();
    unsubscribe();
  });
}
