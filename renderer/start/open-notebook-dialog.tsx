import { useState } from 'react';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { changeNotebook } from '../session/index.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';
import { RecentNotebooks } from './recent-notebooks.tsx';

/** Asks which notebook to open: one of those known, or a path. */
export function OpenNotebookDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const [path, setPath] = useState('');
  const [failure, setFailure] = useState<string>();
  const open = async (chosen: string) => {
    const failed = await changeNotebook(client, 'notebook.open', { path: chosen });
    if (failed) setFailure(failureSentence(failed));
    else onClose();
  };
  return (
    <Dialog
      title={t('start.openTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" isDisabled={path.trim() === ''} onPress={() => void open(path.trim())}>
            {t('start.openIt')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== '') void open(path.trim());
        }}
      >
        <TextField
          label={t('start.path')}
          value={path}
          onChange={setPath}
          description={t('start.pathText')}
          autoFocus
        />
      </form>
      {failure && (
        <p role="alert" className="form-failure">
          {failure}
        </p>
      )}
      <RecentNotebooks onOpen={(chosen) => void open(chosen)} />
    </Dialog>
  );
}
