import { useEffect, useRef, useState } from 'react';
import type { Progress as Done, Failure } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { formatAgo, t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { failureOf, notebook, useQuery, useStore } from '../state/index.ts';
import { Button, Dialog, Progress } from '../ui/index.ts';
import { BackupFolder } from './backup-folder.tsx';
import { BackupList } from './backup-list.tsx';

/** The backups of the open notebook: how old the last one is, a new one, and the way back to each. */
export function BackupsDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const status = useStore(notebook, (now) => now.status);
  const path = status?.path ?? '';
  const { data } = useQuery('backups.list', { notebook: path });
  const [progress, setProgress] = useState<Done>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  const backUp = async () => {
    if (progress) return;
    const abort = new AbortController();
    running.current = abort;
    setFailure(null);
    setProgress({ done: 0, total: 0, item: '' });
    try {
      await client.call('notebook.backup', {}, { signal: abort.signal, onProgress: setProgress });
    } catch (error) {
      const why = failureOf(error);
      if (why.code !== 'cancelled') setFailure(why);
    }
    setProgress(undefined);
  };
  const last = status?.lastBackupAt ?? null;
  const why = failure?.code ?? status?.backupFailure ?? null;
  return (
    <Dialog
      title={t('backups.title')}
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          <Button look="primary" onPress={() => void backUp()}>
            {t('command.backup')}
          </Button>
        </>
      }
    >
      <p className="report-sum">
        {last === null ? t('backups.noneYet') : t('backups.last', { ago: formatAgo(last) })} {t('backups.how')}
      </p>
      {why && (
        <p role="alert" className="form-failure">
          {t('backups.failed', { why: failureSentence({ code: why, message: '' }) })}
        </p>
      )}
      {status && status.flaws > 0 && (
        <p role="alert" className="form-failure">
          {t('backups.flaws', { count: status.flaws })}
        </p>
      )}
      {progress && (
        <Progress
          label={t('backups.running')}
          done={progress.done}
          total={progress.total}
          onCancel={() => running.current?.abort()}
        />
      )}
      <BackupList notebook={path} canRestore={status?.readOnly === false} onRestored={onClose} />
      <BackupFolder folder={data?.folder ?? ''} />
    </Dialog>
  );
}
