import { useId, type ReactNode } from 'react';
import { KeyCaps } from '#ui/Kbd.tsx';
import { shortcutText } from '#ui/shortcut-text.ts';
import { hasWords } from './find-commands.ts';
import { keysOnPlatform, listKeys, textKeys, type FixedKeyWord } from './fixed-keys.ts';

/** A row of the sheet that nobody can change. */
export interface FixedRow {
  readonly word: FixedKeyWord;
  readonly name: string;
  readonly keys: readonly string[];
}

/** Those whose name or key is meant by the words; all for none. */
export function findFixedKeys(
  query: string,
  isMac: boolean,
  nameOf: (word: FixedKeyWord) => string,
): { readonly inText: readonly FixedRow[]; readonly inLists: readonly FixedRow[] } {
  const rowsOf = (fixed: typeof textKeys): readonly FixedRow[] =>
    fixed
      .map((one) => ({ word: one.word, name: nameOf(one.word), keys: keysOnPlatform(one, isMac) }))
      .filter(
        ({ name, keys }) =>
          keys.length > 0 && hasWords(`${name} ${keys.map((key) => shortcutText(key)).join(' ')}`, query),
      );
  return { inText: rowsOf(textKeys), inLists: rowsOf(listKeys) };
}

/** The keys of the text, or of trees and lists, for reading: what nobody can choose otherwise. */
export function FixedKeys({
  title,
  lead,
  rows,
}: {
  title: string;
  lead: string;
  rows: readonly FixedRow[];
}): ReactNode {
  const headingId = useId();
  if (rows.length === 0) return null;
  return (
    // It has the focus to be read with arrows: the list above scrolls by its rows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by key
    <section className="shortcut-group" aria-labelledby={headingId} tabIndex={0}>
      <h3 id={headingId} className="shortcut-heading">
        {title}
      </h3>
      <p className="shortcut-lead">{lead}</p>
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
