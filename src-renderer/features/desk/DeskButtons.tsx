import { ArrowLeft, ArrowRight, Columns2, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { CommandButton } from '#features/commands/index.ts';
import { useDeskState } from './desk-context.tsx';

/** Through the places visited; at the left end of the bar above a text. */
export function BackAndForward(): ReactNode {
  return (
    <span className="desk-travel">
      <CommandButton command="back" icon={ArrowLeft} size="small" />
      <CommandButton command="forward" icon={ArrowRight} size="small" />
    </span>
  );
}

/** Two texts or one; at the right end of the bar above a text. */
export function SplitButton(): ReactNode {
  const isSplit = useDeskState(({ sides }) => sides.length > 1);
  return isSplit ? (
    <CommandButton command="closeSplit" icon={Square} size="small" />
  ) : (
    <CommandButton command="splitView" icon={Columns2} size="small" />
  );
}
