import type { EditorView } from 'prosemirror-view';
import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { Button, Dialog, TextField } from '../../ui/index.ts';
import { addressAt, setLink } from '../editor/link-commands.ts';
import { safeAddress } from '../editor/links.ts';
import { focusSoon } from './focus-soon.ts';

/** Shows the address of a link before anything is opened, and lets it be set, changed or taken away. */
export function LinkDialog({ view, onClose }: { view: EditorView; onClose: () => void }) {
  const known = addressAt(view.state);
  const [typed, setTyped] = useState(known ?? '');
  const [isTried, setTried] = useState(false);
  const address = safeAddress(typed);
  const leave = () => {
    onClose();
    focusSoon(view);
  };
  const take = (next: string | null) => {
    setLink(next)(view.state, view.dispatch);
    leave();
  };
  const submit = () => (address === null ? setTried(true) : take(address));
  return (
    <Dialog
      title={t('notes.link')}
      size="small"
      onClose={leave}
      actions={
        <>
          {known !== null && <Button onPress={() => take(null)}>{t('notes.linkRemove')}</Button>}
          {known !== null && address !== null && (
            <Button
              onPress={() => {
                window.open(address, '_blank', 'noopener,noreferrer');
                leave();
              }}
            >
              {t('notes.linkOpen')}
            </Button>
          )}
          <Button look="primary" onPress={submit}>
            {t('notes.linkSet')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          autoFocus
          label={t('notes.linkAddress')}
          value={typed}
          onChange={setTyped}
          description={known === null ? t('notes.linkHelp') : undefined}
          error={isTried && address === null ? t('notes.linkWrong') : undefined}
        />
      </form>
    </Dialog>
  );
}
