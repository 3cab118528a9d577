import { X } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../i18n/index.ts';
import { IconButton } from './button.tsx';
import { dialogEnds } from './focus-home.ts';
import { holdKeysUntilIn } from './held-keys.ts';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'wide';
  /** Palettes have no visible title: their search field says it all. */
  readonly hideTitle?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
}

/** A modal dialog. `Esc`, the cross and a click outside close it; focus returns to where it was. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  size = 'medium',
  hideTitle,
  role = 'dialog',
}: DialogProps) {
  const modal = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => dialogEnds, []);
  useLayoutEffect(markOpen, []);
  // The dialogs' library brings the keyboard in when React is at rest, which on a busy machine is some letters later.
  useLayoutEffect(() => holdKeysUntilIn(modal.current), []);
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal ref={modal} className={`modal ${size}`}>
        <AriaDialog role={role} className="dialog">
          <div className={hideTitle ? 'visually-hidden' : 'dialog-head'}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!hideTitle && <IconButton label={t('ui.close')} icon={X} onPress={onClose} />}
          </div>
          <div className="dialog-body">{children}</div>
          {actions && <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

let open = 0;

/**
 * Says on the root of the document how many dialogs are open, for rules that need to know. A rule that looked for one itself (`:has`)
 * would have the browser look through the window whenever a row comes into the text. @returns what to do when the dialog closes
 */
function markOpen(): () => void {
  const say = (change: number) => {
    open += change;
    if (open > 0) document.documentElement.dataset['dialogs'] = String(open);
    else delete document.documentElement.dataset['dialogs'];
  };
  say(1);
  return () => say(-1);
}
