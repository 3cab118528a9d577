import { useEffect, useState } from 'react';
import type { CheckReport, Failure } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { WorkCounts } from '../safety/index.ts';
import { failureOf, notebook, openDialog, useStore } from '../state/index.ts';
import { Button, Dialog, Progress } from '../ui/index.ts';

/** Looks the notebook over and offers to repair what can be repaired without losing anything. */
export function CheckDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const readOnly = useStore(notebook, (now) => now.status?.readOnly ?? true);
  const [repair, setRepair] = useState(false);
  const [report, setReport] = useState<CheckReport>();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    const abort = new AbortController();
    setReport(undefined);
    client.call('notebook.check', { repair }, { signal: abort.signal }).then(setReport, (error: unknown) => {
      if (!abort.signal.aborted) setFailure(failureOf(error));
    });
    return () => abort.abort();
  }, [client, repair]);
  const repairable = report?.defects.some((defect) => defect.repairable) ?? false;
  const isPastRepair = report?.defects.some((defect) => !defect.repairable) ?? false;
  return (
    <Dialog
      title={t('check.title')}
      onClose={onClose}
      actions={
        report && !report.ok ? (
          <>
            {isPastRepair && <Button onPress={() => openDialog({ kind: 'backups' })}>{t('command.backups')}</Button>}
            {repairable && !readOnly && (
              <Button look="primary" onPress={() => setRepair(true)}>
                {t('check.repair')}
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      {!report && !failure && <Progress label={t('check.running')} done={0} total={0} onCancel={onClose} />}
      {report && (
        <div role="status">
          <p>{report.ok ? t('check.ok') : t('check.found', { count: report.defects.length })}</p>
          <WorkCounts counts={report.checked} />
          {report.repaired > 0 && <p>{t('check.repaired', { count: report.repaired })}</p>}
          <ul className="report-list">
            {report.defects.map((defect) => (
              <li key={`${defect.code} ${defect.table} ${defect.id}`} className="report-file failed">
                <div>
                  <strong>{t(`defect.${defect.code}`)}</strong>
                  <p>{t(defect.repairable ? 'check.canRepair' : 'check.cannotRepair')}</p>
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
