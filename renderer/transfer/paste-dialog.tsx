import { useState } from 'react';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';
import { importText } from './importing.ts';

const LONGEST_TITLE = 80;

/** Makes a source of pasted text: asks for a title, shows what it is. */
export function PasteDialog({ text, onClose }: { text: string; onClose: () => void }) {
  const client = useClient();
  const [title, setTitle] = useState(() => (text.trim().split('\n', 1)[0] ?? '').slice(0, LONGEST_TITLE).trim());
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const ready = title.trim() !== '' && !busy;
  const submit = () => {
    if (!ready) return;
    setBusy(true);
    importText(client, title.trim(), text).then(onClose, (error: unknown) => {
      setFailure(failureSentence(failureOf(error)));
      setBusy(false);
    });
  };
  return (
    <Dialog
      title={t('import.pasteTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" isDisabled={!ready} onPress={submit}>
            {t('import.pasteTake')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField label={t('import.pasteName')} value={title} onChange={setTitle} autoFocus error={failure} />
      </form>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard */}
      <blockquote className="paste-text" dir="auto" tabIndex={0} aria-label={t('import.pasteText')}>
        {text.slice(0, 4000)}
      </blockquote>
      <p className="report-sum">{t('import.pasteLength', { count: [...text].length })}</p>
    </Dialog>
  );
}
