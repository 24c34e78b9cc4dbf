import { Keyboard, Route } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { settingsSchema, type Settings } from '#contract/settings.ts';
import { useTranslation } from '#i18n/index.ts';
import { afterDialog } from '#ui/after-dialog.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useSettings } from './settings-context.tsx';
import './SettingsDialog.css';

const themes = settingsSchema.entries.theme.options;
const themeKeys = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;
const textSizes = [15, 16, 17.5, 19, 20.5, 22, 26, 32];

export interface SettingsDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** Leads on from here, once this dialog has gone. */
  onRun: (command: 'shortcuts' | 'tour') => void;
}

/** Everything takes effect at once; only the coder's name waits until the dialog closes, so that no half name is kept. */
export function SettingsDialog({ isOpen, ...rest }: SettingsDialogProps): ReactNode {
  // Mounted anew each time, so that the name begins as it is.
  return isOpen ? <OpenSettings {...rest} /> : null;
}

function OpenSettings({ onClose, onRun }: Omit<SettingsDialogProps, 'isOpen'>): ReactNode {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { t: commands } = useTranslation('commands');
  const { settings, description, coderName, change } = useSettings();
  const [name, setName] = useState(coderName);
  const isNameEmpty = name.trim() === '';
  const close = (): void => {
    if (!isNameEmpty && name.trim() !== coderName) change({ coderName: name.trim() });
    onClose();
  };
  const leadOn = (command: 'shortcuts' | 'tour'): void => {
    close();
    afterDialog(() => onRun(command));
  };
  return (
    <Dialog
      isOpen
      title={t('title')}
      onClose={close}
      isDismissable
      footer={
        <Button look="solid" onPress={close}>
          {common('done')}
        </Button>
      }
    >
      <div className="settings-form">
        <Section title={t('you')}>
          <TextField
            label={t('coderName')}
            value={name}
            onChange={setName}
            hint={t('coderNameHint')}
            error={isNameEmpty ? t('coderNameEmpty') : null}
          />
        </Section>
        <Section title={t('reading')}>
          <div className="settings-pair">
            <Select
              label={t('theme')}
              options={themes.map((id) => ({ id, label: t(themeKeys[id]) }))}
              value={settings.theme}
              onChange={(theme) => change({ theme })}
            />
            <Select
              label={t('readerTextSize')}
              options={sizesWith(settings).map((size) => ({ id: String(size), label: t('textSizePixels', { size }) }))}
              value={String(settings.readerTextSize)}
              onChange={(size) => change({ readerTextSize: Number(size) })}
            />
          </div>
          <Checkbox
            isSelected={settings.isSnappingToWords}
            onChange={(isSnappingToWords) => change({ isSnappingToWords })}
          >
            {t('isSnappingToWords')}
          </Checkbox>
          <Checkbox isSelected={settings.isFullTint} onChange={(isFullTint) => change({ isFullTint })}>
            {t('isFullTint')}
          </Checkbox>
        </Section>
        <Section title={t('keys')}>
          <div className="settings-buttons">
            <Button icon={Keyboard} onPress={() => leadOn('shortcuts')}>
              {commands('shortcuts')}
            </Button>
            <Button icon={Route} onPress={() => leadOn('tour')}>
              {commands('tour')}
            </Button>
          </div>
        </Section>
        <p className="settings-folder ui-selectable">{t('dataFolder', { folder: description.dataDirectory })}</p>
      </div>
    </Dialog>
  );
}

/** The sizes on offer, with the present one among them also where it came from a file. */
function sizesWith({ readerTextSize }: Settings): number[] {
  return [...new Set([...textSizes, readerTextSize])].toSorted((a, b) => a - b);
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <section className="settings-section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
