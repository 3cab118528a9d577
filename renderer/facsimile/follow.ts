import { caretPlace, textPort } from '../passage/index.ts';
import { reading, selection } from '../state/index.ts';
import type { PageAsked } from './frame/index.ts';

/** How page labels of a text begin (`p. 41`, `p. iv`). */
const PAGE = /^p\. /;

/** Tells the page the reader is at, whenever it is another one; returns what stops that. */
export function followPages(sourceId: string, onPage: (page: PageAsked) => void): () => void {
  let last = '';
  const look = () => {
    const { port } = textPort.get();
    if (port?.sourceId !== sourceId) return;
    const { label, share } = port.standing();
    if (label === last || !PAGE.test(label)) return;
    last = label;
    onPage({ label: label.replace(PAGE, ''), share });
  };
  look();
  const ends = [reading, selection, caretPlace].map((store) => store.subscribe(look));
  return () => {
    for (const end of ends) end();
  };
}
