import { useState } from 'react';
import type { Failure, SalvageReport } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { changeNotebook } from '../session/index.ts';
import { useQuery } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import { BackupList } from './backup-list.tsx';
import { Salvage } from './salvage.tsx';

export interface RecoveryDialogProps {
  /** Path of the notebook that could not be opened. */
  readonly path: string;
  readonly failure: Failure;
  readonly onClose: () => void;
}

/** What stands in place of a damaged notebook: what is wrong with it, and every way on. Nothing here changes the file. */
export function RecoveryDialog({ path, failure, onClose }: RecoveryDialogProps) {
  const client = useClient();
  const [refused, setRefused] = useState<Failure | null>(null);
  const [report, setReport] = useState<SalvageReport>();
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(/\.lectern$/i, '');
  const open = async (input: { path: string; readOnly?: boolean }) => {
    const why = await changeNotebook(client, 'notebook.open', input);
    setRefused(why);
    if (why === null) onClose();
  };
  const backups = useQuery('backups.list', { notebook: path }).data?.backups.length ?? 0;
  const finding = failure.details?.['finding'];
  return (
    <Dialog
      title={t(failure.code === 'strange-notebook' ? 'recovery.strangeTitle' : 'recovery.title', { name })}
      onClose={onClose}
      size="large"
      actions={<Button onPress={onClose}>{t('ui.close')}</Button>}
    >
      <div className="recovery">
        <p>{t(failure.code === 'strange-notebook' ? 'recovery.strange' : 'recovery.damaged')}</p>
        <p className="backup-path">{path}</p>
        {finding !== undefined && (
          <details className="recovery-finding">
            <summary>{t('recovery.details')}</summary>
            <p>{finding}</p>
          </details>
        )}
        {refused && (
          <p role="alert" className="form-failure">
            {failureSentence(refused)}
          </p>
        )}
        {!report && (
          <section>
            <h3 className="section-title">{t('recovery.backups')}</h3>
            {backups > 0 && <p className="report-sum">{t('recovery.backupsText')}</p>}
            <BackupList notebook={path} canRestore onRestored={onClose} />
          </section>
        )}
        <section>
          <h3 className="section-title">{t('recovery.salvage')}</h3>
          <Salvage path={path} report={report} onReport={setReport} onOpen={(saved) => void open({ path: saved })} />
        </section>
        {!report && (
          <section>
            <h3 className="section-title">{t('recovery.look')}</h3>
            <p className="report-sum">{t('recovery.lookText')}</p>
            <Button onPress={() => void open({ path, readOnly: true })}>{t('recovery.openReadOnly')}</Button>
          </section>
        )}
      </div>
    </Dialog>
  );
}
