import { AArrowDown, AArrowUp, Type } from 'lucide-react';
import type { ReactNode } from 'react';
import { CommandButton } from '#features/commands/index.ts';
import { useSettings } from '#features/settings/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { PopoverButton } from '#ui/PopoverButton.tsx';
import { Segments } from '#ui/Segments.tsx';

/** How the page is set. Everything shows at once in the text beneath, which keeps its place. */
export function PageSettings(): ReactNode {
  const { t } = useTranslation('reader');
  return (
    <PopoverButton
      label={t('page')}
      className="page-settings"
      button={<IconButton icon={Type} size="small" label={t('page')} />}
    >
      <Choices />
    </PopoverButton>
  );
}

function Choices(): ReactNode {
  const { t } = useTranslation('reader');
  const { t: words } = useTranslation('settings');
  const { settings, change } = useSettings();
  return (
    <>
      <Segments
        label={t('face')}
        options={[
          { id: 'serif', label: t('faceSerif') },
          { id: 'sans', label: t('faceSans') },
        ]}
        value={settings.readerFont}
        onChange={(readerFont) => change({ readerFont })}
      />
      <div className="page-size">
        <span>{t('size')}</span>
        <span className="space" />
        <CommandButton command="smallerText" icon={AArrowDown} size="small" />
        <span className="number">{words('textSizePixels', { size: settings.readerTextSize })}</span>
        <CommandButton command="largerText" icon={AArrowUp} size="small" />
      </div>
      <Segments
        label={t('measure')}
        options={[
          { id: '480', label: t('measureNarrow') },
          { id: '592', label: t('measureNormal') },
          { id: '720', label: t('measureWide') },
        ]}
        value={String(settings.readerMeasure)}
        onChange={(measure) => change({ readerMeasure: Number(measure) })}
      />
      <Segments
        label={t('leading')}
        options={[
          { id: '1.5', label: t('leadingClose') },
          { id: '1.714', label: t('leadingNormal') },
          { id: '2', label: t('leadingOpen') },
        ]}
        value={String(settings.readerLineHeight)}
        onChange={(leading) => change({ readerLineHeight: Number(leading) })}
      />
      <Segments
        label={t('tint')}
        options={[
          { id: 'quiet', label: t('tintQuiet') },
          { id: 'full', label: t('tintFull') },
        ]}
        value={settings.isFullTint ? 'full' : 'quiet'}
        onChange={(tint) => change({ isFullTint: tint === 'full' })}
      />
      <Segments
        label={words('theme')}
        options={[
          { id: 'system', label: words('themeSystem') },
          { id: 'light', label: words('themeLight') },
          { id: 'dark', label: words('themeDark') },
        ]}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
      />
      <Checkbox isSelected={settings.isFocusMode} onChange={(isFocusMode) => change({ isFocusMode })}>
        {t('focusMode')}
      </Checkbox>
    </>
  );
}
