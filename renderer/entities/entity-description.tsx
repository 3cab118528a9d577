import { type MouseEvent, useState } from 'react';
import { descriptionDocument, type Entity } from '../../main/contract/index.ts';
import { DocumentReading } from '../notes/index.ts';
import { AddressDialog } from './address-dialog.tsx';

/** The description of an entity; a link in it shows its address before anything is opened. */
export function EntityDescription({ entity }: { entity: Pick<Entity, 'description' | 'descriptionDocument'> }) {
  const [address, setAddress] = useState<string | null>(null);
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link) return;
    event.preventDefault();
    setAddress(link.getAttribute('href'));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link that has the keyboard is clicked by Enter */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for the links in it */}
      <div onClick={onClick}>
        <DocumentReading
          document={descriptionDocument({ text: entity.description, document: entity.descriptionDocument })}
          level={1}
          className="rich-text"
        />
      </div>
      {address !== null && <AddressDialog address={address} onClose={() => setAddress(null)} />}
    </>
  );
}
