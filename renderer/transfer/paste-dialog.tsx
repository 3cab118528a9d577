import { useState } from 'react';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';
import { Button, Checkbox, Dialog, TextField } from '../ui/index.ts';
import { importText } from './importing.ts';

const LONGEST_TITLE = 80;

export interface PasteDialogProps {
  readonly text: string;
  /** The same text in its form; empty where it came without. */
  readonly html: string;
  readonly onClose: () => void;
}

/** Makes a source of pasted text: asks for a title, shows what it is. */
export function PasteDialog({ text, html, onClose }: PasteDialogProps) {
  const client = useClient();
  const [title, setTitle] = useState(() => (text.trim().split('\n', 1)[0] ?? '').slice(0, LONGEST_TITLE).trim());
  const [failure, setFailure] = useState<string>();
  const [keepsForm, setKeepsForm] = useState(html !== '');
  const [busy, setBusy] = useState(false);
  const ready = title.trim() !== '' && !busy;
  const submit = () => {
    if (!ready) return;
    setBusy(true);
    importText(client, title.trim(), text, keepsForm ? html : undefined).then(onClose, (error: unknown) => {
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
        {html !== '' && (
          <Checkbox isSelected={keepsForm} onChange={setKeepsForm}>
            {t('import.pasteForm')}
          </Checkbox>
        )}
      </form>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard */}
      <blockquote className="paste-text" dir="auto" tabIndex={0} aria-label={t('import.pasteText')}>
        {text.slice(0, 4000)}
      </blockquote>
      <p className="report-sum">{t('import.pasteLength', { count: [...text].length })}</p>
    </Dialog>
  );
}
