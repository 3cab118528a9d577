import { type ReactNode, useState } from 'react';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';

export interface FormDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly ready: boolean;
  /** Does it; what it throws is said in the dialog, and nothing typed is lost. */
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium';
  readonly children: ReactNode;
}

/** A dialog that asks for something and does it: Enter submits, a failure is said in place. */
export function FormDialog({
  title,
  submitLabel,
  ready,
  onSubmit,
  onClose,
  size = 'small',
  children,
}: FormDialogProps) {
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    if (!ready || busy) return;
    setBusy(true);
    try {
      await onSubmit();
      onClose();
    } catch (error) {
      setFailure(failureSentence(failureOf(error)));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" isDisabled={!ready || busy} onPress={() => void submit()}>
            {submitLabel}
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
        {children}
        <button type="submit" hidden tabIndex={-1}>
          {submitLabel}
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
