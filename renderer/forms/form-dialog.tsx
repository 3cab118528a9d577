import { type ReactNode, useState } from 'react';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';

export interface FormDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  /** Whether there is anything to do yet; left out where the form says itself what is missing. */
  readonly ready?: boolean;
  /**
   * Does it. What it throws is said in the dialog, and nothing typed is lost; where it answers `false` the form has said
   * at its fields what is missing, and stays.
   */
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose: () => void;
  /** When it is done, where that is not the end. */
  readonly onDone?: () => void;
  /** Buttons before the others. */
  readonly more?: ReactNode;
  readonly size?: 'small' | 'medium';
  readonly children: ReactNode;
}

/** A dialog that asks for something and does it, once: Enter submits, a failure is said in place. */
export function FormDialog({
  title,
  submitLabel,
  ready = true,
  onSubmit,
  onClose,
  onDone = onClose,
  more,
  size = 'small',
  children,
}: FormDialogProps) {
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const done = await onSubmit();
      if (done !== false) return onDone();
    } catch (error) {
      setFailure(failureSentence(failureOf(error)));
    }
    setBusy(false);
  };
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      actions={
        <>
          {more}
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
