import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useCommand } from './command-context.tsx';

// Its code is read when it is first asked for: starting does not wait for it.
const ShortcutSheet = lazy(async () => ({ default: (await import('./ShortcutSheet.tsx')).ShortcutSheet }));

/** The sheet of keys, on its command, wherever one is. */
export function ShortcutsOnCommand(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useCommand('shortcuts', () => setOpen(true));
  return <Suspense>{isOpen && <ShortcutSheet onClose={() => setOpen(false)} />}</Suspense>;
}
