import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './Dialog.css';

export interface DialogProps {
  isOpen: boolean;
  title: string;
  /** A sentence beneath the title. */
  lead?: ReactNode;
  /** Pressed Escape, or outside where that is allowed. */
  onClose: () => void;
  /** At most 440, 560, 760 or 1320 pixels wide. */
  size?: 'small' | 'medium' | 'large' | 'wide';
  /** Whether a press outside closes it; never for something one would lose by it. */
  isDismissable?: boolean;
  /** False while something runs that has to be cancelled on purpose. */
  isEscapable?: boolean;
  role?: 'dialog' | 'alertdialog';
  /** Stands below the title and stays while what is beneath it scrolls. */
  tools?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last; `<DialogSpace />` pushes those after it to the end. */
  footer?: ReactNode;
}

export function Dialog(props: DialogProps): ReactNode {
  const { isOpen, title, lead, onClose, size = 'small', isDismissable = false, isEscapable = true } = props;
  return (
    <ModalOverlay
      className="ui-scrim"
      isOpen={isOpen}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isEscapable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`ui-modal ui-modal-${size}`}>
        <AriaDialog className="ui-dialog" role={props.role ?? 'dialog'}>
          <header className="ui-dialog-header">
            <Heading slot="title" className="ui-dialog-title">
              {title}
            </Heading>
            {lead !== undefined && <div className="ui-dialog-lead">{lead}</div>}
            {props.tools !== undefined && <div className="ui-dialog-tools">{props.tools}</div>}
          </header>
          {props.children !== undefined && <div className="ui-dialog-body">{props.children}</div>}
          {props.footer !== undefined && <footer className="ui-dialog-footer">{props.footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Takes the room that is left in a footer. */
export function DialogSpace(): ReactNode {
  return <span className="ui-dialog-space" />;
}
