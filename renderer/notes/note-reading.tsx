import { DOMSerializer, type Node } from 'prosemirror-model';
import { useEffect, useMemo, useRef } from 'react';
import { type DocumentJson, documentSchema, EMPTY_DOCUMENT, parseDocument } from '../../main/contract/index.ts';
import { type Client, useClient } from '../client/index.ts';
import { useQuery } from '../state/index.ts';
import { imageAttributes } from './editor/images.ts';
import { imageElement } from './images/image-element.ts';
import { useMentioned } from './use-mentioned.ts';
import './page/note-text.css';
import './page/footnotes.css';

/**
 * A note's text to be read, as a part of something longer.
 * @param level how many headings stand above it; its own begin one deeper
 */
export function NoteReading({ noteId, level }: { noteId: string; level: number }) {
  const { data } = useQuery('notes.get', { id: noteId });
  return <DocumentReading document={data?.document ?? EMPTY_DOCUMENT} level={level} />;
}

/** A document to be read; `level` as above. */
export function DocumentReading({ document, level }: { document: DocumentJson; level: number }) {
  const client = useClient();
  const mount = useRef<HTMLDivElement>(null);
  const parsed = useMemo(() => parseDocument(document), [document]);
  useMentioned(parsed);
  useEffect(() => {
    // Elements made one by one by the schema, never a string of HTML.
    mount.current?.replaceChildren(serializer(client, level).serializeFragment(parsed.content));
  }, [client, parsed, level]);
  return <div ref={mount} className="note-text note-reading" />;
}

const DEEPEST = 6;

function serializer(client: Client, level: number): DOMSerializer {
  const writers = DOMSerializer.nodesFromSchema(documentSchema);
  const heading = (node: Node) =>
    [`h${Math.min(DEEPEST, Number(node.attrs.level) + level)}`, { dir: 'auto' }, 0] as const;
  const image = (node: Node) => imageElement(client, imageAttributes(node));
  return new DOMSerializer({ ...writers, heading, image }, DOMSerializer.marksFromSchema(documentSchema));
}
