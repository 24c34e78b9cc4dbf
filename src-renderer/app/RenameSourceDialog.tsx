import { useState, type ReactNode } from 'react';
import type { Source } from '#domain/project/records.ts';
import { renameSource } from '#features/corpus/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';

export function RenameSourceDialog({ source, onClose }: { source: Source; onClose: () => void }): ReactNode {
  const project = useProject();
  const { t } = useTranslation('corpus');
  const { t: common } = useTranslation('common');
  const [name, setName] = useState(source.name);
  const save = (): void => {
    if (name.trim() === '') return;
    renameSource(project, source.id, name).then(onClose, () => undefined);
  };
  return (
    <Dialog
      isOpen
      title={t('renameTitle', { name: source.name })}
      onClose={onClose}
      footer={
        <>
          <DialogSpace />
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="solid" onPress={save} isDisabled={name.trim() === ''}>
            {common('rename')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label={t('name')} value={name} onChange={setName} autoFocus />
      </form>
    </Dialog>
  );
}
