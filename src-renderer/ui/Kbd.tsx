import type { ReactNode } from 'react';
import { shortcutCaps, shortcutText, type Shortcut } from './shortcut-text.ts';
import './Kbd.css';

/** A key or a combination, as the platform prints it. `framed` draws a key cap around it. */
export function Kbd({ keys, isFramed = false }: { keys: Shortcut; isFramed?: boolean }): ReactNode {
  return <kbd className={isFramed ? 'ui-kbd ui-kbd-framed' : 'ui-kbd'}>{shortcutText(keys)}</kbd>;
}

/** The keys of a combination one by one, as they lie on the keyboard. */
export function KeyCaps({ keys }: { keys: Shortcut }): ReactNode {
  return (
    <kbd className="ui-caps">
      {shortcutCaps(keys).map((cap) => (
        <kbd key={cap} className="ui-cap">
          {cap}{' '}
        </kbd>
      ))}
    </kbd>
  );
}
