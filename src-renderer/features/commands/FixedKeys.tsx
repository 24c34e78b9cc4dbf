import type { ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { KeyCaps } from '#ui/Kbd.tsx';
import { shortcutText } from '#ui/shortcut-text.ts';
import { useCommandCenter } from './command-context.tsx';
import { hasWords } from './find-commands.ts';
import { keysOnPlatform, textKeys } from './fixed-keys.ts';

/** The keys of the text, for reading: what nobody can choose otherwise. */
export function FixedKeys({ query }: { query: string }): ReactNode {
  const { t } = useTranslation('shortcuts');
  const { isMac } = useCommandCenter();
  const rows = textKeys
    .map(({ word, ...fixed }) => ({ word, name: t(`fixed.${word}`), keys: keysOnPlatform({ word, ...fixed }, isMac) }))
    .filter(({ name, keys }) => hasWords(`${name} ${keys.map((key) => shortcutText(key)).join(' ')}`, query));
  if (rows.length === 0) return null;
  return (
    // It has the focus to be read with arrows: the list above scrolls by its rows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by key
    <section className="shortcut-group" aria-labelledby="shortcut-fixed" tabIndex={0}>
      <h3 id="shortcut-fixed" className="shortcut-heading">
        {t('textTitle')}
      </h3>
      <p className="shortcut-lead">{t('textLead')}</p>
      <dl>
        {rows.map(({ word, name, keys }) => (
          <div key={word} className="shortcut-row">
            <dt className="shortcut-name">{name}</dt>
            <dd className="shortcut-keys">
              {keys.map((key) => (
                <KeyCaps key={key} keys={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
