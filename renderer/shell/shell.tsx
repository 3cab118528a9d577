import { connection } from '../client/index.ts';
import { FrameDialogs } from '../dialogs/index.ts';
import { t } from '../i18n/index.ts';
import { useWindowCommands } from '../session/index.ts';
import { StartScreen } from '../start/index.ts';
import { notebook, useStore } from '../state/index.ts';
import { Button, EmptyState } from '../ui/index.ts';
import { LineBanner } from './line-banner.tsx';
import { Workbench } from './workbench.tsx';
import './shell.css';

/** The window: the workbench with a notebook open, the start screen without one. */
export function Shell() {
  useWindowCommands();
  const line = useStore(connection, (now) => now.line);
  const status = useStore(notebook, (now) => now.status);
  if (line === 'no-key') {
    return (
      <main className="alone">
        <EmptyState title={t('frame.noKey')}>{t('frame.noKeyText')}</EmptyState>
      </main>
    );
  }
  if (line === 'refused') {
    return (
      <main className="alone">
        <EmptyState
          title={t('frame.refused')}
          actions={
            <Button look="primary" onPress={() => window.location.reload()}>
              {t('frame.reload')}
            </Button>
          }
        >
          {t('frame.refusedText')}
        </EmptyState>
      </main>
    );
  }
  if (!status) {
    return (
      <main className="alone" aria-busy="true">
        <p className="connecting">{t('frame.connecting')}</p>
      </main>
    );
  }
  return (
    <>
      <LineBanner />
      {status.open ? <Workbench /> : <StartScreen />}
      <FrameDialogs />
    </>
  );
}
