import { useEffect, useState } from 'react';
import { formatAgo, t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { notebook, openDialog, useStore } from '../state/index.ts';
import { Button } from '../ui/index.ts';

/** How often “12 minutes ago” is reckoned anew, in milliseconds. */
const MINUTE = 60_000;

/** How old the last backup is, or why there is none; the way to all of them. */
export function BackupState() {
  const status = useStore(notebook, (now) => now.status);
  const [, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), MINUTE);
    return () => clearInterval(timer);
  }, []);
  if (!status) return null;
  const { lastBackupAt, backupFailure, flaws } = status;
  const words =
    backupFailure !== null
      ? t('frame.backupFailed', { why: failureSentence({ code: backupFailure, message: '' }) })
      : flaws > 0
        ? t('frame.flaws', { count: flaws })
        : lastBackupAt
          ? t('frame.backupAgo', { ago: formatAgo(lastBackupAt) })
          : t('frame.noBackup');
  const isWrong = backupFailure !== null || flaws > 0;
  return (
    <span className={isWrong ? 'backup-status wrong' : 'backup-status'}>
      <Button
        look="quiet"
        onPress={() => openDialog({ kind: backupFailure === null && flaws > 0 ? 'check' : 'backups' })}
      >
        {words}
      </Button>
    </span>
  );
}
