import { useEffect, useState, type ReactNode } from 'react';
import type { Code, Memo } from '#domain/project/records.ts';
import { useCommand, useCommandCenter } from '#features/commands/index.ts';
import { useDesk } from '#features/desk/index.ts';
import { useProject } from '#features/project/index.ts';
import { afterDialog } from '#ui/after-dialog.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { loadRecentJumps, rememberJump } from './recent-jumps.ts';
import type { Jump } from './use-jumps.ts';

export interface PaletteOnCommandProps {
  readonly onListCodings: (code: Code) => void;
  readonly onGoToMemo: (memo: Memo) => void;
}

/** The palette, on its command. A code is shown with its codings: giving it here could hit a passage nobody looks at. */
export function PaletteOnCommand({ onListCodings, onGoToMemo }: PaletteOnCommandProps): ReactNode {
  const project = useProject();
  const desk = useDesk();
  const center = useCommandCenter();
  const [isOpen, setOpen] = useState(false);
  const [recent, setRecent] = useState<readonly string[]>([]);
  useCommand('commandPalette', () => setOpen(true));
  useEffect(() => {
    loadRecentJumps(project).then(setRecent, () => undefined);
  }, [project]);

  const go = (jump: Jump, isFurther: boolean): void => {
    if (jump.kind === 'command') center.run(jump.id);
    else if (jump.kind === 'source') desk.openSource(jump.id, { where: isFurther ? 'newTab' : 'here' });
    else if (jump.kind === 'memo') {
      const memo = project.memos.get(jump.id);
      if (memo) onGoToMemo(memo);
    } else {
      const code = project.codes.get(jump.id);
      if (code) onListCodings(code);
    }
  };
  const close = (): void => setOpen(false);
  const jumpTo = (jump: Jump, isFurther: boolean): void => {
    close();
    setRecent(rememberJump(project, recent, jump.key));
    afterDialog(() => go(jump, isFurther));
  };
  // Never loaded late: letters that follow the key at once must come to the field, not to what lies behind.
  return isOpen && <CommandPalette recent={recent} onJump={jumpTo} onClose={close} />;
}
