import { useEffect } from 'react';
import { isInForce, readFilter, SHOW_ALL } from '#domain/coding/coding-filter.ts';
import { useCommand } from '#features/commands/index.ts';
import { loadViewState, saveViewState } from '#storage/view-state.ts';
import { useSession } from './session-context.tsx';

const KEY = 'codingFilter';

/** What is to be seen of the codings: its commands, and its memory from one day to the next. */
export function useFilter(): void {
  const session = useSession();
  const { project } = session;

  useEffect(() => {
    let isGone = false;
    let remembered = session.snapshot().filter;
    const recall = async (): Promise<void> => {
      const stored = readFilter(await loadViewState(project.database, KEY));
      if (isGone || !isInForce(stored) || session.snapshot().filter !== SHOW_ALL) return;
      session.filter(stored);
      remembered = session.snapshot().filter;
    };
    recall().catch(() => undefined);
    const unsubscribe = session.subscribe(() => {
      const { filter } = session.snapshot();
      if (filter === remembered || project.isReadOnly) return;
      remembered = filter;
      saveViewState(project.database, KEY, filter).catch(() => undefined);
    });
    return () => {
      isGone = true;
      unsubscribe();
    };
  }, [session, project]);

  useCommand('hideCodes', () => {
    const { filter } = session.snapshot();
    session.filter({ ...filter, isOff: !filter.isOff });
  });
  useCommand('onlyThisCode', () => {
    const { codeAtHand, codingsHere, filter } = session.snapshot();
    const codeId = codeAtHand ?? codingsHere[0]?.codeId;
    if (codeId) session.filter({ ...filter, isOff: false, codes: [{ codeId, withSubcodes: true }] });
  });
  useCommand('allCodes', () => session.filter(SHOW_ALL));
}
