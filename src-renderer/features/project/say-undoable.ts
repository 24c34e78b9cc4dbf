import { t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { showToast } from '#ui/Toast.tsx';

/**
 * Says what has just been done and offers to take it back. Gone with the next change, whatever it is: pressed later, Undo
 * would take back another step than the one it stands beside.
 */
export function sayUndoable(project: OpenProject, message: string): void {
  const close = showToast({
    message,
    action: { label: t('common:undo'), shortcut: 'Mod+Z', onPress: () => void project.undo() },
  });
  const unsubscribe = project.subscribe((change) => {
    if (!change) return;
    close();
    unsubscribe();
  });
}
