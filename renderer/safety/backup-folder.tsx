import { useState } from 'react';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { applyPreferences, preferences } from '../session/index.ts';
import { failureOf, useStore } from '../state/index.ts';
import { Button, TextField } from '../ui/index.ts';

/** Where backups go, and another folder for them, for instance on another disk; it holds from the next opening on. */
export function BackupFolder({ folder }: { folder: string }) {
  const client = useClient();
  const now = useStore(preferences, (all) => all);
  const [path, setPath] = useState(now.backupFolder);
  const [error, setError] = useState<string>();
  const isNew = path.trim() !== now.backupFolder;
  const save = async () => {
    try {
      applyPreferences(await client.call('preferences.set', { backupFolder: path.trim() }));
      setError(undefined);
    } catch (cause) {
      setError(failureSentence(failureOf(cause)));
    }
  };
  return (
    <details className="backup-folder">
      <summary>{t('backups.where')}</summary>
      <p className="backup-path">{folder}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('backups.folder')}
          description={t('backups.folderText')}
          value={path}
          onChange={setPath}
          error={error}
        />
        <Button isDisabled={!isNew} onPress={() => void save()}>
          {t('backups.useFolder')}
        </Button>
      </form>
    </details>
  );
}
