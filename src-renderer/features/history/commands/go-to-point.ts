import { BEGINNING } from '#domain/history/journal-step.ts';
import { problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import { sayRevocable } from '#features/project/index.ts';
import { formatDay, formatTime, t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { UnreachableStepError, type Hindrance } from '#storage/travel.ts';
import { showToast } from '#ui/Toast.tsx';

/** A point of the journal: the step that is to be the last one done, null for the beginning. */
export type Point = { readonly sequence: number; readonly at: string } | null;

const hindrances = {
  otherLayout: 'otherLayout',
  overtaken: 'cannotReturn',
  noStep: 'noPoint',
} as const satisfies Readonly<Record<Hindrance, string>>;

/** Goes to a point of the journal, says what that came to, and offers the way back; never rejects. */
export async function goToPoint(
  project: OpenProject,
  point: Point,
  onProgress?: (finished: number, total: number) => void,
): Promise<void> {
  try {
    const journey = await project.travelTo(point?.sequence ?? BEGINNING, onProgress);
    if (!journey) return;
    const { direction, steps, from } = journey;
    const reached = point ? timeOf(point.at) : t('history:theBeginning');
    const message = t(direction === 'back' ? 'history:saidBack' : 'history:saidForward', { count: steps, reached });
    const label = t(direction === 'back' ? 'history:redoAll' : 'history:undoAll');
    sayRevocable(project, message, { label, onPress: () => void goToPoint(project, from) });
  } catch (error) {
    const isUnreachable = error instanceof UnreachableStepError;
    showToast({ message: isUnreachable ? t(`history:${hindrances[error.hindrance]}`) : problemText(problemOf(error)) });
  }
}

/** "14:02" today, the day otherwise. */
function timeOf(at: string): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return isToday ? formatTime(at) : formatDay(at);
}
