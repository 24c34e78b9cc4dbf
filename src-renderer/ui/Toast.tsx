import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { hasShortcut, type Shortcut } from './shortcut-text.ts';
import './Toast.css';

export interface Toast {
  readonly message: string;
  /** Follows the message, quieter: a file name. */
  readonly detail?: string;
  readonly icon?: LucideIcon;
  readonly action?: {
    readonly label: string;
    /** The command it does the same as: `ToastRegion` finds the key. */
    readonly command?: string;
    readonly onPress: () => void;
  };
}

// Long enough to read and to reach the action; resting on it or being in it stops the clock.
const SHOWN_FOR_MS = 7000;
const queue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

/** Says what has been done. The answer takes the toast away again. Said again, the same stands there once. */
export function showToast(toast: Toast): () => void {
  const isSame = ({ content }: { content: Toast }): boolean =>
    content.message === toast.message && content.detail === toast.detail;
  for (const { key } of queue.visibleToasts.filter(isSame)) queue.close(key);
  const key = queue.add(toast, { timeout: SHOWN_FOR_MS });
  return () => queue.close(key);
}

export interface ToastRegionProps {
  label: string;
  /** The key of a command as chosen now; empty when it has none. */
  keyOf: (command: string) => Shortcut;
}

/** Where toasts appear: once per window. */
export function ToastRegion({ label, keyOf }: ToastRegionProps): ReactNode {
  return (
    <AriaToastRegion queue={queue} aria-label={label} className="ui-toasts">
      {({ toast }) => (
        <AriaToast toast={toast} className="ui-toast">
          <ToastContent className="ui-toast-content">
            {toast.content.icon && <Icon of={toast.content.icon} size={14} />}
            <Text slot="title">{toast.content.message}</Text>
            {toast.content.detail !== undefined && (
              <Text slot="description" className="ui-toast-detail">
                {toast.content.detail}
              </Text>
            )}
          </ToastContent>
          {toast.content.action && (
            <ToastAction action={toast.content.action} keyOf={keyOf} onDone={() => queue.close(toast.key)} />
          )}
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}

interface ToastActionProps {
  action: NonNullable<Toast['action']>;
  keyOf: ToastRegionProps['keyOf'];
  onDone: () => void;
}

function ToastAction({ action, keyOf, onDone }: ToastActionProps): ReactNode {
  const key = action.command === undefined ? '' : keyOf(action.command);
  const press = (): void => {
    onDone();
    action.onPress();
  };
  return (
    <Button look="quiet" className="ui-toast-action" onPress={press}>
      {action.label}
      {hasShortcut(key) && <Kbd keys={key} />}
    </Button>
  );
}
