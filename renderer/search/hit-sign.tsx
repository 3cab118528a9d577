import { FileText, Folder, Highlighter, ListTree, NotebookPen, Pilcrow } from 'lucide-react';
import type { Hit } from '../../main/contract/index.ts';
import { EntitySign, TagDot } from '../ui/index.ts';

/** The sign of what a hit is. */
export function HitSign({ hit }: { hit: Hit }) {
  switch (hit.kind) {
    case 'entity':
      return <EntitySign type={hit.sign ?? ''} />;
    case 'tag':
      return <TagDot colour={hit.sign ?? 'yellow'} />;
    case 'highlight':
      return hit.sign ? <TagDot colour={hit.sign} /> : <Highlighter aria-hidden size={13} />;
    case 'source':
      return <FileText aria-hidden size={13} />;
    case 'block':
      return <Pilcrow aria-hidden size={13} />;
    case 'note':
      return <NotebookPen aria-hidden size={13} />;
    case 'collection':
      return <Folder aria-hidden size={13} />;
    case 'outline':
      return <ListTree aria-hidden size={13} />;
  }
}
