import { useEffect, useRef } from 'react';
import { useSession, useSessionState } from '#features/coding/index.ts';
import { useCommandCenter } from '#features/commands/index.ts';
import { useProjectListener } from '#features/project/index.ts';
import type { TourStep } from './tour-steps.ts';

/** A passage is still being taken while the pointer or the arrows move on. */
const SETTLED_MS = 900;

/** Calls `onDone` when the person has done what the step asks for. The latest `onDone` counts. */
export function useStepDone(step: TourStep, onDone: () => void): void {
  const center = useCommandCenter();
  const session = useSession();
  const selection = useSessionState((state) => state.selection);
  const latest = useRef(onDone);
  // What was selected before the step began does not count.
  const before = useRef(session.snapshot().selection);
  useEffect(() => {
    latest.current = onDone;
  });
  useEffect(() => {
    if (step.id === 'select') before.current = session.snapshot().selection;
  }, [session, step]);
  useEffect(() => {
    if (step.id !== 'select' || !selection || selection === before.current) return undefined;
    const timer = setTimeout(() => latest.current(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [step, selection]);
  useProjectListener((change) => {
    if (step.id === 'code' && (change?.codings?.added?.length ?? 0) > 0) latest.current();
  });
  useEffect(
    () =>
      center.subscribeToRuns((id) => {
        if (step.doneBy.includes(id)) latest.current();
      }),
    [center, step],
  );
}
