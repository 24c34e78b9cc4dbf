import { lazy, Suspense, type ReactNode } from 'react';
import type { SettingsDialogProps } from './SettingsDialog.tsx';

const Dialog = lazy(async () => ({ default: (await import('./SettingsDialog.tsx')).SettingsDialog }));

/** The settings, whose code is read when they are first asked for: starting does not wait for it. */
export function SettingsDialog(props: SettingsDialogProps): ReactNode {
  return <Suspense>{props.isOpen && <Dialog {...props} />}</Suspense>;
}
