import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useId, useState } from 'react';
import type { BackupEntry, Failure } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { formatAgo, formatBytes, formatMoment, t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { failureOf, useQuery } from '../state/index.ts';
import { Button, Progress } from '../ui/index.ts';
import { restoreBackup } from './restore.ts';
import './safety.css';

export interface BackupListProps {
  /** Path of the notebook whose backups they are. */
  readonly notebook: string;
  /** Whether one may take the notebook's place; as a copy it can be opened in any case. */
  readonly canRestore: boolean;
  readonly onRestored: () => void;
}

/** A notebook's backups, newest first: when and why each was made, how it fared, and what can be done with it. */
export function BackupList({ notebook, canRestore, onRestored }: BackupListProps) {
  const client = useClient();
  const { data, failure } = useQuery('backups.list', { notebook });
  const [refused, setRefused] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const restore = async (id: string, as: 'copy' | 'notebook') => {
    // A button that is disabled loses the keyboard; one that does nothing meanwhile keeps it.
    if (busy) return;
    setBusy(true);
    setRefused(null);
    const why = await restoreBackup(client, { id, notebook, as });
    setBusy(false);
    setRefused(why);
    if (why === null) onRestored();
  };
  const wrong = failure ?? refused;
  return (
    <>
      {wrong && (
        <p role="alert" className="form-failure">
          {failureSentence(wrong)}
        </p>
      )}
      {busy && <Progress label={t('backups.restoring')} done={0} total={0} />}
      {data?.backups.length === 0 && <p className="report-sum">{t('backups.none')}</p>}
      <ul className="backup-list" aria-label={t('backups.list')}>
        {data?.backups.map((backup) => (
          <BackupRow
            key={backup.id}
            backup={backup}
            notebook={notebook}
            {...(canRestore && { onRestore: () => void restore(backup.id, 'notebook') })}
            onOpen={() => void restore(backup.id, 'copy')}
          />
        ))}
      </ul>
    </>
  );
}

interface BackupRowProps {
  readonly backup: BackupEntry;
  readonly notebook: string;
  readonly onRestore?: () => void;
  readonly onOpen: () => void;
}

function BackupRow({ backup, notebook, onRestore, onOpen }: BackupRowProps) {
  const { id, kind, at, size, flawed } = backup;
  const client = useClient();
  const name = useId();
  const [state, setState] = useState<'made' | 'checking' | 'whole' | 'flawed' | 'damaged'>(flawed ? 'flawed' : 'made');
  const check = () => {
    if (state === 'checking') return;
    setState('checking');
    client.call('backups.verify', { id, notebook }).then(
      ({ ok }) => setState(ok ? 'whole' : 'flawed'),
      (error: unknown) => setState(failureOf(error).code === 'notebook-damaged' ? 'damaged' : 'made'),
    );
  };
  const isSound = state === 'made' || state === 'whole' || state === 'checking';
  return (
    <li className={isSound ? 'backup' : 'backup unsound'}>
      {isSound ? <ShieldCheck aria-hidden size={16} /> : <ShieldAlert aria-hidden size={16} />}
      <div className="backup-facts">
        <p id={name} className="backup-name">
          <time dateTime={at}>{formatMoment(at)}</time> <span>{t(`backups.kind.${kind}`)}</span>
        </p>
        <p className="backup-state" role="status">
          {formatAgo(at)} · {formatBytes(size)} · {t(`backups.state.${state}`)}
        </p>
      </div>
      <div className="backup-deeds">
        <Button look="quiet" aria-describedby={name} onPress={check}>
          {t('backups.check')}
        </Button>
        <Button aria-describedby={name} onPress={onOpen}>
          {t('backups.openCopy')}
        </Button>
        {onRestore && (
          <Button aria-describedby={name} onPress={onRestore}>
            {t('backups.restore')}
          </Button>
        )}
      </div>
    </li>
  );
}
