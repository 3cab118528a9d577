import { useState } from 'react';
import { t } from '../i18n/index.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';
import type { OpenQuestion } from './importing.ts';

/** Asks for the password of a file, when all that need none are in the notebook. */
export function PasswordDialog({ question }: { readonly question: OpenQuestion }) {
  const { item, isWrong, others, answer } = question;
  const [password, setPassword] = useState('');
  const submit = () => {
    if (password !== '') answer({ password });
  };
  return (
    <Dialog
      title={t('import.password')}
      size="small"
      onClose={() => answer('leave')}
      actions={
        <>
          {others > 0 && (
            <Button onPress={() => answer('leave-all')}>{t('import.leaveAll', { count: others + 1 })}</Button>
          )}
          <Button onPress={() => answer('leave')}>{t('import.leave')}</Button>
          <Button look="primary" isDisabled={password === ''} onPress={submit}>
            {t('import.unlock')}
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
        <p dir="auto">{t('import.passwordOf', { name: item.name })}</p>
        <TextField
          label={t('import.passwordField')}
          description={t('import.passwordKept')}
          type="password"
          autoFocus
          value={password}
          onChange={setPassword}
          error={isWrong ? t('import.wrongPassword') : undefined}
        />
      </form>
    </Dialog>
  );
}
