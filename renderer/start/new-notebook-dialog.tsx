import { useState } from 'react';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { changeNotebook, fileNameOf, pathIn } from '../session/index.ts';
import { useQuery } from '../state/index.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';

/** Asks for the name and folder of a new notebook. What was typed stays when it does not work. */
export function NewNotebookDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const recent = useQuery('notebook.recent', {});
  const [name, setName] = useState('');
  const [folder, setFolder] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const where = folder ?? recent.data?.folder ?? '';
  const [busy, setBusy] = useState(false);
  const ready = name.trim() !== '' && where.trim() !== '' && !busy;
  const submit = async () => {
    if (!ready) return;
    setBusy(true);
    const failed = await changeNotebook(client, 'notebook.create', {
      path: folder === undefined ? fileNameOf(name) : pathIn(folder.trim(), name),
    });
    if (!failed) {
      onClose();
      return;
    }
    setFailure(failureSentence(failed));
    setBusy(false);
  };
  return (
    <Dialog
      title={t('start.newTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" isDisabled={!ready} onPress={() => void submit()}>
            {t('start.make')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField label={t('start.name')} value={name} onChange={setName} autoFocus />
        <TextField label={t('start.folder')} value={where} onChange={setFolder} description={t('start.folderText')} />
        <button type="submit" hidden>
          {t('start.make')}
        </button>
      </form>
      {failure && (
        <p role="alert" className="form-failure">
          {failure}
        </p>
      )}
    </Dialog>
  );
}
