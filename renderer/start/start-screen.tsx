import { BookOpen, FilePlus2, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Failure } from '../../main/contract/index.ts';
import { useClient, useHost } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { askForNotebook, changeNotebook } from '../session/index.ts';
import { RecentNotebooks } from './recent-notebooks.tsx';
import './start.css';

/** What stands in the window while no notebook is open: begin one, open one, or look at the sample. */
export function StartScreen() {
  const client = useClient();
  const host = useHost();
  const [failure, setFailure] = useState<Failure | null>(null);
  const act = (doing: Promise<Failure | null>) => {
    setFailure(null);
    void doing.then(setFailure);
  };
  const ways = [
    { key: 'new', icon: FilePlus2, run: () => act(askForNotebook(client, host, 'new-notebook')) },
    { key: 'open', icon: FolderOpen, run: () => act(askForNotebook(client, host, 'notebook')) },
    { key: 'sample', icon: BookOpen, run: () => act(changeNotebook(client, 'notebook.openSample', {})) },
  ] as const;
  return (
    <main className="start">
      <div className="start-page">
        <h1>Lectern</h1>
        <p className="start-lead">{t('start.lead')}</p>
        <div className="start-ways">
          {ways.map(({ key, icon: Icon, run }) => (
            <div key={key} className="start-way">
              <AriaButton className="start-way-name" aria-describedby={`start-${key}`} onPress={run}>
                <Icon aria-hidden size={20} strokeWidth={1.6} />
                {t(`start.${key}`)}
              </AriaButton>
              <p id={`start-${key}`}>{t(`start.${key}Text`)}</p>
            </div>
          ))}
        </div>
        {failure && (
          <p role="alert" className="start-failure">
            {failureSentence(failure)}
          </p>
        )}
        <RecentNotebooks onOpen={(path) => act(changeNotebook(client, 'notebook.open', { path }))} />
      </div>
    </main>
  );
}
