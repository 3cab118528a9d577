import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useClient, useHost } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';
import { importOutlineFile, importOutlineText } from './import-outline.ts';

/** Makes an outline of a file or of pasted text. */
export function ImportOutlineDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const host = useHost();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const take = (imported: Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    imported.then(onClose, (error: unknown) => {
      setFailure(failureSentence(failureOf(error)));
      setBusy(false);
    });
  };
  return (
    <Dialog
      title={t('outline.importTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <FileTrigger
            acceptedFileTypes={['.opml', '.md', '.markdown', '.txt', '.xml']}
            onSelect={(files) => {
              const file = files?.[0];
              if (file) take(importOutlineFile(client, host, file));
            }}
          >
            <Button isDisabled={isBusy}>{t('outline.importFile')}</Button>
          </FileTrigger>
          <Button
            look="primary"
            isDisabled={isBusy || text.trim() === ''}
            onPress={() => take(importOutlineText(client, text))}
          >
            {t('outline.importText')}
          </Button>
        </>
      }
    >
      <div className="form">
        <TextField
          label={t('outline.importField')}
          description={t('outline.importHelp')}
          lines={12}
          autoFocus
          value={text}
          onChange={setText}
          error={failure}
        />
      </div>
    </Dialog>
  );
}
