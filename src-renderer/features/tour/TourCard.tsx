import { useEffect, useId, useState, type ReactNode } from 'react';
import type { PressEvent } from 'react-aria-components';
import { useKeyOf, type CommandId } from '#features/commands/index.ts';
import { useDesk } from '#features/desk/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { KeyCaps } from '#ui/Kbd.tsx';
import { hasShortcut } from '#ui/shortcut-text.ts';
import { tourSteps, type TourStep } from './tour-steps.ts';
import { useTour } from './tour-context.tsx';
import { useStepDone } from './use-step-done.ts';
import { useTargetMark } from './use-target-mark.ts';
import './tour.css';

/**
 * The step one is at. It has room of its own beside or below the text, never over it, and leaves the keyboard where it is:
 * the text's keys are what it is about.
 */
export function TourCard(): ReactNode {
  const { step } = useTour();
  return step && <StepCard step={step} />;
}

function StepCard({ step }: { step: TourStep }): ReactNode {
  const { t } = useTranslation('tour');
  const tour = useTour();
  const desk = useDesk();
  const titleId = useId();
  useTargetMark(step.targets);
  useStepDone(step, tour.next);
  const place = t('place', { number: tour.at + 1, total: tourSteps.length });
  const title = t(`steps.${step.id}.title`);
  const text = t(`steps.${step.id}.text`);
  const wayHere = useKeyOf('nextPane');
  const isLast = tour.at === tourSteps.length - 1;
  const isFirst = tour.at === 0;

  const turn = (go: () => void) => (event: PressEvent) => {
    go();
    // Who came here by key goes on by key; a click only passed by.
    if (event.pointerType !== 'keyboard' && event.pointerType !== 'virtual') desk.focusText();
  };
  const end = (): void => {
    tour.end();
    desk.focusText();
  };

  return (
    <section
      className="tour"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        desk.focusText();
      }}
    >
      <div className="tour-words">
        <p className="tour-place">
          {place}
          <span className="tour-dots" aria-hidden>
            {tourSteps.map(({ id }, index) => (
              <i key={id} data-passed={index <= tour.at || undefined} />
            ))}
          </span>
        </p>
        <h2 id={titleId}>{title}</h2>
        <p className="tour-text">{text}</p>
        <ul className="tour-keys">
          {step.commands.map((command) => (
            <StepKey key={command} command={command} />
          ))}
        </ul>
      </div>
      <div className="tour-buttons">
        {!isLast && (
          <Button look="quiet" onPress={end}>
            {t('skip')}
          </Button>
        )}
        <span className="space" />
        {!isFirst && <Button onPress={turn(tour.back)}>{t('back')}</Button>}
        <Button look="solid" onPress={isLast ? end : turn(tour.next)}>
          {isLast ? t('finish') : t('next')}
        </Button>
      </div>
      <Spoken sentence={t(hasShortcut(wayHere) ? 'spokenWithWay' : 'spoken', { place, title, text, key: wayHere })} />
    </section>
  );
}

function StepKey({ command }: { command: CommandId }): ReactNode {
  const { t } = useTranslation('commands');
  const key = useKeyOf(command);
  if (!hasShortcut(key)) return null;
  return (
    <li>
      <KeyCaps keys={key} /> <span>{t(command)}</span>
    </li>
  );
}

/** A live region is heard when it changes, not when it comes: it comes empty. */
function Spoken({ sentence }: { sentence: string }): ReactNode {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(sentence), 200);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p className="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
