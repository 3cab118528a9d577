import { useState } from 'react';
import { addressOf, type Identifier } from '../../main/contract/index.ts';
import { AddressDialog, Button, Chip } from '../ui/index.ts';
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
