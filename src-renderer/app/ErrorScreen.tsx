import { Component, type ReactNode } from 'react';
import { t } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import './ErrorScreen.css';

/** What is left when a screen has failed: nothing is lost, since everything shown as saved is on disk. */
export class ErrorScreen extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="error-screen">
        <div role="alert">
          <h1>{t('workbench:failedTitle')}</h1>
          <p>{t('workbench:failedText')}</p>
          <pre className="ui-selectable">{`${error.name}: ${error.message}`}</pre>
        </div>
        <Button look="solid" onPress={() => location.reload()}>
          {t('workbench:reload')}
        </Button>
      </main>
    );
  }
}
