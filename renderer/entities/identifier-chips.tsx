import { useState } from 'react';
import { addressOf, type Identifier } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { Button, Chip, Dialog } from '../ui/index.ts';
import { identifierKind } from './entity-types.ts';
import './identifier-chips.css';

/** Identifiers; one with an address on the web opens it in the system's browser, after showing it. */
export function IdentifierChips({ identifiers }: { identifiers: readonly Identifier[] }) {
  const [address, setAddress] = useState<string | null>(null);
  return (
    <>
      {identifiers.map((identifier) => {
        const words = `${identifierKind(identifier.kind)} ${identifier.value}`;
        const web = addressOf(identifier);
        return web === null ? (
          <Chip key={words}>{words}</Chip>
        ) : (
          <Button key={words} onPress={() => setAddress(web)}>
            {words}
          </Button>
        );
      })}
      {address !== null && <AddressDialog address={address} onClose={() => setAddress(null)} />}
    </>
  );
}

/** Shows an address on the web before anything is asked of it: Lectern itself never goes there. */
function AddressDialog({ address, onClose }: { address: string; onClose: () => void }) {
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
