import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog, DialogSpace } from './Dialog.tsx';

export interface ConfirmDialogProps {
  isOpen: boolean;
  /** The question, naming the thing and its number. */
  title: string;
  /** What will go, what will stay. */
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  /** Another way out, at the start of the row. */
  alternative?: { readonly label: string; readonly onPress: () => void };
  isDangerous?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** A question before something that cannot be undone by one step. The focus begins on Cancel, so Enter never deletes. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { alternative, isDangerous = false } = props;
  return (
    <Dialog
      isOpen={props.isOpen}
      title={props.title}
      lead={props.children}
      onClose={props.onCancel}
      role="alertdialog"
      footer={
        <>
          {alternative && (
            <Button look="quiet" onPress={alternative.onPress}>
              {alternative.label}
            </Button>
          )}
          <DialogSpace />
          <Button onPress={props.onCancel} autoFocus>
            {props.cancelLabel}
          </Button>
          <Button look={isDangerous ? 'danger' : 'solid'} onPress={props.onConfirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    />
  );
}
