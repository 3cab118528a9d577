import { t } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Shows an address on the web, or of a letter, before anything is asked of it: Lectern itself never goes there. */
export function AddressDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const open = () => {
    window.open(address, '_blank', 'noopener,noreferrer');
    onClose();
  };
  const isMail = address.startsWith('mailto:');
  return (
    <Dialog
      title={t(isMail ? 'ui.openMail' : 'ui.openAddress')}
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" autoFocus onPress={open}>
            {t(isMail ? 'ui.openMailProgram' : 'ui.openInBrowser')}
          </Button>
        </>
      }
    >
      <p className="address">{address}</p>
      <p className="address-help">{t(isMail ? 'ui.openMailHelp' : 'ui.openAddressHelp')}</p>
    </Dialog>
  );
}
