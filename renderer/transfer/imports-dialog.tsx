import { useState } from 'react';
import type { ImportRun } from '../../main/contract/index.ts';
import { useClient, useHost } from '../client/index.ts';
import { formatMoment, t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { useQuery } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import { ImportResults } from './import-results.tsx';
import { saveReport } from './save-report.ts';

/** The imports there were, newest first; each can be looked at again. */
export function ImportsDialog({ onClose }: { readonly onClose: () => void }) {
  const { data, failure } = useQuery('imports.list', {});
  const [chosen, setChosen] = useState<ImportRun | null>(null);
  if (chosen) return <OneImport run={chosen} onBack={() => setChosen(null)} onClose={onClose} />;
  return (
    <Dialog title={t('import.reports')} onClose={onClose}>
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      {data?.length === 0 && <p className="report-sum">{t('import.noReports')}</p>}
      <ul className="report-list">
        {data?.map((run) => (
          <li key={run.id} className="report-file">
            <div>
              <strong>{formatMoment(run.at)}</strong>
              <p>{t('import.sum', { ...run })}</p>
            </div>
            <Button aria-label={t('import.showOf', { when: formatMoment(run.at) })} onPress={() => setChosen(run)}>
              {t('import.show')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface OneImportProps {
  readonly run: ImportRun;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function OneImport({ run, onBack, onClose }: OneImportProps) {
  const client = useClient();
  const host = useHost();
  const { data, failure } = useQuery('imports.get', { id: run.id });
  return (
    <Dialog
      title={t('import.reportOf', { when: formatMoment(run.at) })}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onBack}>
            {t('import.allReports')}
          </Button>
          <Button isDisabled={!data} onPress={() => data && void saveReport(client, host, run.at, data.files)}>
            {t('import.save')}
          </Button>
        </>
      }
    >
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      {data && <ImportResults files={data.files} onLeave={onClose} />}
    </Dialog>
  );
}
