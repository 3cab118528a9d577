import { DOMSerializer } from 'prosemirror-model';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { descriptionDocument, documentSchema, type Entity, parseDocument } from '../../main/contract/index.ts';
import { AddressDialog } from '../ui/index.ts';

/** The description of an entity; a link in it shows its address before anything is opened. */
export function EntityDescription({ entity }: { entity: Entity }) {
  const { description: text, descriptionDocument: document } = entity;
  const mount = useRef<HTMLDivElement>(null);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    // Elements made one by one by the schema, never a string of HTML.
    const { content } = parseDocument(descriptionDocument({ text, document }));
    mount.current?.replaceChildren(DOMSerializer.fromSchema(documentSchema).serializeFragment(content));
  }, [text, document]);
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
      <div ref={mount} className="rich-text" onClick={onClick} />
      {address !== null && <AddressDialog address={address} onClose={() => setAddress(null)} />}
    </>
  );
}
