import { useState, type ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';

export interface NameDialogProps {
  title: string;
  lead?: string;
  name: string;
  confirmLabel: string;
  /** Why the last name could not be taken. */
  error: string | null;
  onConfirm: (name: string) => void;
  onClose: () => void;
}

/** One name, selected and ready to be typed over; Enter takes it. */
export function NameDialog(props: NameDialogProps): ReactNode {
  const { t } = useTranslation('projectHome');
  const { t: common } = useTranslation('common');
  const [name, setName] = useState(props.name);
  const [refused, setRefused] = useState<string | null>(null);
  const confirm = (): void => {
    setRefused(name);
    props.onConfirm(name);
  };
  return (
    <Dialog
      isOpen
      title={props.title}
      lead={props.lead}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{common('cancel')}</Button>
          <Button look="solid" onPress={confirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <TextField
        label={t('name')}
        value={name}
        onChange={setName}
        autoFocus
        onFocus={(event) => {
          if (event.target instanceof HTMLInputElement) event.target.select();
        }}
        onEnter={confirm}
        // A new name has not been refused yet.
        error={name === refused ? props.error : null}
      />
    </Dialog>
  );
}
