import { t } from '../i18n/index.ts';
import { Button, Dialog } from '../ui/index.ts';

/** Shows an address on the web before anything is asked of it: Lectern itself never goes there. */
export function AddressDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const open = () => {
    window.open(address, '_blank', 'noopener,noreferrer');
    onClose();
  };
  return (
    <Dialog
      title={t('entities.openAddress')}
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" autoFocus onPress={open}>
            {t('entities.openInBrowser')}
          </Button>
        </>
      }
    >
      <p className="entity-address">{address}</p>
      <p className="entity-quiet">{t('entities.openAddressHelp')}</p>
    </Dialog>
  );
}
