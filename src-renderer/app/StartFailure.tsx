import type { ReactNode } from 'react';
import type { Problem } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import { t } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import './StartFailure.css';

export interface StartFailureProps {
  readonly problem: Problem;
  readonly onTryAgain: () => void;
  readonly onDefaults: () => void;
}

/** The window when the settings could not be read: plain, since nothing that could fail as well may stand in it. */
export function StartFailure({ problem, onTryAgain, onDefaults }: StartFailureProps): ReactNode {
  return (
    <main className="start-failure">
      <div role="alert">
        <h1>{t('workbench:startFailedTitle')}</h1>
        <p className="ui-selectable">{problemText(problem)}</p>
        <p>{t('workbench:startFailedText')}</p>
      </div>
      <p className="start-failure-actions">
        <Button look="solid" onPress={onTryAgain} autoFocus>
          {t('common:tryAgain')}
        </Button>
        <Button onPress={onDefaults}>{t('workbench:startWithDefaults')}</Button>
      </p>
    </main>
  );
}
