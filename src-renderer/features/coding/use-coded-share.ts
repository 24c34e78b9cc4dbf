import { useEffect, useState } from 'react';
import { isInForce } from '#domain/coding/coding-filter.ts';
import { codedShare } from '#domain/coding/uncoded.ts';
import { useSession } from './session-context.tsx';

/** Counted when the keys rest: it is looked at now and then, and coding is not to wait for it. */
const COUNT_AFTER_MS = 250;

export interface CodedShare {
  /** 0 to 1. */
  readonly share: number;
  /** Of the codings that the filter lets through. */
  readonly isFiltered: boolean;
}

/** How much of the text at hand is coded, of what is to be seen; null without a text. */
export function useCodedShare(): CodedShare | null {
  const session = useSession();
  const [counted, setCounted] = useState<CodedShare | null>(null);
  useEffect(() => {
    let timer = 0;
    let { view } = session;
    let { filter } = session.snapshot();
    const count = (): void => {
      setCounted(
        view && { share: codedShare(view.shown.all, view.doc), isFiltered: isInForce(session.snapshot().filter) },
      );
    };
    const countSoon = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(count, COUNT_AFTER_MS);
    };
    countSoon();
    const unsubscribe = [
      session.project.subscribe((change) => change?.codings && countSoon()),
      session.subscribe(() => {
        const now = session.snapshot();
        if (session.view === view && now.filter === filter) return;
        ({ view } = session);
        ({ filter } = now);
        countSoon();
      }),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of unsubscribe) stop();
    };
  }, [session]);
  return counted;
}
